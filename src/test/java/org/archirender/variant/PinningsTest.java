package org.archirender.variant;

import static org.archirender.variant.Configs.texts;
import static org.archirender.variant.Configs.variants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.problem.InputException;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.variant.config.VariantConfig;
import org.archirender.variant.config.VariantSettings;
import org.junit.jupiter.api.Test;

class PinningsTest {
    private static final String TEXT = "zlib: 1\nopenssl: 1\n";
    private static final String FOLDER = ".ci_support/migrations/";

    private static Pinnings pinnings(String... migrations) {
        return Pinnings.parse(TEXT, "port/pinnings.yaml", FileTrees.of(migrations));
    }

    private static String zlib(Pinnings pinnings, String... files) {
        return String.join(", ", texts(variants(pinnings, files), "zlib"));
    }

    @Test
    void pinningsReplaceDefaultsAndTheRecipeReplacesPinnings() {
        Pinnings pinnings = Pinnings.parse("zlib: 1\nperl: 5.32\n", "pinnings.yaml", FileTree.empty());
        VariantSettings space = variants(pinnings, "recipe/conda_build_config.yaml", "zlib: 2\n");
        assertThat(texts(space))
                .containsEntry("lua", List.of("5"))
                .containsEntry("perl", List.of("5.32"))
                .containsEntry("zlib", List.of("2"));
        assertThat(space.values("zlib").get(0).at()).hasToString("recipe/conda_build_config.yaml:1:7");
    }

    @Test
    void pinsOfAnOverlayCountAfterThePinningsAndBeforeTheRecipe() {
        VariantConfig pins = Configs.config("overlay.yaml", "zlib: 3\nopenssl: 3\n");
        VariantSettings space = pinnings()
                .variants(
                        Configs.AARCH64,
                        Optional.of(pins),
                        FileTrees.of("recipe/conda_build_config.yaml", "zlib: 2\n"),
                        "recipe",
                        false);
        assertThat(texts(space, "zlib")).containsExactly("2");
        assertThat(texts(space, "openssl")).containsExactly("3");
    }

    @Test
    void pinningsAreReadOnceForAnEnvironment() {
        Pinnings pinnings = pinnings();
        assertThat(pinnings.config(Configs.AARCH64)).isSameAs(pinnings.config(Configs.environment(java.util.Map.of())));
    }

    @Test
    void aFeedstockWithoutOwnConfigHasTheSharedSpace() {
        Pinnings pinnings = pinnings();
        assertThat(variants(pinnings)).isSameAs(variants(pinnings, "recipe/meta.yaml", "package:\n"));
    }

    @Test
    void migrationsApplyAfterTheRecipesConfig() {
        assertThat(zlib(pinnings(), "recipe/conda_build_config.yaml", "zlib: 2\n", FOLDER + "m.yaml", "zlib: 3\n"))
                .isEqualTo("3");
    }

    @Test
    void withoutPinnedMigrationsAllOfTheFeedstockCount() {
        assertThat(zlib(pinnings(), FOLDER + "m.yaml", "migrator_ts: 1\nzlib: 3\n"))
                .isEqualTo("3");
    }

    @Test
    void aMigrationThatIsNotPinnedAnyMoreIsClosed() {
        Pinnings pinnings = pinnings("other.yaml", "migrator_ts: 1\n");
        assertThat(zlib(pinnings, FOLDER + "m.yaml", "migrator_ts: 1\nzlib: 3\n"))
                .isEqualTo("1");
    }

    @Test
    void aMigrationWithAnotherTimestampIsClosed() {
        Pinnings pinnings = pinnings("m.yaml", "migrator_ts: 2\nzlib: 4\n");
        assertThat(zlib(pinnings, FOLDER + "m.yaml", "migrator_ts: 1\nzlib: 3\n"))
                .isEqualTo("1");
    }

    @Test
    void thePinnedCopyCounts() {
        Pinnings pinnings = pinnings("m.yaml", "migrator_ts: 1\nzlib: 4\n");
        VariantSettings space = variants(pinnings, FOLDER + "m.yaml", "migrator_ts: 1\nzlib: 3\n");
        assertThat(texts(space, "zlib")).containsExactly("4");
        assertThat(space.values("zlib").get(0).at()).hasToString("port/migrations/m.yaml:2:7");
    }

