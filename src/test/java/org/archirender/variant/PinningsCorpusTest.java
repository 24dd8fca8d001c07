package org.archirender.variant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.archirender.Corpus;
import org.archirender.conda.Platform;
import org.archirender.conda.VariantValue;
import org.archirender.forge.ForgeConfig;
import org.archirender.problem.InputException;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.variant.config.ConfigEnvironment;
import org.archirender.variant.config.VariantSettings;
import org.archirender.workspace.TreeReader;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every value in a variant file of the reference is one that the combined configs and migrations offer. */
@Tag("corpus")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PinningsCorpusTest {
    private final Map<String, Pinnings> pinnings = new TreeMap<>();

    @Test
    void theSpaceHasEveryValueOfTheReference() throws IOException {
        Path corpus = Corpus.assumePresent();
        List<String> problems = new ArrayList<>();
        int files = 0;
        try (Stream<Path> folders = Files.list(corpus.resolve("feedstocks"))) {
            for (Path folder : folders.sorted().toList()) {
                JsonNode origin = new ObjectMapper()
                        .readTree(folder.resolve("ORIGIN.json").toFile());
                FileTree tree = TreeReader.read(folder, folder);
                boolean v0 = origin.path("recipe_format").asText().equals("v0");
                for (String platform : List.of("linux_aarch64", "linux_64")) {
                    FileTree expected = tree.folder("expected");
                    if (v0
                            && expected.files().keySet().stream()
                                    .anyMatch(path -> path.value().startsWith(platform))) {
                        files += check(
                                folder,
                                tree,
                                pinnings(corpus, origin.path("pinning").asText()),
                                platform,
                                problems);
                    }
                }
            }
        }
        System.out.println(
                "figure: variant files whose values are all offered: " + files + ", problems: " + problems.size());
        assertThat(problems).isEmpty();
        assertThat(files).isGreaterThan(300);
    }

    private Pinnings pinnings(Path corpus, String version) {
        return pinnings.computeIfAbsent(version, key -> {
            FileTree tree = TreeReader.read(corpus.resolve("pinnings").resolve(key), corpus);
            return Pinnings.parse(
                    text(tree, "conda_build_config.yaml"), "conda_build_config.yaml", tree.folder("migrations"));
        });
    }

    private static String text(FileTree tree, String path) {
        return tree.get(path).flatMap(TreeFile::text).orElse("");
    }

    private static int check(Path folder, FileTree tree, Pinnings pinnings, String platform, List<String> problems) {
        ForgeConfig forge = ForgeConfig.read(text(tree, "conda-forge.yml"), "conda-forge.yml");
        ConfigEnvironment environment =
                ConfigEnvironment.of(Platform.of(platform), forge, text(tree, "recipe/meta.yaml"));
        VariantSettings space;
        try {
            space = pinnings.variants(environment, Optional.empty(), tree, "recipe", false);
        } catch (InputException e) {
            problems.add(folder.getFileName() + " " + platform + ": " + e.getMessage());
            return 0;
        }
        List<Map.Entry<String, String>> files = new ArrayList<>();
        tree.folder("expected").files().forEach((path, file) -> {
            if (path.value().startsWith(platform)) {
                files.add(Map.entry(path.value(), file.text().orElseThrow()));
            }
        });
        for (Map.Entry<String, String> file : files) {
            YamlNode document = YamlReader.read(file.getValue(), file.getKey()).orElseThrow();
            for (Entry field : ((Mapping) document).entries()) {
                String key = field.key().text();
                unknown(space, key, field.value())
                        .forEach(value -> problems.add("%s %s: %s %s is none of %s"
                                .formatted(folder.getFileName(), file.getKey(), key, value, space.values(key))));
            }
        }
        return files.size();
    }

    private static List<String> unknown(VariantSettings space, String key, YamlNode value) {
        List<String> offered = key.equals("zip_keys")
                ? space.zipGroups().stream().flatMap(List::stream).toList()
                : space.values(key).stream().map(VariantValue::text).toList();
        List<String> texts = new ArrayList<>();
        collect(value, texts);
        return texts.stream().filter(text -> !offered.contains(text)).toList();
    }

    private static void collect(YamlNode value, List<String> texts) {
        if (value instanceof Scalar scalar) {
            texts.add(scalar.text());
        } else if (value instanceof Sequence sequence) {
            sequence.items().forEach(item -> collect(item, texts));
        }
    }
}
