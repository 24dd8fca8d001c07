package org.archirender.template;

import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;

/** What a template has written so far, at most {@link #LIMIT} characters, and the place where it stands. */
final class ContextWriter extends Writer {
    /** No CI file is near this; a template that goes on for ever is stopped here. */
    static final int LIMIT = 4_000_000;

    private final StringBuilder written = new StringBuilder();
    private final EscapingContext context;

    ContextWriter(EscapingContext context) {
        this.context = context;
    }

    /** Writes {@code value}, escaped for this place. */
    void value(String value) throws IOException, TemplateModelException {
        write(context.escape(value));
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        if (written.length() + length > LIMIT) {
            throw new IOException("the file gets longer than " + LIMIT + " characters");
        }
        for (int i = offset; i < offset + length; i++) {
            context.advance(buffer[i]);
        }
        written.append(buffer, offset, length);
    }

    String text() {
        return written.toString();
    }

    /** What is still open; empty where the file may end here. */
    String open() {
        return context.open();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
