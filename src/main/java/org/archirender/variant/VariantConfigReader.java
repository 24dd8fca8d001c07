package org.archirender.variant;

import org.archirender.yaml.YamlNode;

/** Reads configs. */
final class VariantConfigReader {
    private VariantConfigReader() {}

    static VariantConfig read(String text, String file, ConfigEnvironment environment) {
        throw new UnsupportedOperationException("comes with the next commits" + text + file + environment);
    }

    static VariantConfig read(YamlNode.Mapping mapping) {
        throw new UnsupportedOperationException("comes with the next commits" + mapping);
    }
}
