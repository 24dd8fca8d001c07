package org.archirender.variant;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Any text ends in variants or in problems that name one of the files. */
class VariantRobustnessTest {
    private static final List<String> PIECES = List.of(
            "python:",
            "zlib:",
            "zip_keys:",
            "pin_run_as_build:",
            "__migrator:",
            "migrator_ts:",
            "extend_keys:",
            " ",
            "  ",
            "\n",
            "\n  - ",
            "\n    ",
            "3.9",
            "3.10",
            "[python, zlib]",
            "[",
            "]",
            "{",
            "}",
            "operation: key_add",
            "operation: key_remove",
            "primary_key: python",
            "ordering:",
            "use_local: true",
            "# [linux]",
            "# [py>3",
            "'",
            "\"",
            "&a ",
            "*a",
            "<<: ",
            "- - ",
            ": ",
            "~",
            "\t",
            "é",
            "\u0000",
            "max_pin: x",
            "additional_zip_keys: ");

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(25).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 400)
    void anyTextIsAConfigOrAProblem(@ForAll("texts") String pinnings, @ForAll("texts") String own) {
        located(() -> Pinnings.parse(pinnings, "pinnings.yaml", FileTree.empty())
                .variants(
                        Configs.AARCH64,
                        Optional.empty(),
                        FileTrees.of("recipe/conda_build_config.yaml", own),
                        "recipe",
                        false));
    }

    @Property(tries = 400)
    void anyTextIsAMigrationOrAProblem(@ForAll("texts") String migration) {
        String pinnings = "python:\n  - 3.9\n  - 3.10\nzlib:\n  - 1\n  - 2\nzip_keys:\n  - python\n  - zlib\n";
        located(() -> Pinnings.parse(pinnings, "pinnings.yaml", FileTree.empty())
                .variants(
                        Configs.AARCH64,
                        Optional.empty(),
                        FileTrees.of(".ci_support/migrations/m.yaml", "python:\n  - 3.11\n" + migration),
                        "recipe",
                        false));
    }

    private static void located(Runnable reading) {
        try {
            reading.run();
        } catch (InputException e) {
            assertThat(e.problems())
                    .allSatisfy(problem -> assertThat(problem.at().file()).endsWith(".yaml"));
        }
    }
}
