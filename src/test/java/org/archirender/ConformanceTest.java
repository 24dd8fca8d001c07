package org.archirender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.archirender.problem.InputException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variant files of real feedstocks against those of conda-smithy, byte for byte. Prints the shares by part. */
@Tag("corpus")
class ConformanceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGET = "linux-aarch64";

    /**
     * Errors of the reference's that are none of the recipe's variants: it had no network to fetch a source from that
     * they don't need, and its README wants an about: section of the recipe itself.
     */
    private static final List<String> NOT_THE_VARIANTS =
            List.of("Could not download", "(source tree)", "KeyError: 'about'");

    @Test
    void feedstocksOfAllYearsForAarch64() throws IOException {
        Conformance conformance = new Conformance("feedstocks", TARGET);
        for (CorpusFeedstock feedstock : feedstocks(ConformanceTest::hasReference)) {
            conformance.check(feedstock);
        }
        System.out.print(conformance.report());
        assertThat(conformance.total()).isPositive();
        assertThat(conformance.share()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void feedstocksForTheUsualTarget() throws IOException {
        Conformance conformance = new Conformance("feedstocks", "linux-64");
        for (CorpusFeedstock feedstock : feedstocks(ConformanceTest::hasReference)) {
            conformance.check(feedstock);
        }
        System.out.print(conformance.report());
        assertThat(conformance.total()).isPositive();
        assertThat(conformance.share()).isGreaterThanOrEqualTo(0.97);
    }

    /** The files are those that were checked in: conda-smithy before 3.57 had other rules, for cdt_name among them. */
    @ParameterizedTest
    @ValueSource(strings = {TARGET, "linux-64"})
    void feedstocksWithRecipeYaml(String target) throws IOException {
        Conformance all = new Conformance("recipe.yaml", target);
        Conformance recent = new Conformance("by conda-smithy 3.57 or newer", target);
        for (CorpusFeedstock feedstock : feedstocks(origin -> !isV0(origin))) {
            all.check(feedstock);
        }
        for (CorpusFeedstock feedstock : feedstocks(origin -> !isV0(origin) && isRecent(origin))) {
            recent.check(feedstock);
        }
        System.out.print(all.headline() + recent.headline());
        all.differences()
                .forEach(difference -> System.out.println("figure: recipe.yaml, " + target + ": " + difference));
        assertThat(all.total()).isPositive();
        assertThat(all.share()).isGreaterThanOrEqualTo(40 / 48.0);
        assertThat(recent.differences()).isEmpty();
    }

    private static boolean isV0(JsonNode origin) {
        return origin.path("recipe_format").asText("").equals("v0");
    }

    private static boolean isRecent(JsonNode origin) {
        String[] version = origin.path("smithy").asText("").split("\\.", -1);
        int major = Integer.parseInt(version[0]);
        return major > 3 || Integer.parseInt(version[1]) >= 57;
    }

    /** These files are the checked-in ones: where conda-smithy was another, its other rules show. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void feedstocksForOneTargetMore(boolean sameSmithy) throws IOException {
        Conformance conformance = new Conformance(sameSmithy ? "feedstocks" : "older smithy", "linux-ppc64le");
        for (CorpusFeedstock feedstock : feedstocks(origin ->
                hasReference(origin) && origin.path("agrees_with_checked_in").asBoolean() == sameSmithy)) {
            if (!feedstock.expected("linux_ppc64le").isEmpty()) {
                conformance.check(feedstock);
            }
        }
        System.out.print(sameSmithy ? conformance.report() : conformance.headline());
        assertThat(conformance.total()).isPositive();
        assertThat(conformance.share()).isGreaterThanOrEqualTo(sameSmithy ? 0.97 : 0);
        assertThat(conformance.differences()).noneMatch(difference -> difference.contains("BUG"));
    }

    @Test
    void recipesOfStagedRecipes() throws IOException {
        Path corpus = Corpus.assumePresent();
        Conformance conformance = new Conformance("staged", TARGET);
        for (JsonNode entry : index(corpus)) {
            if (!entry.hasNonNull("error")) {
                conformance.check(staged(corpus, entry));
            }
        }
        System.out.print(conformance.report());
        assertThat(conformance.total()).isPositive();
        assertThat(conformance.share()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void whatTheReferenceRefusesIsRefusedWithItsPlace() throws IOException {
        Path corpus = Corpus.assumePresent();
        List<CorpusFeedstock> refused = new ArrayList<>(
                feedstocks(origin -> isRefusal(origin.path("reference_error").asText(""))));
        for (JsonNode entry : index(corpus)) {
            if (isRefusal(entry.path("error").asText(""))) {
                refused.add(staged(corpus, entry));
            }
        }
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(feedstock -> assertThatThrownBy(() -> Conformance.render(feedstock, TARGET))
                        .as(feedstock.name())
                        .isInstanceOfSatisfying(
                                InputException.class,
                                e -> assertThat(e.problems())
                                        .allSatisfy(problem ->
                                                assertThat(problem.at().file()).isNotEmpty())));
    }

    private static boolean isRefusal(String error) {
        return !error.isEmpty() && NOT_THE_VARIANTS.stream().noneMatch(error::contains);
    }

    private static boolean hasReference(JsonNode origin) {
        return isV0(origin) && origin.path("expected_from").asText("").equals("reference run");
    }

    private static List<CorpusFeedstock> feedstocks(Predicate<JsonNode> wanted) throws IOException {
        Path corpus = Corpus.assumePresent();
        List<CorpusFeedstock> feedstocks = new ArrayList<>();
        try (Stream<Path> folders = Files.list(corpus.resolve("feedstocks"))) {
            for (Path folder : folders.sorted().toList()) {
                JsonNode origin = JSON.readTree(folder.resolve("ORIGIN.json").toFile());
                CorpusFeedstock feedstock = CorpusFeedstock.read(
                        folder,
                        corpus.resolve("pinnings").resolve(origin.get("pinning").asText()));
                if (wanted.test(origin)) {
                    feedstocks.add(feedstock);
                }
            }
        }
        return feedstocks;
    }

    private static JsonNode index(Path corpus) throws IOException {
        return JSON.readTree(corpus.resolve("staged/INDEX.json").toFile());
    }

    private static CorpusFeedstock staged(Path corpus, JsonNode entry) throws IOException {
        String pinning = Files.readString(corpus.resolve("staged/PINNING")).strip();
        return CorpusFeedstock.read(
                corpus.resolve("staged").resolve(entry.get("name").asText()),
                corpus.resolve("pinnings").resolve(pinning));
    }
}
