package org.archirender.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.Platform;
import org.archirender.conda.VariantValue;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.variant.config.ConfigEnvironment;
import org.archirender.variant.config.VariantCombiner;
import org.archirender.variant.config.VariantConfig;
import org.archirender.variant.config.VariantSettings;
import org.archirender.variant.migration.MigrationAlgebra;
import org.archirender.variant.migration.MigrationReader;

/** Small configs and what they combine to, as plain text, for tests. */
public final class Configs {
    static final ConfigEnvironment AARCH64 = environment(Map.of());

    private Configs() {}

    public static ConfigEnvironment environment(Map<String, String> variables) {
        return new ConfigEnvironment(Platform.of("linux-aarch64"), new TreeMap<>(variables));
    }

    /** The values of {@code key} that {@code pinnings} and the feedstock's own files come to. */
    public static List<String> texts(Pinnings pinnings, FileTree feedstock, String key) {
        return texts(pinnings.variants(AARCH64, Optional.empty(), feedstock, "recipe", false), key);
    }

    public static VariantConfig config(String file, String text) {
        return VariantConfig.read(withoutSelectors(text), file, AARCH64);
    }

    /** A list in brackets at the end of a line would be a selector; an empty comment makes it a list again. */
    static String withoutSelectors(String text) {
        return text.replaceAll("(?m)\\]$", "] #");
    }

    /** What {@code texts} combine to; the file names are a.yaml, b.yaml and so on. */
    public static VariantSettings combined(String... texts) {
        List<VariantConfig> configs = new ArrayList<>();
        for (String text : texts) {
            configs.add(config((char) ('a' + configs.size()) + ".yaml", text));
        }
        return VariantCombiner.combine(configs);
    }

    public static VariantSettings migrated(String space, String migration) {
        return MigrationAlgebra.apply(
                combined(space), MigrationReader.read(withoutSelectors(migration), "m.yaml", AARCH64));
    }

    public static SortedMap<String, List<String>> texts(VariantSettings space) {
        SortedMap<String, List<String>> texts = new TreeMap<>();
        space.values().keySet().forEach(key -> texts.put(key, texts(space, key)));
        return texts;
    }

    public static List<String> texts(VariantSettings space, String key) {
        return space.values(key).stream().map(VariantValue::text).toList();
    }

    static VariantSettings variants(Pinnings pinnings, String... pathsAndTexts) {
        return pinnings.variants(AARCH64, Optional.empty(), FileTrees.of(pathsAndTexts), "recipe", false);
    }
}
