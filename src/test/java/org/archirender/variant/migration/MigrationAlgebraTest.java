package org.archirender.variant.migration;

import static org.archirender.variant.Configs.migrated;
import static org.archirender.variant.Configs.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.archirender.problem.InputException;
import org.archirender.variant.Configs;
import org.archirender.variant.config.VariantSettings;
import org.junit.jupiter.api.Test;

class MigrationAlgebraTest {
    private static final String PYTHONS = """
            python: [3.9.* *_cpython, 3.10.* *_cpython]
            numpy: ['1.20', '1.21']
            zip_keys: [[python, numpy]]
            """;

    private static String result(String space, String migration) {
        return texts(migrated(space, migration)).toString();
    }

    private static void refused(String space, String migration, String message) {
        assertThatThrownBy(() -> migrated(space, migration))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theHigherVersionCounts() {
        assertThat(result("zlib: 1.9\n", "zlib: 1.10\n")).isEqualTo("{zlib=[1.10]}");
        assertThat(result("zlib: 1.10\n", "zlib: 1.9\n")).isEqualTo("{zlib=[1.10]}");
    }

    @Test
    void aMigratedValueComesFromTheMigration() {
        VariantSettings space = migrated("zlib: 1.9\n", "migrator_ts: 1\nzlib: 1.10\n");
        assertThat(space.values("zlib").get(0).at()).hasToString("m.yaml:2:7");
    }

    @Test
    void listsMergeByPositionAndKeepTheLongerTail() {
        assertThat(result("zlib: [1, 5, 2]\n", "zlib: [3, 4]\n")).isEqualTo("{zlib=[3, 5, 2]}");
        assertThat(result("zlib: [1]\n", "zlib: [0, 4]\n")).isEqualTo("{zlib=[1, 4]}");
    }

    @Test
    void keysOfOneSideStay() {
        assertThat(result("zlib: 1\n", "bzip2: 8\n")).isEqualTo("{bzip2=[8], zlib=[1]}");
    }

    @Test
    void blanksAreDotsAndStarsAreOnes() {
        assertThat(result("python: 3.10.* *_cpython\n", "python: 3.9.* *_cpython\n"))
                .isEqualTo("{python=[3.10.* *_cpython]}");
    }

    @Test
    void textsThatAreNoVersionsCompareAsTexts() {
        assertThat(result("docker_image: host/a:cos6\n", "docker_image: host/a:cos7\n"))
                .isEqualTo("{docker_image=[host/a:cos7]}");
    }

    @Test
    void aVersionStaysWhereTheMigrationHasNone() {
        assertThat(result("channel_sources: conda-forge\n", "channel_sources: conda-forge/label/dev\n"))
                .isEqualTo("{channel_sources=[conda-forge]}");
        refused("channel_sources: a/b\n", "channel_sources: 1.0\n", "m.yaml:1:18: a version and a text that is none");
    }

    @Test
    void anOrderingReplacesTheVersionOrder() {
        String migration = """
                __migrator:
                  ordering:
                    mpi: [openmpi, mpich, nompi]
                mpi: nompi
                """;
        assertThat(result("mpi: openmpi\n", migration)).isEqualTo("{mpi=[nompi]}");
    }

    @Test
    void withAnOrderingTheHighestOfAllStay() {
        String migration = """
                __migrator:
                  ordering:
                    a: [x, y, z]
                a: [z]
                """;
        assertThat(result("a: [y, x]\n", migration)).isEqualTo("{a=[y, z]}");
    }

    @Test
    void oneValueThatOccursSeveralTimesNeedsNoOrdering() {
        assertThat(result("a: [x, x]\n", "__migrator: {ordering: {a: [x]}}\na: [x]\n"))
                .isEqualTo("{a=[x, x]}");
        refused("a: [x, x, y]\n", "__migrator: {ordering: {a: [x, y]}}\na: [x]\n", "a has equal values");
    }

    @Test
    void aValueThatTheOrderingLacksIsAnError() {
        refused(
                "a: [v]\n",
                "__migrator:\n  ordering:\n    a: [x]\na: [x]\n",
                "m.yaml:3:9: the ordering of a lacks the value v from a.yaml:1:5");
    }

    @Test
    void pinsOfTheMigrationWin() {
        VariantSettings space = migrated(
                "pin_run_as_build: {a: {max_pin: x}, b: {max_pin: x}}\n", "pin_run_as_build: {a: {max_pin: x.x}}\n");
        assertThat(space.pinRunAsBuild()).hasToString("{a={max_pin=x.x}, b={max_pin=x}}");
    }

    @Test
    void aPrimaryKeyTakesItsZipGroupAlong() {
        String migration = """
                __migrator:
                  primary_key: cuda
                cuda: ['12']
                image: [old]
                """;
        assertThat(result("cuda: ['11']\nimage: [new]\nzip_keys: [[cuda, image]]\n", migration))
                .isEqualTo("{cuda=[12], image=[old]}");
    }

    @Test
    void aPrimaryKeyNeedsItsZipGroupInTheMigration() {
        refused(PYTHONS, "__migrator: {primary_key: python}\npython: [3.11]\n", "the migration needs values for numpy");
        refused("a: 1\n", "__migrator: {primary_key: b}\nb: [2]\n", "b has no value to migrate from");
    }

    @Test
    void zipGroupsThatTheMigrationContainsAreReplaced() {
        VariantSettings space = migrated(
                "b: [1]\na: [1]\nd: [1]\nc: [1]\nzip_keys: [[b, a], [d, c]]\n",
                "b: [1]\nx: [1]\na: [1]\nzip_keys: [[x, b, a]]\n");
        assertThat(space.zipGroups()).containsExactly(List.of("a", "b", "x"), List.of("c", "d"));
    }

    @Test
    void zipGroupsOfOneSideStayAsTheyAre() {
        assertThat(migrated("b: [1]\na: [1]\nzip_keys: [[b, a]]\n", "a: [2]\n").zipGroups())
                .containsExactly(List.of("b", "a"));
        assertThat(migrated("a: [1]\n", "a: [2]\nb: [1]\nzip_keys: [[b, a]]\n").zipGroups())
                .containsExactly(List.of("b", "a"));
    }

    @Test
    void keyAddAddsARowToTheZipGroup() {
        String migration = """
                __migrator:
                  operation: key_add
                  primary_key: python
                python: [3.11.* *_cpython]
                numpy: ['1.23']
                """;
        assertThat(result(PYTHONS, migration))
                .isEqualTo("{numpy=[1.20, 1.21, 1.23],"
                        + " python=[3.9.* *_cpython, 3.10.* *_cpython, 3.11.* *_cpython]}");
    }

    @Test
    void keyAddSortsByThePrimaryKeysOrdering() {
        String migration = """
                __migrator:
                  operation: key_add
                  primary_key: python
                  ordering:
                    python: [3.11, 3.10.* *_cpython, 3.9.* *_cpython]
                python: [3.11]
                numpy: ['1.23']
                """;
        assertThat(result(PYTHONS, migration))
                .isEqualTo("{numpy=[1.23, 1.21, 1.20], python=[3.11, 3.10.* *_cpython, 3.9.* *_cpython]}");
    }

    @Test
    void keyAddOfARowThatIsThereChangesNothing() {
        String migration = """
                __migrator: {operation: key_add, primary_key: python}
                python: [3.9.* *_cpython]
                numpy: ['1.20']
                """;
        assertThat(migrated(PYTHONS, migration)).isEqualTo(Configs.combined(PYTHONS));
    }

    @Test
    void keyAddTakesTheSamePrimaryValueWithOtherPartners() {
        String migration = """
                __migrator: {operation: key_add, primary_key: python}
                python: [3.9.* *_cpython]
                numpy: ['1.19']
                """;
        assertThat(result(PYTHONS, migration))
                .isEqualTo(
                        "{numpy=[1.19, 1.20, 1.21]," + " python=[3.9.* *_cpython, 3.9.* *_cpython, 3.10.* *_cpython]}");
    }

    @Test
    void keyAddWithoutZipGroupAddsTheValue() {
        assertThat(result("zlib: [1, 3]\n", "__migrator: {operation: key_add, primary_key: zlib}\nzlib: [2]\n"))
                .isEqualTo("{zlib=[1, 2, 3]}");
    }

    @Test
    void keyAddWithoutItsPrimaryKeyChangesNothing() {
        assertThat(result("zlib: 1\n", "__migrator: {operation: key_add, primary_key: zlib}\nbzip2: 2\n"))
                .isEqualTo("{zlib=[1]}");
    }

    @Test
    void additionalZipKeysJoinTheGroupWithTheirOneValueEverywhere() {
        String migration = """
                __migrator:
                  operation: key_add
                  primary_key: python
                  additional_zip_keys: [channel_sources]
                python: [3.11.* *_cpython]
                numpy: ['1.23']
                channel_sources: [dev]
                """;
        VariantSettings space = migrated(PYTHONS + "channel_sources: [main]\n", migration);
        assertThat(texts(space, "channel_sources")).containsExactly("main", "main", "dev");
        assertThat(space.zipGroups()).containsExactly(List.of("python", "numpy", "channel_sources"));
    }

    @Test
    void additionalZipKeysMakeAGroupWhereThereIsNone() {
        VariantSettings space = migrated("a: [1, 2]\nb: [x]\n", """
                __migrator: {operation: key_add, primary_key: a, additional_zip_keys: [b]}
                a: [3]
                b: [y]
                """);
        assertThat(texts(space)).hasToString("{a=[1, 2, 3], b=[x, x, y]}");
        assertThat(space.zipGroups()).containsExactly(List.of("a", "b"));
    }

    @Test
    void onlyAKeyWithOneValueJoinsAGroup() {
        refused(
                "a: [1]\nb: [x, y]\n",
                "__migrator: {operation: key_add, primary_key: a, additional_zip_keys: [b]}\na: [3]\nb: [y]\n",
                "b can't join the zip group of a: it has 2 values, [x, y]");
    }

    @Test
    void keyAddMergesOtherKeysThatHaveAnOrdering() {
        String migration = """
                __migrator:
                  operation: key_add
                  primary_key: a
                  ordering:
                    channel_sources: [main, dev]
                a: [2]
                channel_sources: [dev]
                """;
        assertThat(result("a: [1]\nchannel_sources: [main]\n", migration))
                .isEqualTo("{a=[1, 2], channel_sources=[dev]}");
    }

    @Test
    void keyAddNeedsARowForItsWholeGroup() {
        refused(
                PYTHONS,
                "__migrator: {operation: key_add, primary_key: python}\npython: [3.11]\n",
                "the migration needs values for numpy");
        refused(
                PYTHONS,
                "__migrator: {operation: key_add, primary_key: python}\npython: [3.11, 3.12]\nnumpy: ['1.23']\n",
                "numpy has fewer values (1) than python, which it is zipped with (2)");
    }

    @Test
    void anOperationNeedsOnePrimaryKey() {
        refused(
                "a: 1\n",
                "__migrator: {operation: key_add}\na: 2\n",
                "m.yaml:1:13: the operation needs one primary_key");
    }

    @Test
    void keyRemoveTakesTheRowOutOfTheZipGroup() {
        assertThat(result(
                        PYTHONS,
                        "__migrator: {operation: key_remove, primary_key: python}\npython: [3.9.* *_cpython]\n"))
                .isEqualTo("{numpy=[1.21], python=[3.10.* *_cpython]}");
    }

    @Test
    void keyRemoveSortsTheRest() {
        assertThat(result("a: [3, 1, 2]\n", "__migrator: {operation: key_remove, primary_key: a}\na: [1]\n"))
                .isEqualTo("{a=[2, 3]}");
    }

    @Test
    void keyRemoveOfAnUnknownValueChangesNothing() {
        assertThat(result("a: [3, 1]\n", "__migrator: {operation: key_remove, primary_key: a}\na: [2]\n"))
                .isEqualTo("{a=[3, 1]}");
    }

    @Test
    void keyRemoveTakesOneValue() {
        refused(
                "a: [3, 1]\n",
                "__migrator: {operation: key_remove, primary_key: a}\na: [1, 3]\n",
                "takes one value of a");
    }
}
