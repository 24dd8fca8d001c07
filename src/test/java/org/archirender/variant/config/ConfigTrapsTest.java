package org.archirender.variant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.archirender.conda.Platform;
import org.archirender.problem.Problem;
import org.junit.jupiter.api.Test;

class ConfigTrapsTest {
    private static final Platform TARGET = Platform.of("linux-aarch64");
    private static final List<String> PINNED = List.of("python", "numpy", "cuda_compiler_version");

    private static List<String> told(List<Problem> traps) {
        return traps.stream()
                .map(problem -> problem.at() + ": " + problem.message())
                .toList();
    }

    private static List<String> traps(String text) {
        return told(ConfigTraps.of(text, "pinnings.yaml", TARGET, PINNED));
    }

    @Test
    void whatCondaBuildReadsAsItLooksIsNoTrap() {
        assertThat(traps("""
                        python:
                          - 3.11.* *_cpython  # [unix and not aarch64]
                          - 3.12.* *_cpython  # [cuda_compiler_version != "None" and os.environ.get("CF_CUDA_ENABLED")]
                        numpy: [1, 2]  # both
                        c_compiler:  # [osx]
                          - clang  # [osx]
                        c_compiler:  # [linux]
                          - gcc  # [linux]
                        zip_keys: [[python, numpy]]
                        channel_targets:
                          - conda-forge main
                        """)).isEmpty();
    }

    @Test
    void aKeyThatStandsTwiceForTheTargetIsToldAtItsSecondPlace() {
        assertThat(traps("""
                        numpy:
                          - 1
                        pin_run_as_build:
                          numpy: {max_pin: x}
                          numpy: {max_pin: x.x}
                        c_compiler:  # [osx]
                          - clang  # [osx]
                        numpy:
                          - 2
                        """))
                .containsExactly(
                        "pinnings.yaml:5:3: 'pin_run_as_build/numpy' is there a second time: the last one counts",
                        "pinnings.yaml:8:1: 'numpy' is there a second time: the last one counts");
    }

    @Test
    void aNameThatNobodySetsIsFalseEverywhere() {
        assertThat(traps("""
                        python:
                          - 3.11  # [linxu]
                          - 3.12  # [osx or "linxu" == arch64]
                        """))
                .containsExactly(
                        "pinnings.yaml:2:14: the selector [linxu] has the unknown name 'linxu', which is false everywhere;"
                                + " did you mean 'linux', 'linux32' or 'linux64'?",
                        "pinnings.yaml:3:14: the selector [osx or \"linxu\" == arch64] has the unknown name 'arch64',"
                                + " which is false everywhere; did you mean 'aarch64', 'arm64' or 'armv6l'?");
    }

    @Test
    void brackets() {
        assertThat(traps("python: [3.11]\nzip_keys:\n  - [python, numpy]\n  - [python, numpy]  # a group\n"))
                .containsExactly(
                        "pinnings.yaml:1:9: [3.11] at the end of the line is read as a selector",
                        "pinnings.yaml:3:5: [python, numpy] at the end of the line is read as a selector");
    }

    @Test
    void aChannelHasALabel() {
        assertThat(traps("channel_targets:\n  - conda-forge\n  - conda-forge main  # [linux]\n"))
                .containsExactly("pinnings.yaml:2:5: channel_targets has 'conda-forge', which is no channel and label");
    }

    @Test
    void aMigrationOfKeysThatNobodyPinsIsIdle() {
        String text = "migrator_ts: 1\n__migrator: {kind: version}\npyhton:\n  - 3.13\n";
        assertThat(told(ConfigTraps.ofMigration(text, "m.yaml", TARGET, PINNED)))
                .containsExactly("m.yaml:3:1: the migration sets 'pyhton', which pinnings.yaml has not; did you mean"
                        + " 'python'?");
        assertThat(ConfigTraps.ofMigration(text + "numpy:\n  - 2\n", "m.yaml", TARGET, PINNED))
                .isEmpty();
    }
}
