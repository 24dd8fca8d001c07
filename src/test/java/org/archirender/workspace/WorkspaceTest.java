package org.archirender.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.archirender.problem.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
    private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/home/me/port");

    @BeforeEach
    void aWorkspace() throws IOException {
        write("pinnings.yaml", "zlib:\n- '1.2'\n");
        write("overlays/port.yaml", "port: 1\n");
        write("overlays/zlib/overlay.yaml", "overlay: 1\npackage: zlib\n");
        write("overlays/zlib/base/recipe/meta.yaml", "x");
        write("overlays/zlib/files/a.patch", "x");
        write("overlays/xz/overlay.yaml", "overlay: 1\npackage: zx\n");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).resolveSibling("."));
        Files.writeString(root.resolve(path), text);
    }

    @Test
    void theNearestOneAboveIsTaken() throws IOException {
        write("overlays/zlib/base/overlays/x", "");
        assertThat(Workspace.above(root.resolve("overlays/zlib/base")).root()).isEqualTo(root);
    }

    @Test
    void packagesAreTheFoldersOfOverlaysByName() throws IOException {
        write("overlays/.hidden/overlay.yaml", "");
        assertThat(Workspace.at(root).packages()).containsExactly("xz", "zlib");
    }

    @Test
    void aFeedstockIsItsOverlayItsBaseAndItsFiles() {
        var feedstock = Workspace.at(root).feedstock("zlib");
        assertThat(feedstock.name()).isEqualTo("zlib");
        assertThat(feedstock.base().get("recipe/meta.yaml")).isPresent();
        assertThat(feedstock.files().get("a.patch")).isPresent();
    }

    @Test
    void anOverlayOfAnotherNameIsRefused() {
        assertThatThrownBy(() -> Workspace.at(root).feedstock("xz"))
                .isInstanceOf(InputException.class)
                .hasMessage("""
                overlays/xz/overlay.yaml:2:10: the package is 'zx', its folder 'xz'
                  fix: give both the same name""");
    }

    @Test
    void whatARunWroteBesideATreeIsNoRendering() throws IOException {
        write("rendered/zlib-feedstock/x", "");
        write("rendered/.xz-feedstock.archi-render-new/x", "");
        write("rendered/port/x", "");
        assertThat(Workspace.at(root).renderedPackages()).containsExactly("zlib");
    }

    @Test
    void anyChangeOfAnInputChangesTheDigest() throws IOException {
        Workspace workspace = Workspace.at(root);
        String before = workspace.inputDigest(workspace.sharedInputs(), "zlib");
        assertThat(before).matches("sha256:[0-9a-f]{64}");
        assertThat(workspace.inputDigest(workspace.sharedInputs(), "zlib")).isEqualTo(before);
        write("overlays/xz/base/x", "another package's");
        assertThat(workspace.inputDigest(workspace.sharedInputs(), "zlib")).isEqualTo(before);
        for (String input : new String[] {
            "overlays/zlib/files/a.patch", "templates/ci/x", "migrations/x.yaml", "pinnings.yaml", "overlays/port.yaml"
        }) {
            write(input, "changed");
            String after = workspace.inputDigest(workspace.sharedInputs(), "zlib");
            assertThat(after).as(input).isNotEqualTo(before);
            before = after;
        }
    }

    @Test
    void bytesThatAreNoTextAreNamed() throws IOException {
        Files.write(root.resolve("pinnings.yaml"), new byte[] {(byte) 0xff});
        assertThatThrownBy(() -> Workspace.at(root).text("pinnings.yaml")).hasMessage("""
                pinnings.yaml:1:1: not UTF-8 text: there is a byte 0xff
                  fix: save it as UTF-8""");
    }
}
