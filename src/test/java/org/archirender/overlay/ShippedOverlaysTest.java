package org.archirender.overlay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.archirender.forge.PlainValues;
import org.archirender.overlay.lint.Lint;
import org.archirender.render.Feedstock;
import org.archirender.render.Port;
import org.archirender.workspace.Workspace;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The overlays of this repository's own port are without fault. */
class ShippedOverlaysTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Workspace WORKSPACE = Workspace.at(ROOT);
    private static final Port PORT = WORKSPACE.port();

    static List<String> packages() {
        return WORKSPACE.packages();
    }

    private static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    private static List<String> variantKeys() throws IOException {
        return ((Mapping)
                        YamlReader.read(text("pinnings.yaml"), "pinnings.yaml").orElseThrow())
                .entries().stream().map(entry -> entry.key().text()).toList();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void anOverlayAppliesToItsBase(String name) {
        Feedstock feedstock = WORKSPACE.feedstock(name);
        Applied applied = OverlayApplier.apply(
                feedstock.base(), feedstock.files(), feedstock.overlay(), PORT.rules(), new PortNames(PORT.names()));
        assertThat(applied.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void lintFindsNothingInAnOverlay(String name) throws IOException {
        Feedstock feedstock = WORKSPACE.feedstock(name);
        String text = text("overlays/" + name + "/overlay.yaml");
        assertThat(Lint.overlay(feedstock.overlay(), text, feedstock.base(), feedstock.files(), variantKeys()))
                .isEmpty();
    }

    @Test
    void lintFindsNothingInThePort() throws IOException {
        assertThat(Lint.port(text("overlays/port.yaml"), "overlays/port.yaml", PORT.rules(), variantKeys()))
                .isEmpty();
    }

    private static List<?> list(Object of, String... path) {
        Object value = of;
        for (String key : path) {
            value = requireNonNull(((Map<?, ?>) value).get(key), key);
        }
        return (List<?>) value;
    }

    @Test
    void theInstallerHasThePortsOwnVersionsAndTakesThemFromThePortsChannels() throws IOException {
        Object port = PlainValues.of(YamlReader.read(text("overlays/port.yaml"), "overlays/port.yaml")
                .orElseThrow());
        List<String> own = packages().stream()
                .flatMap(name -> WORKSPACE.feedstock(name).overlay().base().flatMap(Overlay.Base::version).stream()
                        .map(version -> name + " " + version))
                .toList();
        List<?> specs = list(port, "settings", "installer", "specs");
        List<?> channels = list(port, "settings", "installer", "channels");
        assertThat(specs)
                .filteredOn(spec -> !own.contains(spec))
                .allSatisfy(compilers ->
                        assertThat(compilers.toString()).startsWith("lib").endsWith("-ng 7.3.0"));
        assertThat(channels)
                .isEqualTo(list(port, "conda-forge", "channels", "sources").stream()
                        .map("https://conda.anaconda.org/%s"::formatted)
                        .toList())
                .as("what the first conda takes")
                .hasSizeLessThanOrEqualTo(2);
    }
}
