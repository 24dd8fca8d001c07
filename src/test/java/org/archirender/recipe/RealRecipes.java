package org.archirender.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.archirender.Corpus;

/** Real recipe texts. */
public final class RealRecipes {
    private RealRecipes() {}

    /** 16,000 meta.yaml texts. */
    public static void forEach(Consumer<String> check) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Path file = Corpus.assumePresent().resolve("recipes.jsonl.gz");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode entry = json.readTree(line);
                check.accept(entry.get("source").asText());
            }
        }
    }

    /** The meta.yaml and recipe.yaml of real feedstocks. */
    public static void forEachFeedstock(Consumer<String> check) throws IOException {
        try (Stream<Path> feedstocks = Files.list(Corpus.assumePresent().resolve("feedstocks"))) {
            for (Path feedstock : feedstocks.sorted().toList()) {
                for (String name : new String[] {"recipe/meta.yaml", "recipe/recipe.yaml"}) {
                    Path recipe = feedstock.resolve(name);
                    if (Files.exists(recipe)) {
                        check.accept(Files.readString(recipe, StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }
}
