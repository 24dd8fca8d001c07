package org.archirender.variant.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.archirender.conda.FeedstockLayout;
import org.archirender.tree.FileTree;
import org.archirender.variant.config.ConfigEnvironment;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlReader;

/**
 * The migrations beside the pinnings, and which copy of a feedstock's migrations counts (conda-smithy's
 * {@code set_migration_fns}). A feedstock's file counts itself when it says {@code use_local} or has no
 * {@code migrator_ts}, or where there are no pinned migrations at all. Else a pinned file with the same name and
 * timestamp counts, unless the migration numbers differ. Without such a file the migration is closed and dropped.
 */
public final class MigrationFiles {
    /** What decides about a file, as texts: numbers compare by their spelling. */
    private record Head(Optional<String> timestamp, Optional<String> number, boolean useLocal) {}

    private record Selected(String file, ConfigEnvironment environment) {}

    private final String folder;
    private final FileTree pinned;
    private final Map<String, Head> heads = new ConcurrentHashMap<>();
    private final Map<Selected, Migration> selected = new ConcurrentHashMap<>();

    /**
     * @param folder of the pinned files, as the user knows it
     * @param pinned files by name
     */
    public MigrationFiles(String folder, FileTree pinned) {
        this.folder = folder;
        this.pinned = pinned;
    }

    /** The open migrations of {@code feedstock}, in the order in which they apply: by timestamp, then by name. */
    public List<Migration> open(FileTree feedstock, ConfigEnvironment environment) {
        List<Migration> open = new ArrayList<>();
        feedstock.folder(FeedstockLayout.MIGRATIONS).files().forEach((path, file) -> {
            if (isMigration(path.value())) {
                migration(path.value(), file.text(FeedstockLayout.MIGRATIONS + "/" + path), environment)
                        .ifPresent(open::add);
            }
        });
        open.sort(Comparator.comparingDouble(Migration::timestamp));
        return open;
    }

    private static boolean isMigration(String path) {
        return path.endsWith(".yaml") && path.indexOf('/') < 0 && !path.startsWith(".");
    }

    private Optional<Migration> migration(String name, String text, ConfigEnvironment environment) {
        String file = FeedstockLayout.MIGRATIONS + "/" + name;
        Head own = head(text, file);
        if (own.useLocal() || own.timestamp().isEmpty() || pinned.isEmpty()) {
            return Optional.of(MigrationReader.read(text, file, environment));
        }
        Optional<String> other = pinned.get(name).map(found -> found.text(folder + "/" + name));
        if (other.isEmpty()) {
            return Optional.empty();
        }
        Head pinnedHead = heads.computeIfAbsent(name, key -> head(other.get(), folder + "/" + key));
        if (!own.timestamp().equals(pinnedHead.timestamp())) {
            return Optional.empty();
        }
        return Optional.of(
                own.number().equals(pinnedHead.number())
                        ? selected.computeIfAbsent(
                                new Selected(name, environment),
                                key -> MigrationReader.read(other.get(), folder + "/" + name, environment))
                        : MigrationReader.read(text, file, environment));
    }

    /** Selectors do not count here, as in conda-smithy. */
    private static Head head(String text, String file) {
        Optional<Mapping> root = YamlReader.read(text, file).flatMap(MigrationReader::asMapping);
        Optional<Mapping> migrator =
                root.flatMap(mapping -> mapping.get("__migrator")).flatMap(MigrationReader::asMapping);
        return new Head(
                root.flatMap(mapping -> mapping.get("migrator_ts")).flatMap(MigrationFiles::scalar),
                migrator.flatMap(mapping -> mapping.get("migration_number")).flatMap(MigrationFiles::scalar),
                migrator.flatMap(mapping -> mapping.get("use_local"))
                        .flatMap(MigrationFiles::scalar)
                        .filter(value -> value.equalsIgnoreCase("true"))
                        .isPresent());
    }

    private static Optional<String> scalar(YamlNode node) {
        return node instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }
}
