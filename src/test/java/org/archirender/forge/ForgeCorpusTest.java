package org.archirender.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.archirender.Corpus;
import org.archirender.text.Lines;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;

/** Every real conda-forge.yml reads, and takes a port's keys without losing a line. */
class ForgeCorpusTest {
    private static final Mapping KEYS =
            (Mapping) YamlReader.read("""
                    compiler_stack: comp99
                    shippable: {projectId: 5c26}
                    provider: {linux_aarch64: native}
                    """, "port.yaml").orElseThrow();

    @Test
    void realConfigsReadAndKeepTheirLines() throws IOException {
        int read = 0;
        for (Path path : configs()) {
            String text = Files.readString(path);
            String name = path.toString();
            assertThat(ForgeConfig.read(text, name).recipeDir()).as(name).isNotEmpty();

            String merged = ForgeConfigMerge.merge(text, name, KEYS);
            ForgeConfig config = ForgeConfig.read(merged, name);
            assertThat(config.compilerStack()).as(name).isEqualTo("comp99");
            assertThat(config.provider().get("linux_aarch64")).as(name).containsExactly("native");
            assertThat(texts(merged)).as(name).containsSubsequence(untouched(text));
            read++;
        }
        assertThat(read).isGreaterThan(180);
    }

    private static List<Path> configs() throws IOException {
        try (Stream<Path> feedstocks = Files.list(Corpus.assumePresent().resolve("feedstocks"))) {
            return feedstocks
                    .map(folder -> folder.resolve("conda-forge.yml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    private static List<String> untouched(String text) {
        return texts(text).stream()
                .filter(line -> !line.matches("compiler_stack:.*|provider:.*|\\s*linux_aarch64:.*"))
                .toList();
    }

    private static List<String> texts(String text) {
        List<String> texts = new ArrayList<>();
        Lines.of(text).lines().forEach(line -> texts.add(line.text()));
        return texts;
    }
}
