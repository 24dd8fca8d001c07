package org.archirender.variant;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.archirender.conda.VariantValue;
import org.archirender.variant.config.VariantGrid;
import org.archirender.variant.config.VariantSettings;

/**
 * Joins the variants of all packages: which keys a variant file keeps, which of them tell the files apart, and the
 * values that any package takes (conda-smithy's {@code _collapse_subpackage_variants}).
 */
final class KeptKeys {
    private static final Set<String> ALWAYS = new TreeSet<>(List.of(
            "MACOSX_DEPLOYMENT_TARGET",
            "MACOSX_SDK_VERSION",
            "macos_min_version",
            "macos_machine",
            "channel_sources",
            "channel_targets",
            "docker_image",
            "build_number_decrement"));
    private static final String TARGET = "target_platform";
    private static final String LABELS = "github_actions_labels";

    /** MPI implementations, whose pins count where {@code mpi} does: it decides which of them a recipe requires. */
    static final List<String> MPI = List.of("mpich", "openmpi", "msmpi", "mpi_serial", "impi");

    private final VariantGrid all;
    private final List<BuiltPackage> packages;
    private final SortedSet<String> kept = new TreeSet<>();
    private final SortedSet<String> loopKeys;
    private final VariantGrid used;

    /**
     * @param all every combination, of which a job's values keep the order
     * @param packages at least one
     * @param labels whether the job's runner is chosen by {@code github_actions_labels}
     * @param also further keys to keep
     */
    KeptKeys(VariantGrid all, List<BuiltPackage> packages, boolean labels, Collection<String> also) {
        this.all = all;
        this.packages = List.copyOf(packages);
        packages.forEach(aPackage -> kept.addAll(aPackage.used()));
        if (kept.contains("mpi")) {
            kept.addAll(MPI);
        }
        kept.addAll(also);
        SortedSet<String> shared = shared();
        loopKeys = all.looping(shared);
        if (kept.contains(TARGET)) {
            loopKeys.add(TARGET);
        }
        if (packages.stream().anyMatch(aPackage -> !aPackage.isNoarch())) {
            kept.add(TARGET);
        }
        if (labels) {
            kept.add(LABELS);
        }
        kept.addAll(ALWAYS);
        kept.addAll(shared);
        used = used();
    }

    /** Keys that a variant file has whether or not the recipe uses them. */
    static Set<String> alwaysKept() {
        Set<String> keys = new TreeSet<>(ALWAYS);
        keys.add(TARGET);
        keys.add(LABELS);
        return keys;
    }

    /** {@code used}, keys that come along with them, and those that every file has. */
    static Set<String> withFollowing(Set<String> used) {
        Set<String> keys = alwaysKept();
        keys.addAll(used);
        if (used.contains("mpi")) {
            keys.addAll(MPI);
        }
        return keys;
    }

    private SortedSet<String> shared() {
        SortedSet<String> shared = new TreeSet<>(packages.get(0).deciding());
        packages.forEach(aPackage -> shared.retainAll(aPackage.deciding()));
        return shared;
    }

    /** What any package takes of every dimension. */
    private VariantGrid used() {
        VariantGrid union = all.only(packages.get(0).choice());
        for (BuiltPackage aPackage : packages) {
            union = union.union(aPackage.variants(), all).union(all.only(aPackage.choice()), all);
        }
        return union;
    }

    /** The keys that tell files apart. */
    SortedSet<String> loopKeys() {
        return loopKeys;
    }

    /** The kept keys of {@code space} with what the packages take of their values. */
    VariantSettings kept(VariantSettings space) {
        TreeMap<String, List<VariantValue>> values = new TreeMap<>();
        used.dimensions().forEach(dimension -> values.putAll(dimension.columns()));
        return space.withValues(values).keeping(kept);
    }

    /** Whether {@code file} is more than a combination of values: some package is built with its loop keys' values. */
    boolean isBuilt(VariantSettings file) {
        return packages.stream()
                .anyMatch(aPackage -> loopKeys.stream().allMatch(key -> {
                    Optional<VariantValue> built = aPackage.choice().get(key);
                    return file.values(key).stream().allMatch(value -> built.equals(Optional.of(value)));
                }));
    }

    /** The values of {@code file}'s loop keys, as in {@code python=3.12, mpi=nompi}. */
    String describe(VariantSettings file) {
        return loopKeys.stream()
                .filter(key -> !key.equals(TARGET))
                .flatMap(key -> file.values(key).stream().limit(1).map(value -> key + "=" + value.text()))
                .collect(Collectors.joining(", "));
    }
}
