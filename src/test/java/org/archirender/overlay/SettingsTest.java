package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.archirender.forge.PlainValues;
import org.archirender.problem.InputException;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static Overlay overlay(String settings) {
        return Overlay.read("overlay: 1\npackage: tk\nsettings: " + settings + "\n", "overlays/tk/overlay.yaml");
    }

    private static String merged(String port, String own) {
        Optional<Mapping> ofPort = YamlReader.read(port, "overlays/port.yaml").map(Mapping.class::cast);
        return PlainValues.of(Settings.merged(ofPort, overlay(own).settings())).toString();
    }

    private static String plain(String text) {
        return PlainValues.of(YamlReader.read(text, "overlays/port.yaml").orElseThrow())
                .toString();
    }

    @Test
    void aPackagesOwnAreMergedByKeyPathAndListsAreReplaced() {
        assertThat(merged(
                        "{docker: {image: a, packages: [x, y]}, actions: {runner: arm}, mine: 1}",
                        "{docker: {image: b, packages: [z]}, actions: {runner: [self-hosted, arm]}, test: false}"))
                .isEqualTo(plain("{docker: {image: b, packages: [z]}, actions: {runner: [self-hosted, arm]}, mine: 1,"
                        + " test: false}"));
    }

    @Test
    void aNullDeletesAKeyAtAnyDepth() {
        assertThat(merged(
                        "{docker: {image: a, from: c}, actions: {runner: arm}}",
                        "{docker: {image: null}, actions: null}"))
                .isEqualTo(plain("{docker: {from: c}}"));
        assertThat(merged("{docker: {image: a}}", "null")).isEqualTo(plain("{docker: {image: a}}"));
    }

    @Test
    void whatTheShippedTemplatesReadHasAShape() {
        assertThatThrownBy(() -> overlay("{docker: {packages: libX11, image: [a]}, actions: {runner: [],"
                        + " timeout_minutes: long}, test: 'no', mine: {any: thing}}"))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.at() + ": " + problem.message() + "; " + problem.fix())
                                .containsExactly(
                                        "overlays/tk/overlay.yaml:3:31: 'packages' is no list; give a list of texts",
                                        "overlays/tk/overlay.yaml:3:46: 'image' has a list or a mapping where a text belongs;"
                                                + " give text on one line",
                                        "overlays/tk/overlay.yaml:3:70: 'runner' is an empty list;"
                                                + " give a runner's label, or a list of labels",
                                        "overlays/tk/overlay.yaml:3:91: 'timeout_minutes' is 'long';"
                                                + " give a number of minutes, 1 or more",
                                        "overlays/tk/overlay.yaml:3:104: 'test' is 'no'; give 'true' or 'false'"));
    }

    @Test
    void aTemplateOfTheUsersMayAskForAnything() {
        assertThat(overlay("{mine: {any: [thing]}, docker: {mine: 1}}").settings())
                .isPresent();
    }
}
