# Written by archi-render: changes made here are lost with the next rendering.
name: [=target.subdir]
on:
  push:
    branches: ["[=port.branch]"]
  pull_request:
    branches: ["[=port.branch]"]

permissions:
  contents: read

concurrency:
  group: ${{ github.workflow }}-${{ github.ref }}
  cancel-in-progress: true

jobs:
  build:
    name: ${{ matrix.config }}
    runs-on: [=settings.actions.runner]
    timeout-minutes: 360
    strategy:
      fail-fast: false
      matrix:
        config:
[#list variants as variant]
          - [=variant.name]
[/#list]
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - name: Build
        env:
          CONFIG: ${{ matrix.config }}
          # A pull request builds and uploads nothing.
          BINSTAR_TOKEN: ${{ github.event_name == 'push' && secrets.BINSTAR_TOKEN || '' }}
        run: .scripts/run_docker_build.sh
      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
        with:
          name: ${{ matrix.config }}
          path: |
            build_artifacts/[=target.subdir]/*.tar.bz2
            build_artifacts/[=target.subdir]/*.conda
            build_artifacts/noarch/*.tar.bz2
            build_artifacts/noarch/*.conda
          if-no-files-found: warn
