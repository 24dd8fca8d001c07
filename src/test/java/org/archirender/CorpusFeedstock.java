package org.archirender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.variant.Pinnings;

/**
 * A real feedstock and what conda-smithy makes of it.
 *
 * @param name the folder's
 * @param tree without what is expected
 * @param expected variant files of all platforms by name, without {@code .yaml}
 * @param pinnings of the version that it is to be rendered with
 */
record CorpusFeedstock(String name, FileTree tree, SortedMap<String, String> expected, Pinnings pinnings) {
    private static final String EXPECTED = "expected";
    private static final Map<Path, Pinnings> PINNINGS = new ConcurrentHashMap<>();

    static CorpusFeedstock read(Path folder, Path pinnings) {
        FileTree all = tree(folder);
        SortedMap<String, String> expected = new TreeMap<>();
        all.folder(EXPECTED)
                .files()
                .forEach((path, file) -> expected.put(
                        path.value().replaceFirst("\\.yaml$", ""), file.text().orElseThrow()));
        FileTree kept = FileTree.empty();
        for (Map.Entry<TreePath, TreeFile> entry : all.files().entrySet()) {
            if (!entry.getKey().isUnder(EXPECTED)) {
                kept = kept.with(entry.getKey(), entry.getValue());
            }
        }
        return new CorpusFeedstock(
                folder.getFileName().toString(), kept, expected, PINNINGS.computeIfAbsent(pinnings, p -> pinnings(p)));
    }

    static Pinnings pinnings(Path folder) {
        try {
            Path file = folder.resolve("conda_build_config.yaml");
            Path migrations = folder.resolve("migrations");
            return Pinnings.parse(
                    Files.readString(file),
                    "conda_build_config.yaml",
                    Files.isDirectory(migrations) ? tree(migrations) : FileTree.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTree tree(Path folder) {
        SortedMap<TreePath, TreeFile> files = new TreeMap<>();
        for (Path file : files(folder)) {
            try {
                String path = folder.relativize(file).toString().replace('\\', '/');
                files.put(TreePath.of(path), TreeFile.of(Files.readAllBytes(file), false));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return FileTree.of(files);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is expected for {@code platform}, as in {@code linux_aarch64}. */
    SortedMap<String, String> expected(String platform) {
        SortedMap<String, String> files = new TreeMap<>();
        expected.forEach((name, text) -> {
            if (name.startsWith(platform + "_")) {
                files.put(name, text);
            }
        });
        return files;
    }
}
