package org.archirender.template;

/** YAML files: a value is one scalar or part of one, never a key, a comment or a structure of its own. */
final class YamlFormat extends ContextFormat {
    static final YamlFormat INSTANCE = new YamlFormat();

    private YamlFormat() {}

    @Override
    public String getName() {
        return "YAML";
    }

    @Override
    public String getMimeType() {
        return "application/yaml";
    }
}
