package org.archirender.template;

/** Shell scripts and Dockerfiles: a value is one word or part of one, never a command. */
final class ShellFormat extends ContextFormat {
    static final ShellFormat INSTANCE = new ShellFormat();

    private ShellFormat() {}

    @Override
    public String getName() {
        return "shell";
    }

    @Override
    public String getMimeType() {
        return "application/x-sh";
    }
}
