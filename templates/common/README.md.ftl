# [=feedstock.name] for [=target.subdir]

[#if providers?seq_contains("github-actions") && variants?has_content]
[![build](https://github.com/[=port.ownOrg]/[=feedstock.name]-feedstock/actions/workflows/conda-build.yml/badge.svg?branch=[=port.branch])](https://github.com/[=port.ownOrg]/[=feedstock.name]-feedstock/actions/workflows/conda-build.yml?query=branch%3A[=port.branch])
[/#if]
[#if providers?seq_contains("shippable") && (config.shippable.projectId)?has_content]
[![build](https://api.shippable.com/projects/[=config.shippable.projectId]/badge?branch=[=port.branch])](https://app.shippable.com/github/[=port.ownOrg]/[=feedstock.name]-feedstock)
[/#if]
[![version](https://anaconda.org/[=port.channel]/[=feedstock.name]/badges/version.svg)](https://anaconda.org/[=port.channel]/[=feedstock.name])
[![platforms](https://anaconda.org/[=port.channel]/[=feedstock.name]/badges/platforms.svg)](https://anaconda.org/[=port.channel]/[=feedstock.name])

This branch, `[=port.branch]`, holds the recipe of [[=feedstock.repo]](https://github.com/[=feedstock.repo]) [=feedstock.version]
[#if feedstock.commit?has_content]
at commit [`[=feedstock.commit?truncate_c(10, "")]`](https://github.com/[=feedstock.repo]/commit/[=feedstock.commit])
[/#if]
with what [=target.subdir] needs changed.
[#if feedstock.written]
The recipe that this begins with was written from facts about upstream's, and is not upstream's own.
[/#if]

    conda install -c [=port.channel] [=feedstock.name]

[#if providers?seq_contains("docker") && variants?has_content]
## Build it yourself

    ./build-locally.sh --list
    ./build-locally.sh [=variants[0].name]

builds one variant in docker, [#if build.mode == "cross"]cross-compiled on [=build.platform][#else]on a machine of another architecture under qemu[/#if], and leaves the packages
in `build_artifacts/`. `--shell` gives a shell in the same container, `--debug` one in the prepared build, and
`--no-docker` builds with the conda of a machine that is [=build.platform] itself.

[/#if]
## Variants

[#list variants as variant]
- [`[=variant.name]`]([=variant.file])
[#else]
None: [=absence].
[/#list]

## Change it

archi-render renders this branch from the upstream recipe, an overlay and the port's pins. Changes belong there: what is
edited here is not built upon.
