package org.archirender.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;

/**
 * A port's pinnings and the migrations beside them. Made once a run; what selectors leave of them is computed once for
 * each environment that is asked for, from any thread.
 */
public final class Pinnings {
    private final String text;
    private final String file;
    private final Map<ConfigEnvironment, VariantConfig> configs = new ConcurrentHashMap<>();

    private Pinnings(String text, String file) {
        this.text = text;
        this.file = file;
    }

    /**
     * Pinnings from a conda_build_config.yaml.
     *
     * @param text with selectors
     * @param file as the user knows it
     * @param migrations what is in the {@code migrations/} folder beside it; empty where there is none, and then all
     *     migrations of a feedstock count
     */
    public static Pinnings parse(String text, String file, FileTree migrations) {
        return new Pinnings(text, file);
    }

    /** What the selectors leave of the pinnings. */
    public VariantConfig config(ConfigEnvironment environment) {
        return configs.computeIfAbsent(environment, key -> VariantConfig.read(text, file, key));
    }

    /**
     * What a feedstock builds with: conda-build's defaults, these pinnings, {@code pins}, and the feedstock's
     * {@code recipe/conda_build_config.yaml}, later ones replacing earlier ones; then its open migrations from
     * {@code .ci_support/migrations/} (CFEP-9).
     *
     * @param feedstock paths as in a feedstock
     * @throws org.archirender.problem.InputException for what conda-build or conda-smithy would refuse
     */
    public VariantSpace variants(ConfigEnvironment environment, Optional<VariantConfig> pins, FileTree feedstock) {
        List<VariantConfig> configs = new ArrayList<>(List.of(config(environment)));
        pins.ifPresent(configs::add);
        feedstock
                .get("recipe/conda_build_config.yaml")
                .flatMap(TreeFile::text)
                .ifPresent(own -> configs.add(VariantConfig.read(own, "recipe/conda_build_config.yaml", environment)));
        return VariantCombiner.combine(configs);
    }
}
