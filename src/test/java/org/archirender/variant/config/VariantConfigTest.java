package org.archirender.variant.config;

import static org.archirender.variant.Configs.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.variant.Configs;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantConfigTest {
    private static List<String> values(String text, String key) {
        return config("pins.yaml", text).values(key).stream()
                .map(VariantValue::text)
                .toList();
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> config("pins.yaml", text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void valuesAreTexts() {
        assertThat(values("python: [3.10, yes, ~, 0x1f, null]", "python"))
                .containsExactly("3.10", "yes", "~", "0x1f", "null");
    }

    @Test
    void aSingleValueIsAListOfOne() {
        assertThat(values("cdt_name: cos7", "cdt_name")).containsExactly("cos7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zlib:", "zlib: ''", "zlib: []", "zlib:  # nothing\n"})
    void aKeyWithoutValueIsAbsent(String text) {
        assertThat(config("pins.yaml", text).settings()).isEmpty();
    }

    @Test
    void anEmptyItemIsAValue() {
        assertThat(values("target_goexe:\n  -   # [unix]\n  - .exe  # [win]\n", "target_goexe"))
                .containsExactly("");
    }

    @Test
    void selectorsDropLines() {
        String text = """
                docker_image:
                  - x86_64   # [x86_64]
                  - aarch64  # [aarch64]
                """;
        assertThat(values(text, "docker_image")).containsExactly("aarch64");
    }

    @Test
    void selectorsSeeTheEnvironment() {
        String text = "c_compiler_version:\n  - 14  # [os.environ.get('CF_CUDA_ENABLED') == 'True']\n  - 15\n";
        VariantConfig config =
                VariantConfig.read(text, "pins.yaml", Configs.environment(Map.of("CF_CUDA_ENABLED", "True")));
        assertThat(config.values("c_compiler_version")).hasSize(2);
        assertThat(values(text, "c_compiler_version")).containsExactly("15");
    }

    @Test
    void selectorsSeeTheDefaultPythonButNoVariantKeys() {
        assertThat(values("a:\n  - 1  # [py == 310]\n  - 2  # [python == '3.10']\n  - 3  # [lua == '5']", "a"))
                .containsExactly("1", "3");
    }

    @Test
    void valuesRememberTheirLineInTheWholeFile() {
        VariantConfig config = config("pins.yaml", """
                # about zlib
                zlib:  # [win]
                  - 1  # [win]
                bzip2:
                  - 8
                """);
        VariantConfig.Setting bzip2 = config.setting("bzip2").orElseThrow();
        assertThat(bzip2.at()).isEqualTo(new Location("pins.yaml", 4, 1));
        assertThat(bzip2.values().get(0).at()).isEqualTo(new Location("pins.yaml", 5, 5));
    }

    @Test
    void ofTwoEqualKeysTheLastCounts() {
        assertThat(values("zlib: 1\nbzip2: 8\nzlib: 2\n", "zlib")).containsExactly("2");
        assertThat(values("zlib: 1\nzlib:\n", "zlib")).isEmpty();
    }

    @Test
    void zipKeysAreGroups() {
        assertThat(config("pins.yaml", "a: [1]\nb: [2]\nzip_keys: [[a, b]]").zipKeys())
                .hasToString("[[a, b]]");
    }

    @Test
    void aFlatListOfZipKeysIsOneGroup() {
        assertThat(config("pins.yaml", "a: [1]\nb: [2]\nzip_keys: [a, b]").zipKeys())
                .hasToString("[[a, b]]");
    }

    @Test
    void pinsAreByPackage() {
        VariantConfig config =
                config("pins.yaml", "pin_run_as_build:\n  r-base: {max_pin: x.x, min_pin: x}\n  zlib: {}\n");
        assertThat(config.pinRunAsBuild()).hasToString("{r-base={max_pin=x.x, min_pin=x}}");
    }

    @Test
    void textReplacementsAreNoKey() {
        assertThat(config("pins.yaml", "replacements:\n  all_replacements:\n    - tag: x\n")
                        .settings())
                .isEmpty();
    }

    @Test
    void pinsOfAnOverlayAreReadWithoutSelectors() {
        Mapping mapping = (Mapping)
                YamlReader.read("numpy: ['1.11']  # [win]\n", "overlay.yaml").orElseThrow();
        assertThat(VariantConfig.of(mapping).values("numpy")).hasToString("[1.11]");
    }

    @Test
    void anEmptyFileSetsNothing() {
        assertThat(config("pins.yaml", "# nothing yet\n")).isEqualTo(VariantConfig.empty("pins.yaml"));
    }

    @Test
    void aListIsNoConfig() {
        refused("- zlib\n", "pins.yaml:1:1: variants are not a mapping of keys to values");
    }

    @Test
    void aNestedValueIsRefused() {
        refused("zlib:\n  - [1, 2]\n", "pins.yaml:2:5: zlib has a value that is no plain text");
        refused("zlib: {a: b}\n", "zlib is a mapping");
    }

    @Test
    void aDashInAKeyIsRefused() {
        refused("r-base: 3.5\n", "pins.yaml:1:1: the key r-base has a dash\n  fix: write r_base");
    }

    @Test
    void aZippedKeyNeedsValuesInTheSameFile() {
        refused("a: [1]\nzip_keys:\n  - [a, b]\n", "pins.yaml:3:9: zip_keys has 'b', which has no values");
        refused("zip_keys:\n  - ['']\n", "pins.yaml:2:6: zip_keys has a group without keys");
    }

    @Test
    void zippedKeysNeedAsManyValues() {
        refused("a: [1, 2]\nb: [1]\nzip_keys: [[a, b]]\n", "different numbers of values: a 2, b 1");
    }

    @Test
    void aKeyIsInOneZipGroup() {
        refused("a: [1]\nb: [1]\nc: [1]\nzip_keys: [[a, b], [b, c]]\n", "b is in two zip groups, [a, b] and [b, c]");
    }

    @Test
    void zipKeysAreListsOfKeys() {
        refused("zip_keys: a\n", "zip_keys is no list of keys and no list of such lists");
        refused("a: [1]\nzip_keys: [a, [a]]\n", "zip_keys mixes keys and lists of keys");
        refused("zip_keys: [[{a: b}]]\n", "zip_keys is no list of keys");
    }

    @Test
    void pinsAreMappings() {
        refused("pin_run_as_build: x.x\n", "pin_run_as_build is no mapping");
        refused("pin_run_as_build: {python: x.x}\n", "pin_run_as_build of python is no mapping");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThatThrownBy(() -> config("pins.yaml", "r-base: 1\nc-ares: 2\n"))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.problems()).hasSize(2));
    }

    @Test
    void aSelectorThatIsNoPythonNamesItsLine() {
        refused("a:\n  - 1  # [win]\n  - 2  # [1 +]\n", "pins.yaml:3");
    }

    @Test
    void aYamlErrorNamesTheLineOfTheWholeFile() {
        refused("a: 1  # [win]\nb: [1\nc: 2\n", "pins.yaml:3");
    }
}
