package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeFile;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What an edit that applied leaves on each platform, read by other means: lines whose selector is no name of the platform
 * go, and YAML reads the rest.
 */
class ReadsAsMeantTest {
    private static final List<Set<String>> PLATFORMS =
            List.of(Set.of("linux"), Set.of("linux", "aarch64"), Set.of("win"), Set.of("osx", "aarch64"));

    private static final List<String> SELECTORS = List.of("", "", "  # [linux]", "  # [win]", "  # [aarch64]");

    @Provide
    Arbitrary<String> recipes() {
        Arbitrary<String> item = Combinators.combine(
                        Arbitraries.of("zlib", "xz >=5", "\"q r\"", "'s'", "make\n      more"),
                        Arbitraries.of(SELECTORS))
                .as((text, selector) ->
                        text.contains("\n") ? "    - " + text + "\n" : "    - " + text + selector + "\n");
        Arbitrary<String> skip = Arbitraries.of(SELECTORS).map(selector -> "  skip: true" + selector + "\n");
        return Combinators.combine(item.list().ofMinSize(1).ofMaxSize(5).map(items -> String.join("", items)), skip)
                .as((items, skips) -> "package:\n  name: a\n  version: 1\nbuild:\n  number: 1\n" + skips
                        + "requirements:\n  host:\n" + items + "about:\n  home: x\n");
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> text = Arbitraries.of(
                "new",
                "new >=1",
                "new: x",
                "- new",
                "new\n- newer",
                "\"new",
                "[new]",
                "{new: x}",
                "#new",
                "new # x",
                "*new",
                "&new",
                "new\n  newer",
                "  new",
                "!new",
                "|",
                "> new",
                "'new'x",
                "new:",
                "@@new",
                "%new",
                "? new",
                "new, newer");
        return Combinators.combine(text, Arbitraries.of(SELECTORS))
                .as(String::concat)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }

    /** Other items stay, each where its selector holds, and nothing else changes at all. */
    @Property(tries = 3000)
    void noEditThatAppliesReadsAsSomethingElse(
            @ForAll("recipes") String recipe,
            @ForAll("texts") List<String> texts,
            @ForAll("operations") String operation) {
        String quoted = texts.stream()
                .map(text ->
                        "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
        Applied applied = Edits.onRecipe(FileTrees.of("meta.yaml", recipe), operation.formatted(quoted) + "  why: w\n");
        if (applied.results().get(0).status() != EditStatus.APPLIED) {
            return;
        }
        String changed =
                applied.tree().get("recipe/meta.yaml").flatMap(TreeFile::text).orElseThrow();
        for (Set<String> platform : PLATFORMS) {
            List<String> kept = new ArrayList<>(host(recipe, platform));
            if (operation.contains("zlib")) {
                kept.removeIf(item -> item.startsWith("zlib"));
            }
            assertThat(host(changed, platform))
                    .as("%s on %s: %s%n%s", operation, platform, quoted, changed)
                    .containsAll(kept);
            assertThat(rest(changed, platform)).as("%s%n%s", quoted, changed).isEqualTo(rest(recipe, platform));
            List<String> came = new ArrayList<>(host(changed, platform));
            host(recipe, platform).forEach(came::remove);
            assertThat(came).as("%s on %s%n%s", quoted, platform, changed).allMatch(item -> item.contains("new"));
        }
    }

    @Provide
    Arbitrary<String> operations() {
        return Arbitraries.of(
                "- add-item: requirements/host\n  items: %s\n",
                "- add-item: requirements/host\n  items: %s\n  at: start\n",
                "- add-item: requirements/host\n  items: %s\n  after: zlib\n",
                "- replace-item: requirements/host\n  item: zlib\n  with: %s\n");
    }

    private static List<String> host(String recipe, Set<String> platform) {
        Object requirements = read(recipe, platform).get("requirements");
        Object host = requirements instanceof Map<?, ?> map ? map.get("host") : null;
        return host instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    private static String rest(String recipe, Set<String> platform) {
        return read(recipe, platform).entrySet().stream()
                .filter(entry -> !entry.getKey().equals("requirements"))
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    private static Map<?, ?> read(String recipe, Set<String> platform) {
        String selected = recipe.lines()
                .filter(line -> {
                    int hash = line.lastIndexOf("# [");
                    return hash < 0 || platform.contains(line.substring(hash + 3, line.length() - 1));
                })
                .collect(Collectors.joining("\n"));
        try {
            return (Map<?, ?>)
                    new Load(LoadSettings.builder().setAllowDuplicateKeys(true).build()).loadFromString(selected);
        } catch (YamlEngineException e) {
            throw new AssertionError(selected, e);
        }
    }
}
