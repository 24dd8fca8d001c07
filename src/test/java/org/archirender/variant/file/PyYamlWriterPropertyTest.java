package org.archirender.variant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.Corpus;
import org.archirender.variant.file.YamlValue.Fields;
import org.archirender.variant.file.YamlValue.Items;
import org.archirender.variant.file.YamlValue.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PyYamlWriterPropertyTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private static final List<String> PIECES = List.of(
            "word",
            "  ",
            " ",
            "\n",
            "'",
            "\"",
            ":",
            "#",
            "-",
            "1",
            ".",
            "é",
            "\t",
            "true",
            "null",
            "\\",
            "~",
            "2.17",
            "x".repeat(40),
            "_",
            "?",
            "[",
            "%",
            "\ud83d\ude00",
            ",",
            "*",
            "0",
            "e+5",
            "\u0007",
            "\u0085",
            "\\xe9",
            "---",
            "}",
            "&",
            "|",
            "=",
            "<<",
            "1:30",
            "\u00a0",
            "\ufeff");

    /** In short texts: it counts as six columns where a line is folded, and two are written. */
    private static final String LINE_SEPARATOR = "\u2028";

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @Provide
    static Arbitrary<Fields> documents() {
        return Arbitraries.lazyOf(() -> texts().map(Text::new), PyYamlWriterPropertyTest::lists, () -> mappings())
                .list()
                .ofMaxSize(4)
                .map(PyYamlWriterPropertyTest::numbered);
    }

    private static Arbitrary<YamlValue> lists() {
        return texts().list().ofMaxSize(4).map(YamlValue::texts);
    }

    private static Arbitrary<YamlValue> mappings() {
        return lists().list().ofMaxSize(3).map(lists -> numbered(List.of(new Items(lists))));
    }

    private static Fields numbered(List<YamlValue> values) {
        Map<String, YamlValue> fields = new LinkedHashMap<>();
        values.forEach(value -> fields.put("key" + fields.size(), value));
        return new Fields(fields);
    }

    @Property(tries = 500)
    void readingGivesTheValueBack(@ForAll("documents") Fields document) {
        assertThat(YamlValue.read(PyYamlWriter.document(document), "written")).isEqualTo(document);
    }

    @Property(tries = 300)
    void writingAgainChangesNothing(@ForAll("documents") Fields document) {
        String written = PyYamlWriter.document(document);
        assertThat(PyYamlWriter.document(YamlValue.read(written, "written"))).isEqualTo(written);
    }

    @Property(tries = 300)
    void allOutputIsAsciiAndEndsInOneNewline(@ForAll("documents") Fields document) {
        String written = PyYamlWriter.document(document);
        assertThat(written).matches(text -> text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')));
        assertThat(written).endsWith("\n");
    }

    @Test
    @Tag("corpus")
    void variantFilesOfTheReferenceAreWrittenBackByteForByte() throws IOException {
        Path corpus = Corpus.assumePresent();
        List<String> different = new ArrayList<>();
        int files = 0;
        for (Path file : expected(corpus)) {
            files++;
            String text = Files.readString(file);
            if (!PyYamlWriter.document(YamlValue.read(text, file.toString())).equals(text)) {
                different.add(corpus.relativize(file).toString());
            }
        }
        System.out.println("figure: variant files written back: " + (files - different.size()) + " of " + files);
        assertThat(different).isEmpty();
    }

    private static List<Path> expected(Path corpus) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("feedstocks", "staged")) {
            try (Stream<Path> paths = Files.walk(corpus.resolve(part), 3)) {
                paths.filter(path -> path.toString().matches(".*/expected/[^/]*\\.yaml"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    /** Asks the real PyYAML, on texts that are made of what it treats specially. */
    @Test
    @Tag("differential")
    void pyYamlWritesTheSame() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PYTHON) && run("import yaml", "").equals("ok"), "skipped: no PyYAML");
        Random random = new Random(19);
        List<String> texts = new ArrayList<>(List.of(""));
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            if (i % 40 == 0) {
                text.append(LINE_SEPARATOR);
            }
            for (int j = random.nextInt(i % 40 + 2); j > 0; j--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            texts.add(text.toString());
        }
        String written = PyYamlWriter.document(numbered(List.of(YamlValue.texts(texts))));
        String script = """
                import yaml, sys
                yaml.add_representer(str, lambda d, s: d.represent_bool(s == 'true') if s in ('true', 'false')
                                     else d.represent_str(s))
                text = sys.stdin.read()
                data = yaml.load(text, Loader=yaml.BaseLoader)
                again = yaml.dump(data, default_flow_style=False).split('\\n')
                for number, (a, b) in enumerate(zip(text.split('\\n'), again)):
                    if a != b:
                        sys.exit('line %d is %r, PyYAML writes %r' % (number + 1, a, b))
                """;
        assertThat(run(script, written)).isEqualTo("ok");
    }

    private static String run(String script, String input) throws IOException, InterruptedException {
        Path text = Files.createTempFile("variant", ".yaml");
        try {
            Files.writeString(text, input);
            Process process = new ProcessBuilder(PYTHON.toString(), "-c", script)
                    .redirectInput(text.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "ok" : output;
        } finally {
            Files.delete(text);
        }
    }
}
