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
      - uses: actions/checkout@v4
      - name: Build
        env:
          CONFIG: ${{ matrix.config }}
          # A pull request builds and uploads nothing.
          BINSTAR_TOKEN: ${{ github.event_name == 'push' && secrets.BINSTAR_TOKEN || '' }}
        run: .scripts/run_docker_build.sh
      - uses: actions/upload-artifact@v4
        with:
          name: ${{ matrix.config }}
          path: |
            build_artifacts/[=target.subdir]/*.tar.bz2
            build_artifacts/[=target.subdir]/*.conda
            build_artifacts/noarch/*.tar.bz2
            build_artifacts/noarch/*.conda
          if-no-files-found: warn
