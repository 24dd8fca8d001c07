package org.archirender.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.text.NearMiss;

/** What lies in a workspace's input folders and is read by nobody. Notes ({@code *.md}, {@code *.txt}) are for people. */
final class StrayFiles {
    private static final List<String> OF_OVERLAY = List.of("overlay.yaml", "base", "files");

    private final Path root;
    private final List<Problem> strays = new ArrayList<>();

    StrayFiles(Path root) {
        this.root = root;
    }

    List<Problem> found() {
        look(root.resolve("overlays"), path -> isFolder(path) || isNamed(path, "port.yaml"), List.of("port.yaml"));
        for (Path overlay : entries(root.resolve("overlays"))) {
            if (isFolder(overlay)) {
                look(overlay, path -> OF_OVERLAY.stream().anyMatch(name -> isNamed(path, name)), OF_OVERLAY);
            }
        }
        look(root.resolve("templates"), StrayFiles::isFolder, List.of());
        look(
                root.resolve("migrations"),
                path -> !isFolder(path) && path.getFileName().toString().endsWith(".yaml"),
                List.of("NAME.yaml"));
        return List.copyOf(strays);
    }

    private void look(Path folder, Predicate<Path> isRead, List<String> names) {
        for (Path entry : entries(folder)) {
            String name = entry.getFileName().toString();
            boolean isNote = name.startsWith(".") || name.endsWith(".md") || name.endsWith(".txt");
            if (!isNote && !isRead.test(entry)) {
                strays.add(new Problem(
                        Location.of(root.relativize(entry).toString().replace('\\', '/')),
                        NearMiss.behind("nobody reads this", NearMiss.of(name, names)),
                        "rename it, move it to where it is read, or delete it"));
            }
        }
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isNamed(Path path, String name) {
        return path.getFileName().toString().equals(name);
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        } catch (IOException e) {
            throw DiskFailure.reading(folder.toString(), e);
        }
    }
}
