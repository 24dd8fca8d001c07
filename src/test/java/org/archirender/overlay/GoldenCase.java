package org.archirender.overlay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * A case under src/test/resources/edits/OPERATION/: an edit, the files before and after it, and its status when it is
 * applied once more. In one file, so that it reads from top to bottom:
 *
 * <pre>
 * === edit
 * === before FILE
 * === after FILE
 * === files FILE        what the overlay has in files/
 * === again STATUS
 * </pre>
 */
record GoldenCase(String name, Overlay overlay, FileTree before, FileTree after, FileTree files, EditStatus again) {
    private static final Path FOLDER = Path.of("src/test/resources/edits");

    @Override
    public String toString() {
        return name;
    }

    static List<GoldenCase> all() {
        try (var paths = Files.walk(FOLDER)) {
            List<Path> cases = paths.filter(path -> path.toString().endsWith(".case"))
                    .sorted()
                    .toList();
            List<GoldenCase> read = new ArrayList<>();
            for (Path path : cases) {
                read.add(parse(FOLDER.relativize(path).toString(), Files.readString(path)));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenCase parse(String name, String text) {
        String edits = "";
        FileTree before = FileTree.empty();
        FileTree after = FileTree.empty();
        FileTree files = FileTree.empty();
        Optional<EditStatus> again = Optional.empty();
        for (String section : text.split("(?m)^=== ", -1)) {
            int end = section.indexOf('\n');
            String[] head = section.substring(0, Math.max(0, end)).split(" ", -1);
            String body = section.substring(end + 1);
            switch (head[0]) {
                case "edit" -> edits = body;
                case "before" -> before = before.with(TreePath.of(head[1]), TreeFile.of(body));
                case "after" -> after = after.with(TreePath.of(head[1]), TreeFile.of(body));
                case "files" -> files = files.with(TreePath.of(head[1]), TreeFile.of(body));
                case "again" -> again = Optional.of(EditStatus.valueOf(head[1]));
                default -> {
                    // What stands above the first section says what the case is about.
                }
            }
        }
        String overlay = "overlay: 1\npackage: example\nedits:\n" + edits;
        return new GoldenCase(
                name,
                OverlayReader.read(overlay, name),
                before,
                after,
                files,
                again.orElse(EditStatus.ALREADY_PRESENT));
    }
}
