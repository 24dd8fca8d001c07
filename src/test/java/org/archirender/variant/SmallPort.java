package org.archirender.variant;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.Platform;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** Pinnings and a feedstock of our own, as small as the rules of re-rendering allow. */
final class SmallPort {
    private SmallPort() {}

    static final String HEAD = """
            package:
              name: zebra
              version: 1.0
            """;

    static final String PINNINGS = """
            python:
              - 3.11.* *_cpython
              - 3.12.* *_cpython
            numpy:
              - '1'
              - '2'
            zip_keys:
              - - python
                - numpy
            mpi:
              - nompi
              - openmpi
            mpich:
              - '4'
            openmpi:
              - '5'
            libfoo:
              - '1.2'
            libbar:
              - a
              - b
            python_min:
              - '3.10'
            c_compiler:
              - gcc
            c_compiler_version:
              - '14'
              - '13'       # [x86_64]
            c_stdlib:
              - sysroot
            c_stdlib_version:
              - 2.17
            channel_sources:
              - conda-forge
            channel_targets:
              - conda-forge main
            docker_image:
              - registry.invalid/image
            pin_run_as_build:
              python:
                max_pin: x.x
                min_pin: x.x
              r-base:
                max_pin: x.x
                min_pin: x.x
            """;

    static final String FORGE = "provider: {linux_aarch64: azure}\n";

    /** The matrix of {@code recipe} with {@code more} files, each a path and a text. */
    static BuildMatrix matrix(String recipe, String... more) {
        SortedMap<TreePath, TreeFile> files = new TreeMap<>();
        files.put(TreePath.of("recipe/meta.yaml"), TreeFile.of(recipe));
        files.put(TreePath.of("conda-forge.yml"), TreeFile.of(FORGE));
        for (int i = 0; i < more.length; i += 2) {
            files.put(TreePath.of(more[i]), TreeFile.of(more[i + 1]));
        }
        return BuildMatrix.compute(
                FileTree.of(files),
                Pinnings.parse(PINNINGS, "pinnings.yaml", FileTree.empty()),
                Optional.empty(),
                new Platform("linux-aarch64"));
    }

    static List<String> names(BuildMatrix matrix) {
        return matrix.files().stream().map(VariantFile::name).toList();
    }
}
