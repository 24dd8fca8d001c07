package org.archirender.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.text.Lines;
import org.archirender.yaml.KeyPathMerge;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlReader;

class ForgeConfigMergePropertyTest {
    private static final List<String> KEYS = List.of("a", "b", "'c d'", "\"\ud83d\ude00\"", "e_f");

    @Provide
    Arbitrary<String> bases() {
        return Combinators.combine(
                        blocks("", 2),
                        Arbitraries.of("\n", "\r\n"),
                        Arbitraries.of(true, false),
                        Arbitraries.of("", "\ufeff"))
                .as((lines, end, last, mark) ->
                        // A file that is nothing but the mark has no line that could stay as it is.
                        lines.isEmpty() ? "" : mark + String.join(end, lines) + (last ? end : ""));
    }

    @Provide
    Arbitrary<String> overrides() {
        return flowMapping(2);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void theResultSaysTheMergedValue(@ForAll("bases") String base, @ForAll("overrides") String overrides) {
        String merged = ForgeConfigMerge.merge(base, "base", mapping(overrides));
        assertThat(PlainValues.of(mapping(merged)))
                .isEqualTo(PlainValues.of(KeyPathMerge.merged(mapping(base), mapping(overrides))));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void linesOfOtherKeysStayByteForByte(@ForAll("bases") String base, @ForAll("overrides") String overrides) {
        List<String> touched = mapping(overrides).entries().stream()
                .map(entry -> entry.key().text())
                .toList();
        assertThat(blocksOfOthers(ForgeConfigMerge.merge(base, "base", mapping(overrides)), touched))
                .isEqualTo(blocksOfOthers(base, touched));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aMergeOfNothingIsNoChange(@ForAll("bases") String base) {
        assertThat(ForgeConfigMerge.merge(base, "base", mapping("{}"))).isEqualTo(base);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void mergingTwiceIsMergingOnce(@ForAll("bases") String base, @ForAll("overrides") String overrides) {
        String once = ForgeConfigMerge.merge(base, "base", mapping(overrides));
        assertThat(ForgeConfigMerge.merge(once, "base", mapping(overrides))).isEqualTo(once);
    }

    /** The lines of all keys but {@code touched}, with all comments and blank lines between top-level keys. */
    private static List<String> blocksOfOthers(String text, List<String> touched) {
        List<String> kept = new ArrayList<>();
        boolean other = true;
        for (Lines.Line line : Lines.of(text).lines()) {
            String content = line.text().replace("\ufeff", "");
            boolean between = content.isEmpty() || content.startsWith("#");
            if (!between && !content.startsWith(" ") && !content.startsWith("-")) {
                other = touched.stream()
                        .noneMatch(name -> content.replaceAll("['\"]", "").startsWith(name + ":"));
            }
            if (between || other) {
                kept.add(content);
            }
        }
        return kept;
    }

    private static Mapping mapping(String text) {
        YamlNode node = YamlReader.read(text, "x")
                .orElseGet(() -> YamlReader.read("{}", "x").orElseThrow());
        return (Mapping) node;
    }

    private static Arbitrary<List<String>> blocks(String indent, int depth) {
        Arbitrary<List<String>> noise =
                Arbitraries.of(List.of(), List.of(indent.isEmpty() ? "" : indent + "#"), List.of(indent + "# note: x"));
        return Arbitraries.of(KEYS)
                .flatMap(key -> Combinators.combine(noise, value(indent + key, indent, depth))
                        .as((before, lines) -> {
                            List<String> all = new ArrayList<>(before);
                            all.addAll(lines);
                            return all;
                        }))
                .list()
                .ofMaxSize(4)
                .map(parts -> parts.stream().flatMap(List::stream).toList());
    }

    private static Arbitrary<List<String>> value(String head, String indent, int depth) {
        Arbitrary<List<String>> inline = Combinators.combine(flowValue(1), Arbitraries.of("", "  # why", " "))
                .as((value, comment) -> List.of(head + ": " + value + comment));
        Arbitrary<List<String>> list = Arbitraries.of(
                List.of(head + ":", indent + "- x", indent + "-   'y'  # z"),
                List.of(head + ": |", indent + "   text", " ", indent + "   more"),
                List.of(head + ": [x,", indent + "    y]"));
        if (depth == 0) {
            return Arbitraries.oneOf(inline, list);
        }
        Arbitrary<List<String>> nested = blocks(indent + "   ", depth - 1)
                .filter(lines -> lines.stream().anyMatch(line -> line.startsWith(indent + " ")))
                .map(lines -> {
                    List<String> all = new ArrayList<>(List.of(head + ":"));
                    all.addAll(lines);
                    return all;
                });
        return Arbitraries.oneOf(inline, list, nested);
    }

    private static Arbitrary<String> flowMapping(int depth) {
        return Arbitraries.of(KEYS)
                .flatMap(key -> flowValue(depth).map(value -> key + ": " + value))
                .list()
                .ofMaxSize(3)
                .map(entries -> entries.stream().collect(Collectors.joining(", ", "{", "}")));
    }

    private static Arbitrary<String> flowValue(int depth) {
        Arbitrary<String> leaf =
                Arbitraries.of("1", "1.10", "'37'", "null", "true", "\"two\\nlines\"", "it's", "[x, '[y']", "{}", "[]");
        return depth == 0 ? leaf : Arbitraries.oneOf(leaf, Arbitraries.lazy(() -> flowMapping(depth - 1)));
    }
}
