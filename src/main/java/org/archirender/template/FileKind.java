package org.archirender.template;

import java.util.regex.Pattern;
import org.archirender.tree.TreePath;

/** Which escapes a file needs, by its name. */
enum FileKind {
    SHELL,
    YAML,
    MARKDOWN,
    TEXT,
    UNKNOWN;

    private static final Pattern SCRIPT = Pattern.compile(".*\\.(?:ba)?sh|Dockerfile.*|.*\\.dockerfile");

    /** A script without a suffix is known by its executable bit. */
    static FileKind of(TreePath path, boolean executable) {
        String name = path.name();
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return YAML;
        }
        if (executable || SCRIPT.matcher(name).matches()) {
            return SHELL;
        }
        if (name.endsWith(".md") || name.equals("README")) {
            return MARKDOWN;
        }
        return name.endsWith(".txt") || name.equals("LICENSE") ? TEXT : UNKNOWN;
    }

    ContextFormat format() {
        return switch (this) {
            case SHELL -> ContextFormat.SHELL;
            case YAML -> ContextFormat.YAML;
            case MARKDOWN -> ContextFormat.MARKDOWN;
            case TEXT -> ContextFormat.TEXT;
            case UNKNOWN -> ContextFormat.UNKNOWN;
        };
    }

    EscapingContext start() {
        return switch (this) {
            case SHELL -> new ShellContext();
            case YAML -> new YamlContext();
            case MARKDOWN -> new MarkdownContext();
            case TEXT -> EscapingContext.text();
            case UNKNOWN -> EscapingContext.unknown();
        };
    }
}
