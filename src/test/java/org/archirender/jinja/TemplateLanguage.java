package org.archirender.jinja;

import java.util.Collection;
import org.archirender.python.library.Definition;
import org.archirender.python.value.PyValue;

/** The lists of the template language, for its reference. */
public final class TemplateLanguage {
    private TemplateLanguage() {}

    public static Collection<Definition<PyValue>> filters() {
        return Filters.BY_NAME.values();
    }

    public static Collection<Definition<PyValue>> tests() {
        return Tests.BY_NAME.values();
    }

    public static Collection<Definition<PyValue>> functions() {
        return TemplateGlobals.BY_NAME.values();
    }
}
