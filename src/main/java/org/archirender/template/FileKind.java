package org.archirender.template;

import freemarker.core.OutputFormat;
import freemarker.core.PlainTextOutputFormat;
import org.archirender.tree.TreePath;

/** Which escapes a file needs, by its name. */
enum FileKind {
    SHELL,
    YAML,
    PLAIN;

    /** A script without a suffix is known by its executable bit. */
    static FileKind of(TreePath path, boolean executable) {
        String name = path.name();
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return YAML;
        }
        boolean shell = executable || name.endsWith(".sh") || name.endsWith(".bash");
        return shell || name.startsWith("Dockerfile") || name.endsWith(".dockerfile") ? SHELL : PLAIN;
    }

    OutputFormat format() {
        return switch (this) {
            case SHELL -> ContextFormat.SHELL;
            case YAML -> ContextFormat.YAML;
            case PLAIN -> PlainTextOutputFormat.INSTANCE;
        };
    }

    EscapingContext start() {
        return switch (this) {
            case SHELL -> new ShellContext();
            case YAML -> new YamlContext();
            case PLAIN -> EscapingContext.plain();
        };
    }
}
