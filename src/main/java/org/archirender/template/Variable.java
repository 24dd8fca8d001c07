package org.archirender.template;

import java.util.List;

/**
 * A variable that templates may use.
 *
 * @param name with dots, as in {@code target.arch}; a name that ends in {@code []} is a member of each item of a list
 * @param type {@code text}, {@code list}, {@code mapping}
 * @param about what it is and where its value comes from
 * @param example as YAML
 * @param feedstockOnly whether files for the port do not see it
 */
public record Variable(String name, String type, String about, String example, boolean feedstockOnly) {
    /** All of them, in the order of docs/templates.md: what a model has to hold, and the table there. */
    public static final List<Variable> ALL = List.of(
            of("target.subdir", "text", "the subdir that is rendered for, `target` of port.yaml", "linux-aarch64"),
            of("target.key", "text", "the same as conda-forge's platform key", "linux_aarch64"),
            of("target.os", "text", "the subdir's first part", "linux"),
            of("target.arch", "text", "the subdir's second part", "aarch64"),
            of("target.machine", "text", "its architecture as `uname -m` says it there, `x86_64`", "aarch64"),
            of("target.docker", "text", "the platform as docker calls it", "linux/arm64"),
            of("target.qemu", "text", "the architecture as qemu calls it, as in `qemu-aarch64-static`", "aarch64"),
            of("port.branch", "text", "`branch` of port.yaml", "aarch64"),
            of("port.upstreamOrg", "text", "`upstream-org` of port.yaml", "conda-forge"),
            of("port.ownOrg", "text", "`own-org` of port.yaml", "Archiconda"),
            of("port.channel", "text", "`channel` of port.yaml", "archiarm"),
            of(
                    "port.binutils",
                    "text",
                    "`binutils` of port.yaml, empty where it has none",
                    "aarch64-conda_cos7-linux-gnu"),
            of(
                    "settings",
                    "mapping",
                    "`settings` of port.yaml with those of overlay.yaml merged in by key path, see below; a cross build has no `docker.image` of port.yaml's",
                    "{channels: [archiarm]}"),
            of(
                    "generated",
                    "list",
                    "the paths of all files that the chosen providers render here, sorted; known to archi-render itself",
                    "[build-locally.sh]"),
            feedstock("feedstock.name", "text", "the overlay's folder, `package` of overlay.yaml", "zlib"),
            feedstock("feedstock.version", "text", "`base/version` of overlay.yaml", "1.2.11"),
            feedstock("feedstock.repo", "text", "`base/repo` of overlay.yaml", "conda-forge/zlib-feedstock"),
            feedstock(
                    "feedstock.commit",
                    "text",
                    "`base/commit` of overlay.yaml",
                    "58550035ead47ad3e3e45be33d37fbd9965a5cfa"),
            feedstock(
                    "feedstock.written",
                    "true or false",
                    "`base/written` of overlay.yaml: the base is made from facts and is not upstream's",
                    "false"),
            feedstock("providers", "list", "the chosen providers, in their order", "[common, docker]"),
            feedstock(
                    "variants",
                    "list",
                    "a mapping with the three keys below for every variant file, by name; may be empty",
                    "[{name: linux_aarch64_python3.6, file: .ci_support/linux_aarch64_python3.6.yaml,"
                            + " values: {channel_sources: [archiarm], docker_image: [archiconda/centos7]}}]"),
            feedstock("variants[].name", "text", "the file's name without `.yaml`", "linux_aarch64_python3.6"),
            feedstock("variants[].file", "text", "its path", ".ci_support/linux_aarch64_python3.6.yaml"),
            feedstock(
                    "variants[].values",
                    "mapping",
                    "its keys, each with a list of texts",
                    "{docker_image: [archiconda/centos7]}"),
            feedstock(
                    "build.mode",
                    "text",
                    "`native`, `cross` or `emulated`, see [ci.md](ci.md#the-three-modes)",
                    "native"),
            feedstock("build.platform", "text", "the subdir of the container that builds", "linux-aarch64"),
            feedstock("build.machine", "text", "its architecture as `uname -m` says it there", "aarch64"),
            feedstock("build.docker", "text", "its platform as docker calls it", "linux/arm64"),
            feedstock("build.runner", "list", "labels of GitHub's runners that can run it", "[ubuntu-24.04-arm]"),
            feedstock(
                    "build.image",
                    "text",
                    "for variants without a docker_image: `docker/fallback_image` of conda-forge.yml, or conda-forge's"
                            + " image of `build.machine`",
                    "quay.io/condaforge/linux-anvil-aarch64:alma9"),
            feedstock(
                    "build.tool",
                    "text",
                    "`conda_build_tool` of conda-forge.yml: `rattler-build` for every recipe.yaml",
                    "conda-build"),
            feedstock("build.recipe", "text", "`recipe_dir` of conda-forge.yml", "recipe"),
            feedstock(
                    "absence",
                    "text",
                    "why there are no variant files; empty where there are some",
                    "conda-forge.yml has no provider for linux_aarch64"),
            feedstock(
                    "config",
                    "mapping",
                    "the rendered conda-forge.yml as plain data: texts, whole numbers, true and false, lists, mappings;"
                            + " a null is an empty text",
                    "{compiler_stack: comp7, shippable: {projectId: 5c263e72}}"));

    private static Variable of(String name, String type, String about, String example) {
        return new Variable(name, type, about, example, false);
    }

    private static Variable feedstock(String name, String type, String about, String example) {
        return new Variable(name, type, about, example, true);
    }
}
