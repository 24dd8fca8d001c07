package org.archirender.template;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;

/** A FreeMarker output format whose escapes depend on the place; all of that is in the {@link ContextWriter}. */
final class ContextFormat extends CommonMarkupOutputFormat<ContextFormat.Written> {
    /** Shell scripts and Dockerfiles: a value is one word or part of one, never a command. */
    static final ContextFormat SHELL = new ContextFormat("shell", "application/x-sh");

    /** YAML files: a value is one scalar or part of one, never a key, a comment or a structure of its own. */
    static final ContextFormat YAML = new ContextFormat("YAML", "application/yaml");

    /** Markdown: a value is text, one address, or one word of what readers paste. */
    static final ContextFormat MARKDOWN = new ContextFormat("Markdown", "text/markdown");

    /** Texts for people without any markup. */
    static final ContextFormat TEXT = new ContextFormat("text", "text/plain");

    /** Files whose format is not known: a value is what means itself anywhere. */
    static final ContextFormat UNKNOWN = new ContextFormat("unknown", "application/octet-stream");

    private final String name;
    private final String mimeType;

    private ContextFormat(String name, String mimeType) {
        this.name = name;
        this.mimeType = mimeType;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getMimeType() {
        return mimeType;
    }

    @Override
    public void output(String value, Writer out) throws IOException, TemplateModelException {
        if (out instanceof ContextWriter writer) {
            writer.value(value);
        } else {
            out.write(escapePlainText(value));
        }
    }

    /** Text that is kept for later goes to a place that is not known yet: only what is safe at every place. */
    @Override
    public String escapePlainText(String value) throws TemplateModelException {
        if (value.isEmpty() || !SafeText.everywhere(value)) {
            throw new TemplateModelException("the value '" + value + "' can be escaped only where it is written");
        }
        return value;
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtIn) {
        return false;
    }

    @Override
    protected Written newTemplateMarkupOutputModel(String plainText, String markup) {
        return new Written(this, plainText, markup);
    }

    /** A piece of a file that a template keeps for later. */
    static final class Written extends CommonTemplateMarkupOutputModel<Written> {
        private final ContextFormat format;

        private Written(ContextFormat format, String plainText, String markup) {
            super(plainText, markup);
            this.format = format;
        }

        @Override
        public ContextFormat getOutputFormat() {
            return format;
        }
    }
}
