package org.archirender.template;

import freemarker.template.TemplateModelException;

/**
 * Follows a file while it is written, so that a value is escaped for the very place where it is put: a shell value
 * needs other marks between double quotes than between single ones.
 */
interface EscapingContext {
    /** The next character of the file, whether it comes from the template or from an escaped value. */
    default void advance(char c) {}

    /**
     * {@code value} as it has to be written here to be read as itself.
     *
     * @throws TemplateModelException where no way of writing it is safe
     */
    String escape(String value) throws TemplateModelException;

    /** What is still open where the file ends, such as "a double quote"; empty where nothing is. */
    default String open() {
        return "";
    }

    /** Texts without markup, such as a licence: a value may have several lines. */
    static EscapingContext text() {
        return value -> {
            SafeText.requireOneLine(value.replaceAll("[\n\t]", " "));
            return value;
        };
    }

    /** Files whose escapes are not known here. */
    static EscapingContext unknown() {
        return value -> {
            if (!SafeText.isWord(value)) {
                throw SafeText.refusal(
                        value,
                        "can't be escaped in a file of this kind",
                        "docs/templates.md has the kinds whose escapes are known");
            }
            return value;
        };
    }
}
