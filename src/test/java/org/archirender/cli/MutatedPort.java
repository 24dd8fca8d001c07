package org.archirender.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The port of src/test/resources/port, whose files have something of everything that is read, with the edits and files of
 * one golden case in it.
 */
final class MutatedPort {
    private static final Path PORT = Path.of("src/test/resources/port");
    private static final Path RECIPE_YAML = Path.of("src/test/resources/recipe-yaml");
    private static final Path EDITS = Path.of("src/test/resources/edits");
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^```\\w+ (?<what>before|edit|files)(?: (?<file>\\S+))?\\n(?<body>.*?)^```$");

    private static final SortedMap<String, byte[]> FILES = files(PORT);
    private static final List<String> CASES = cases();

    private MutatedPort() {}

    /** The port's files by path, as they are before anything is broken. */
    static SortedMap<String, byte[]> whole() {
        return new TreeMap<>(FILES);
    }

    /** The same with a recipe.yaml in place of the package's meta.yaml, and a variants.yaml beside. */
    static SortedMap<String, byte[]> withRecipeYaml() {
        SortedMap<String, byte[]> files = whole();
        String base = "overlays/demo/base/";
        files.remove(base + "recipe/meta.yaml");
        files(RECIPE_YAML).forEach((name, bytes) -> files.put(base + "recipe/" + name, bytes));
        String overlay = new String(files.get("overlays/demo/overlay.yaml"), UTF_8);
        overlay =
                overlay.replace("requirements/host", "extra/recipe-maintainers").replace("  # [linux]", "");
        files.put("overlays/demo/overlay.yaml", bytes(overlay));
        String forge = new String(files.get(base + "conda-forge.yml"), UTF_8);
        files.put(base + "conda-forge.yml", bytes(forge + "conda_build_tool: rattler-build\n"));
        return files;
    }

    /** The same with a golden case's recipe and edits in place of its own package's. */
    static SortedMap<String, byte[]> withEdits(Random random) {
        SortedMap<String, byte[]> files = whole();
        String overlay = new String(files.get("overlays/demo/overlay.yaml"), UTF_8);
        Matcher block = BLOCK.matcher(CASES.get(random.nextInt(CASES.size())));
        while (block.find()) {
            String file = block.group("file") == null ? "meta.yaml" : block.group("file");
            switch (block.group("what")) {
                case "before" -> files.put("overlays/demo/base/recipe/" + file, bytes(block.group("body")));
                case "files" -> files.put("overlays/demo/files/" + file, bytes(block.group("body")));
                default -> overlay = overlay.replaceAll("(?s)edits:\\n.*", "edits:\n") + block.group("body");
            }
        }
        files.put("overlays/demo/overlay.yaml", bytes(overlay));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static List<String> cases() {
        return files(EDITS).values().stream()
                .flatMap(page -> Stream.of(new String(page, UTF_8).split("(?m)^## ", -1)))
                .filter(section -> section.contains(" edit\n"))
                .toList();
    }

    private static SortedMap<String, byte[]> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            SortedMap<String, byte[]> files = new TreeMap<>();
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