    @Test
    void theFeedstocksCopyCountsWhereMigrationNumbersDiffer() {
        Pinnings pinnings = pinnings("m.yaml", "__migrator: {migration_number: 2}\nmigrator_ts: 1\nzlib: 4\n");
        assertThat(zlib(pinnings, FOLDER + "m.yaml", "__migrator: {migration_number: 1}\nmigrator_ts: 1\nzlib: 3\n"))
                .isEqualTo("3");
    }

    @Test
    void theFeedstocksCopyCountsWithUseLocal() {
        Pinnings pinnings = pinnings("m.yaml", "migrator_ts: 1\nzlib: 4\n");
        assertThat(zlib(pinnings, FOLDER + "m.yaml", "__migrator: {use_local: True}\nmigrator_ts: 9\nzlib: 3\n"))
                .isEqualTo("3");
    }

    @Test
    void theFeedstocksCopyCountsWithoutTimestamp() {
        assertThat(zlib(pinnings("m.yaml", "migrator_ts: 1\n"), FOLDER + "m.yaml", "zlib: 3\n"))
                .isEqualTo("3");
    }

    @Test
    void migrationsApplyByTimestampThenName() {
        String ordered = "__migrator: {ordering: {zlib: [%s]}}\nmigrator_ts: %s\nzlib: %s\n";
        String[] files = {
            FOLDER + "a.yaml", ordered.formatted("2, 3", "20", "3"),
            FOLDER + "b.yaml", ordered.formatted("1, 2", "3.5", "2")
        };
        assertThat(zlib(pinnings(), files)).isEqualTo("3");
    }

    @Test
    void otherFilesAreNoMigrations() {
        assertThat(zlib(pinnings(), FOLDER + "README.md", "- [", FOLDER + "old/m.yaml", "zlib: 3\n"))
                .isEqualTo("1");
    }

    @Test
    void selectorsCountInMigrations() {
        assertThat(zlib(pinnings(), FOLDER + "m.yaml", "zlib:\n  - 3  # [win]\n  - 2  # [aarch64]\n"))
                .isEqualTo("2");
    }

    @Test
    void aMigrationWithoutAnythingForThePlatformChangesNothing() {
        String migration = "__migrator:\n  kind: version\nmigrator_ts: 1\nzlib:  # [win]\n  - 3  # [win]\n";
        assertThat(zlib(pinnings(), FOLDER + "m.yaml", migration)).isEqualTo("1");
    }

    @Test
    void aZipGroupThatMigrationsBreakIsAnError() {
        Pinnings zipped = Pinnings.parse("a:\n  - 1\nb:\n  - 1\nzip_keys:\n  - a\n  - b\n", "p.yaml", FileTree.empty());
        assertThatThrownBy(() -> variants(zipped, FOLDER + "m.yaml", "a:\n  - 2\n  - 3\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        FOLDER + "m.yaml:2:5: the keys of a zip group have different numbers of values: a 2, b 1");
    }

    @Test
    void anUnknownOperationNamesItsLine() {
        assertThatThrownBy(() -> variants(pinnings(), FOLDER + "m.yaml", "__migrator:\n  operation: key_ad\nzlib: 2\n"))
                .hasMessage(FOLDER + "m.yaml:2:14: no operation of a migration: key_ad\n"
                        + "  fix: use key_add, key_remove or none");
    }

    @Test
    void aTimestampIsANumber() {
        assertThatThrownBy(() -> variants(pinnings(), FOLDER + "m.yaml", "migrator_ts: soon\n"))
                .hasMessageContaining("m.yaml:1:14: migrator_ts is no number: soon");
    }

    @Provide
    static Arbitrary<List<String>> names() {
        return Arbitraries.shuffle("a.yaml", "b.yaml", "c.yaml", "d.yaml");
    }

    @Property(tries = 30)
    void theOrderOfFilesDoesNotMatter(@ForAll("names") List<String> names) {
        FileTree feedstock = FileTree.empty();
        for (String name : names) {
            String migration =
                    "__migrator: {operation: key_add, primary_key: zlib}\nzlib:\n  - " + (name.charAt(0) - 'a' + 2);
            feedstock = feedstock.with(TreePath.of(FOLDER + name), TreeFile.of(migration));
        }
        VariantSettings space = pinnings().variants(Configs.AARCH64, Optional.empty(), feedstock, "recipe", false);
        assertThat(texts(space, "zlib")).containsExactly("1", "2", "3", "4", "5");
    }
}
