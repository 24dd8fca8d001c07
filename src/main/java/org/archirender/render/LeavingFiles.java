package org.archirender.render;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archirender.tree.PathGlob;

/**
 * Files of upstream's that leave the port's branch: its own CI would run there at every push, and call scripts of the
 * port's by the same names.
 *
 * @param removes what goes, besides what conda-smithy generates
 * @param keeps what stays whatever else says that it goes
 */
public record LeavingFiles(List<PathGlob> removes, List<PathGlob> keeps) {
    /** What conda-smithy generates, and did in former years, to run builds (2026.8, {@code ALL_SUPPORT_FILES}). */
    private static final List<PathGlob> GENERATED = Stream.of(
                    ".appveyor.yml",
                    ".azure-pipelines",
                    ".ci_support/*.yaml",
                    ".circleci",
                    ".drone",
                    ".drone.yml",
                    ".github/workflows/automerge.yml",
                    ".github/workflows/conda-build.yml",
                    ".github/workflows/main.yml",
                    ".github/workflows/webservices.yml",
                    ".scripts",
                    ".travis",
                    ".travis.yml",
                    ".woodpecker",
                    ".woodpecker.yml",
                    "appveyor.yml",
                    "azure-pipelines.yml",
                    "build-locally.py",
                    "ci_support",
                    "circle.yml",
                    "github-actions.yml",
                    "pixi.toml")
            .map(PathGlob::new)
            .toList();

    /** What conda-smithy generates, and nothing else. */
    public static final LeavingFiles GENERATED_ONLY = new LeavingFiles(List.of(), List.of());

    public LeavingFiles {
        removes = List.copyOf(removes);
        keeps = List.copyOf(keeps);
    }

    /** Whether the file at {@code path} goes where the rendering does not write it. */
    public boolean goes(String path) {
        return all().anyMatch(glob -> glob.matches(path)) && !isKept(path);
    }

    /** Whether the port wants it to stay. */
    public boolean isKept(String path) {
        return keeps.stream().anyMatch(glob -> glob.matches(path));
    }

    /**
     * {@code paths} that go, one line for each glob that they go by: {@code .circleci (3 files)}, {@code .travis.yml}.
     */
    public List<String> summary(Collection<String> paths) {
        Map<PathGlob, Integer> counts = new LinkedHashMap<>();
        paths.stream()
                .filter(this::goes)
                .forEach(path -> counts.merge(
                        all().filter(glob -> glob.matches(path)).findFirst().orElseThrow(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each -> each.getKey().text()
                        + (paths.contains(each.getKey().text()) ? "" : " (" + files(each.getValue()) + ")"))
                .sorted()
                .toList();
    }

    /** All of it in one text, for a digest. */
    public String said() {
        return Stream.concat(all().map(PathGlob::text), keeps.stream().map(glob -> "!" + glob.text()))
                .collect(Collectors.joining("\n"));
    }

    private static String files(int count) {
        return count + (count == 1 ? " file" : " files");
    }

    private Stream<PathGlob> all() {
        return Stream.of(GENERATED, removes).flatMap(List::stream);
    }
}
