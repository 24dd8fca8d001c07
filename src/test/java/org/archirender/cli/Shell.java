package org.archirender.cli;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.cli.console.Surroundings;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.workspace.TreeReader;
import org.archirender.workspace.TreeStore;

/** A folder with a port in it, and the command line as a user types it there. */
final class Shell {
    /** What a command said, and its exit code. */
    record Said(int exitCode, String out, String err) {}

    private final Path root;
    private final SortedMap<String, String> environment = new TreeMap<>();

    private Shell(Path root) {
        this.root = root;
    }

    /** In an empty folder of a disk in memory. */
    static Shell empty() {
        FileSystem disk = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setAttributeViews("basic", "posix")
                .build());
        return in(disk.getPath("/port"));
    }

    /** In {@code root}, which is made. */
    static Shell in(Path root) {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Shell(root);
    }

    /** A port for linux-aarch64 with one provider and no package. */
    Shell withPort() {
        return file("overlays/port.yaml", """
                        port: 1
                        target: linux-aarch64
                        branch: aarch64
                        upstream-org: conda-forge
                        own-org: Archiconda
                        channel: archiarm
                        providers: [ci]
                        conda-forge: {provider: {linux_aarch64: default}}
                        """)
                .file("pinnings.yaml", """
                        c_compiler:
                        - gcc
                        docker_image:
                        - archiconda/centos7
                        channel_targets:
                        - archiarm main
                        """)
                .file("templates/ci/provider.yaml", """
                        provider: 1
                        about: builds a feedstock
                        files:
                          - path: build.sh
                            for: feedstock
                            executable: true
                          - path: images/Dockerfile
                            for: port
                        """)
                .file("templates/ci/build.sh.ftl", """
                        #!/bin/sh
                        # [=feedstock.name], [=variants?size] variants
                        """)
                .file("templates/ci/images/Dockerfile", "FROM scratch\n");
    }

    /** A compiled package whose overlay has {@code edits}, the lines below {@code edits:}. */
    Shell withPackage(String name, String edits) {
        return file("overlays/" + name + "/overlay.yaml", """
                        overlay: 1
                        package: %s
                        base: {repo: conda-forge/%s-feedstock, commit: 0123456789abcdef0123456789abcdef01234567, version: "1.0"}
                        edits:%s
                        """.formatted(
                                name,
                                name,
                                edits.isEmpty() ? " []" : "\n" + edits.indent(2).stripTrailing()))
                .file("overlays/" + name + "/base/recipe/meta.yaml", """
                        package:
                          name: %s
                          version: "1.0"
                        build:
                          number: 0
                        requirements:
                          build:
                            - {{ compiler('c') }}
                        """.formatted(name))
                .file("overlays/" + name + "/base/recipe/build.sh", "make\nmake install\n");
    }

    Shell file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Shell file(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder and all in it. */
    Shell remove(String folder) {
        new TreeStore().replace(root.resolve(folder), FileTree.empty());
        return this;
    }

    Shell variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Path path(String path) {
        return root.resolve(path);
    }

    /** The text of a file; empty where there is none. */
    String read(String path) {
        try {
            return Files.exists(root.resolve(path)) ? Files.readString(root.resolve(path)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file below {@code folder}, by path, executable ones with a star. */
    String list(String folder) {
        StringBuilder list = new StringBuilder();
        TreeReader.read(root.resolve(folder), root)
                .files()
                .forEach((path, file) -> list.append(path).append(mark(file)).append('\n'));
        return list.toString();
    }

    private static String mark(TreeFile file) {
        return file.executable() ? "*" : "";
    }

    /** Runs {@code archi-render ARGS} at the root. */
    Said run(String... args) {
        return runIn(root, false, args);
    }

    /** Runs {@code archi-render ARGS} in {@code directory}, as a person at a terminal or not. */
    Said runIn(Path directory, boolean terminal, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                Map.copyOf(environment), print(out), print(err), directory, terminal, terminal, hook -> {});
        int exitCode = Main.run(surroundings, args);
        return new Said(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
