#!/bin/bash
# Builds the variant $CONFIG; run_docker_build.sh runs this inside the container.
# Written by archi-render: changes made here are lost with the next rendering.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: CONFIG=VARIANT .scripts/build_steps.sh

Builds one variant of this feedstock with the conda of this machine, which has to be linux-aarch64. To build in a
container run ./build-locally.sh instead.
USAGE
}

case ${1:-} in
  '') ;;
  -h | --help)
    usage
    exit 0
    ;;
  *)
    printf 'build_steps.sh: unknown argument: %s\n\n' "$1" >&2
    usage >&2
    exit 2
    ;;
esac

# Says what it runs. Secrets are never arguments.
run() {
  printf '+ %s\n' "$*"
  "$@"
}

# What root wrote in here belongs to whoever started the container.
give_back() {
  if [ -n "${HOST_OWNER:-}" ] && [ -d /artifacts ]; then
    chown -R "$HOST_OWNER" /artifacts || true
  fi
}
trap give_back EXIT

cd "$(dirname "$0")/.."
variant=.ci_support/${CONFIG:?names the variant to build}.yaml
if ! [ -f "$variant" ]; then
  echo "build_steps.sh: there is no variant '$CONFIG': $variant does not exist" >&2
  exit 1
fi

export PYTHONUNBUFFERED=1
export PATH=/root/archiconda3/bin:$PATH
if [ -d /artifacts ]; then
  export CONDA_BLD_PATH=/artifacts
fi

if ! command -v conda >/dev/null; then
  echo "build_steps.sh: there is no conda in this image; Archiconda3 has to be in /root/archiconda3" >&2
  exit 1
fi
# pip depends on python, and python would depend on pip: nothing could be built first.
run conda config --set add_pip_as_python_dependency false
# Each goes on top of those before.
run conda config --add channels conda-forge
run conda config --add channels c4aarch64
run conda config --add channels archiarm
if ! command -v conda-build >/dev/null; then
  run conda install --yes --quiet conda-build
fi
run conda info

run conda build -m "$variant" recipe

if [ -z "${BINSTAR_TOKEN:-}" ]; then
  echo "BINSTAR_TOKEN is not set: nothing is uploaded"
  exit 0
fi
if ! command -v anaconda >/dev/null; then
  run conda install --yes --quiet anaconda-client
fi
export BINSTAR_API_TOKEN=$BINSTAR_TOKEN
conda build -m "$variant" recipe --output | while IFS= read -r package; do
  run anaconda upload --skip-existing --user archiarm "$package" </dev/null
done
