[#assign actions = config.github_actions!{}]
[#assign space = "skip"]
[#if actions.free_disk_space??]
[#assign wanted = actions.free_disk_space]
[#if wanted?is_sequence]
[#assign space = wanted?seq_contains("docker")?then("max", "quick")]
[#elseif wanted?is_boolean && wanted]
[#assign space = "quick"]
[/#if]
[/#if]
[#if (config.workflow_settings.free_disk_space)??]
[#assign wanted = config.workflow_settings.free_disk_space]
[#if wanted?is_sequence]
[#list wanted as choice]
[#if (choice.provider!"github_actions") == "github_actions" && ["linux", target.os + "-" + target.arch]?seq_contains(choice.os!"linux")]
[#assign space = choice.value!space]
[/#if]
[/#list]
[#elseif wanted?is_string]
[#assign space = wanted]
[/#if]
[/#if]
[#assign emulates = build.mode == "emulated" || (build.mode == "cross" && ((settings.test)!true) && ((config.test)!"") != "native")]
[#assign limit = (settings.actions.timeout_minutes)!actions.timeout_minutes!360]
# Written by archi-render: changes made here are lost with the next rendering.
name: Build conda package
on:
  push:
    branches: ["[=port.branch]"]
  pull_request:
    branches: ["[=port.branch]"]
  workflow_dispatch:

permissions:
  contents: read

# A newer commit of a pull request stops the build of the one before; what was pushed is built and uploaded to its end.
concurrency:
  group: ${{ github.workflow }}-${{ github.event.pull_request.number || github.sha }}
[#if actions.cancel_in_progress!true]
  cancel-in-progress: ${{ github.event_name == 'pull_request' }}
[#else]
  cancel-in-progress: false
[/#if]

env:
  IS_PR_BUILD: ${{ github.event_name == 'pull_request' && 'True' || 'False' }}
  UPLOAD_ON_BRANCH: "[=port.branch]"

jobs:
  build:
    name: ${{ matrix.CONFIG }}
    runs-on: ${{ matrix.runs_on }}
    timeout-minutes: [=limit]
    strategy:
      fail-fast: false
[#if (actions.max_parallel!"")?is_number]
      max-parallel: [=actions.max_parallel]
[/#if]
      matrix:
        include:
[#list variants as variant]
[#assign labels = variant.values.github_actions_labels!["hosted"]]
[#if build.mode == "native" && (settings.actions.runner)??]
[#assign labels = settings.actions.runner]
[/#if]
[#if !labels?is_sequence]
[#assign labels = [labels]]
[/#if]
[#if ["hosted", "default"]?seq_contains(labels[0]!"hosted")]
[#assign labels = build.runner]
[#elseif labels?filter(label -> label?starts_with("self-hosted@"))?has_content]
[#assign labels = labels?map(label -> label?remove_beginning("self-hosted@")) + ["self-hosted"]]
[/#if]
          - CONFIG: "[=variant.name]"
            DOCKER_IMAGE: "[=(settings.docker.image)!(variant.values.docker_image?last)!build.image]"
            UPLOAD_PACKAGES: "[=(actions.upload_packages!true)?then("True", "False")]"
            docker_run_args: "[=(settings.docker.run_args)!""][#if labels?join(" ")?lower_case?contains("gpu")] --gpus all[/#if]"
            runs_on:
[#list labels as label]
              - "[=label]"
[/#list]
[/#list]
    steps:
      - name: Check out the feedstock
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
[#if space != "skip"]
      - name: Free disk space
        run: |
          sudo rm -rf /opt/ghc /opt/hostedtoolcache /usr/lib/jvm /usr/local/.ghcup /usr/local/lib/android \
            /usr/local/share/powershell /usr/share/dotnet /usr/share/swift
[#if space == "max"]
          docker image prune --all --force
[/#if]
          df -h
[/#if]
[#if emulates]
      - name: Register qemu
        run: |
          sudo apt-get update
          sudo apt-get install --yes qemu-user-static binfmt-support
[/#if]
      # No secret is in here: what a recipe runs could read it.
      - name: Build
        env:
          CONFIG: ${{ matrix.CONFIG }}
          DOCKER_IMAGE: ${{ matrix.DOCKER_IMAGE }}
          DOCKER_RUN_ARGS: ${{ matrix.docker_run_args }}
          UPLOAD_PACKAGES: ${{ matrix.UPLOAD_PACKAGES }}
          RATTLER_BUILD_COLOR: always
          flow_run_id: github_${{ github.run_id }}
          remote_url: ${{ github.server_url }}/${{ github.repository }}
          sha: ${{ github.sha }}
        run: .scripts/run_docker_build.sh
[#assign store = (config.workflow_settings.store_build_artifacts)!actions.store_build_artifacts!true]
[#assign days = actions.artifact_retention_days!14]
[#if !(store?is_boolean && !store)]
      - name: Keep the packages
        uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
        with:
          name: packages-${{ matrix.CONFIG }}
          path: |
            build_artifacts/[=target.subdir]/*.conda
            build_artifacts/[=target.subdir]/*.tar.bz2
            build_artifacts/noarch/*.conda
            build_artifacts/noarch/*.tar.bz2
          retention-days: [=days]
          if-no-files-found: warn
[/#if]
      - name: Upload
        if: github.event_name != 'pull_request' && github.ref_name == env.UPLOAD_ON_BRANCH
        env:
          CONFIG: ${{ matrix.CONFIG }}
          DOCKER_IMAGE: ${{ matrix.DOCKER_IMAGE }}
          UPLOAD_PACKAGES: ${{ matrix.UPLOAD_PACKAGES }}
          BINSTAR_TOKEN: ${{ secrets.BINSTAR_TOKEN }}
        run: .scripts/run_docker_build.sh --upload
      - name: Pack logs and work folders
        if: failure()
        env:
          CONFIG: ${{ matrix.CONFIG }}
        run: |
          mkdir -p build_artifacts
          tar -czf "$RUNNER_TEMP/failed-$CONFIG.tar.gz" --exclude='*_env' --exclude='*_env_placehold*' \
            --exclude=pkg_cache --exclude=src_cache -C build_artifacts .
      - name: Keep logs and work folders
        if: failure()
        uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
        with:
          name: failed-${{ matrix.CONFIG }}
          path: ${{ runner.temp }}/failed-${{ matrix.CONFIG }}.tar.gz
          retention-days: [=days]
          if-no-files-found: ignore
