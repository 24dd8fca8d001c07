package org.archirender.variant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.archirender.conda.Platform;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.selector.SelectedText;
import org.archirender.tree.FileTree;
import org.archirender.variant.config.CondaDefaults;
import org.archirender.variant.config.ConfigEnvironment;
import org.archirender.variant.config.ConfigTraps;
import org.archirender.variant.config.VariantCheck;
import org.archirender.variant.config.VariantCombiner;
import org.archirender.variant.config.VariantConfig;
import org.archirender.variant.config.VariantSettings;
import org.archirender.variant.migration.Migration;
import org.archirender.variant.migration.MigrationAlgebra;
import org.archirender.variant.migration.MigrationFiles;

/**
 * A port's pinnings and the migrations beside them. Made once a run; what selectors leave of them is computed once for
 * each environment that is asked for, from any thread.
 */
public final class Pinnings {
    private static final Pattern KEY = Pattern.compile("^['\"]?([\\w.-]+)['\"]?:", Pattern.MULTILINE);

    private final SelectedText text;
    private final String file;
    private final MigrationFiles migrations;
    private final Set<String> alwaysKept;
    private final SortedSet<String> named;
    private final Map<ConfigEnvironment, VariantConfig> configs = new ConcurrentHashMap<>();
    private final Map<ConfigEnvironment, VariantSettings> spaces = new ConcurrentHashMap<>();

    private Pinnings(
            SelectedText text,
            String file,
            MigrationFiles migrations,
            Set<String> alwaysKept,
            SortedSet<String> named) {
        this.text = text;
        this.file = file;
        this.migrations = migrations;
        this.alwaysKept = Collections.unmodifiableSet(new TreeSet<>(alwaysKept));
        this.named = named;
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
        SortedSet<String> named = new TreeSet<>();
        KEY.matcher(text).results().forEach(key -> named.add(key.group(1)));
        return new Pinnings(
                SelectedText.of(text),
                file,
                new MigrationFiles(migrationsOf(file), migrations),
                new TreeSet<>(),
                named);
    }

    /** The same, with {@code keys} in every variant file, used or not. One that a feedstock has no value for is left out. */
    public Pinnings keeping(Set<String> keys) {
        return new Pinnings(text, file, migrations, keys, named);
    }

    /** The keys that the pinnings name, for whatever platform, sorted. */
    public SortedSet<String> named() {
        return Collections.unmodifiableSortedSet(named);
    }

    /** The keys that are in every variant file beside those that conda-smithy always keeps. */
    Set<String> alwaysKept() {
        return alwaysKept;
    }

    /**
     * Warnings about what pinnings and migrations say in vain, or otherwise than it looks; of what can't be read who needs
     * it tells.
     *
     * @param target what is built for; the rest as for {@link #parse}
     */
    public static List<Problem> traps(String text, String file, FileTree migrations, Platform target) {
        Set<String> keys = keys(text, file, migrations, target);
        List<Problem> traps = new ArrayList<>(ConfigTraps.of(text, file, target, keys));
        texts(file, migrations).forEach((name, said) -> traps.addAll(ConfigTraps.of(said, name, target, keys)));
        return traps;
    }

    /** Warnings about migrations that set keys which nothing pins; see {@link #traps}. */
    public static List<Problem> idleMigrations(String text, String file, FileTree migrations, Platform target) {
        Set<String> keys = keys(text, file, migrations, target);
        List<Problem> idle = new ArrayList<>();
        texts(file, migrations).forEach((name, said) -> idle.addAll(ConfigTraps.ofMigration(said, name, target, keys)));
        return idle;
    }

    private static Set<String> keys(String text, String file, FileTree migrations, Platform target) {
        try {
            return parse(text, file, migrations).keys(target);
        } catch (InputException e) {
            return Collections.emptySortedSet();
        }
    }

    /** The migrations by their names in messages. */
    private static SortedMap<String, String> texts(String file, FileTree migrations) {
        SortedMap<String, String> texts = new TreeMap<>();
        migrations
                .files()
                .forEach((path, migration) -> migration
                        .text()
                        .filter(said -> path.value().endsWith(".yaml"))
                        .ifPresent(said -> texts.put(migrationsOf(file) + "/" + path, said)));
        return texts;
    }

    private static String migrationsOf(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1) + "migrations";
    }

    /** The keys that the pinnings set for {@code target}, where a feedstock says nothing that selectors ask for. */
    public Set<String> keys(Platform target) {
        return config(new ConfigEnvironment(target, new TreeMap<>())).settings().keySet();
    }

    /** The values of {@code key} there; empty where it is not set. */
    public List<String> values(Platform target, String key) {
        return config(new ConfigEnvironment(target, new TreeMap<>())).values(key).stream()
                .map(VariantValue::text)
                .toList();
    }

    /** What the selectors leave of the pinnings. */
    VariantConfig config(ConfigEnvironment environment) {
        return configs.computeIfAbsent(environment, key -> VariantConfig.read(text, file, key));
    }

    /**
     * What a feedstock builds with: conda-build's defaults, these pinnings, {@code pins}, and the feedstock's
     * own conda_build_config.yaml beside the recipe, later ones replacing earlier ones; then its open migrations from
     * {@code .ci_support/migrations/} (CFEP-9).
     *
     * @param feedstock paths as in a feedstock
     * @param recipeDir where its recipe is
     * @param isRecipeYaml whether variants.yaml counts, too, after conda_build_config.yaml
     * @throws InputException for what conda-build or conda-smithy would refuse
     */
    VariantSettings variants(
            ConfigEnvironment environment,
            Optional<VariantConfig> pins,
            FileTree feedstock,
            String recipeDir,
            boolean isRecipeYaml) {
        String own = recipeDir + "/conda_build_config.yaml";
        List<VariantConfig> later = new ArrayList<>();
        pins.ifPresent(later::add);
        feedstock.get(own).ifPresent(file -> later.add(VariantConfig.read(file.text(own), own, environment)));
        String variantsYaml = recipeDir + "/variants.yaml";
        feedstock
                .get(variantsYaml)
                .filter(file -> isRecipeYaml)
                .ifPresent(file ->
                        later.add(VariantConfig.readVariantsYaml(file.text(variantsYaml), variantsYaml, environment)));
        VariantSettings space = combined(environment, later);
        List<Migration> open = migrations.open(feedstock, environment);
        for (Migration migration : open) {
            space = MigrationAlgebra.apply(space, migration);
        }
        return open.isEmpty() ? space : check(space);
    }

    private VariantSettings combined(ConfigEnvironment environment, List<VariantConfig> later) {
        if (later.isEmpty()) {
            return base(environment);
        }
        return check(
                later.stream().allMatch(VariantCombiner::isPlain)
                        ? VariantCombiner.combine(base(environment), later)
                        : VariantCombiner.combine(configs(environment, later)));
    }

    private VariantSettings base(ConfigEnvironment environment) {
        return spaces.computeIfAbsent(environment, key -> check(VariantCombiner.combine(configs(key, List.of()))));
    }

    private List<VariantConfig> configs(ConfigEnvironment environment, List<VariantConfig> later) {
        List<VariantConfig> all = new ArrayList<>();
        all.add(CondaDefaults.config(environment.target()));
        all.add(config(environment));
        all.addAll(later);
        return all;
    }

    private VariantSettings check(VariantSettings space) {
        return VariantCheck.check(space, Location.of(file));
    }
}
