package org.archirender.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.archirender.conda.Platform;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.junit.jupiter.api.Test;

class SelectorNamesTest {
    private static Map<String, PyValue> names(String platform, String... variant) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < variant.length; i += 2) {
            values.put(variant[i], variant[i + 1]);
        }
        Platform target = Platform.of(platform);
        return SelectorNames.of(target, target, values, new LinkedHashMap<>());
    }

    private static String flags(String platform) {
        return names(platform).entrySet().stream()
                .filter(entry -> entry.getValue() == PyBool.TRUE)
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void flagsOfPlatforms() {
        assertThat(flags("linux-64")).isEqualTo("linux linux64 unix x86 x86_64");
        assertThat(flags("linux-32")).isEqualTo("linux linux32 unix x86");
        assertThat(flags("linux-aarch64")).isEqualTo("aarch64 linux unix");
        assertThat(flags("linux-ppc64le")).isEqualTo("linux ppc64le unix");
        assertThat(flags("linux-armv7l")).isEqualTo("arm armv7l linux unix");
        assertThat(flags("osx-arm64")).isEqualTo("arm64 osx unix");
        assertThat(flags("osx-64")).isEqualTo("osx unix x86 x86_64");
        assertThat(flags("win-64")).isEqualTo("win win64 x86 x86_64");
        assertThat(flags("emscripten-wasm32")).isEqualTo("emscripten unix wasm32");
    }

    @Test
    void aPlatformThatIsNewHasItsFlags() {
        assertThat(flags("linux-loongarch64")).isEqualTo("linux loongarch64 unix");
    }

    @Test
    void flagsOfOtherPlatformsAreFalseAndNotUnknown() {
        assertThat(names("linux-64")).containsEntry("riscv64", PyBool.FALSE).containsEntry("zos", PyBool.FALSE);
    }

    @Test
    void versionsOfLanguages() {
        Map<String, PyValue> names = names("linux-64", "python", "3.13.* *_cp313", "numpy", "2", "lua", "2.1");
        assertThat(names)
                .containsEntry("py", PyInt.of(313))
                .containsEntry("py3k", PyBool.TRUE)
                .containsEntry("np", PyInt.of(2))
                .containsEntry("luajit", PyBool.TRUE)
                .doesNotContainKey("pl");
        assertThat(names("linux-64", "python", "2.7"))
                .containsEntry("py", PyInt.of(27))
                .containsEntry("py27", PyBool.TRUE)
                .containsEntry("py2k", PyBool.TRUE);
        assertThat(names("linux-64", "python", "odd")).doesNotContainKey("py");
    }

    @Test
    void valuesThatReadAsNumbersOrBoolsAreSuch() {
        assertThat(names("linux-64", "a", "15", "b", "1.10", "c", "False", "d", "None", "win", "x"))
                .containsEntry("a", PyInt.of(15))
                .containsEntry("b", new PyStr("1.10"))
                .containsEntry("c", PyBool.FALSE)
                .containsEntry("d", new PyStr("None"))
                .containsEntry("win", PyBool.FALSE);
    }
}
