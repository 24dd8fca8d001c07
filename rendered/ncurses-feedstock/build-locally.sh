#!/bin/sh
# Builds one variant of this feedstock on this machine, in docker or without.
# Written by archi-render: changes made here are lost with the next rendering.
set -eu

usage() {
  cat <<'USAGE'
usage: ./build-locally.sh [OPTION...] [VARIANT]

Builds one variant of this feedstock for linux-aarch64 in docker; on a machine that is not aarch64 under qemu,
which takes its time.
The feedstock is mounted in the container, packages are in build_artifacts/ afterwards. Nothing is uploaded.

VARIANT is a name that --list prints, a part that only one of them has, as in python3.6, or the path of its file. It may
be left out where there is only one.

  -l, --list          list the variants
  -d, --debug         prepare the build, then a shell in its work folder
  -s, --shell         an interactive shell in the container, in the feedstock, instead of the build
  -i, --image IMAGE   build in IMAGE
  -o, --output DIR    put packages into DIR
  -j, --jobs N        use N processors
      --no-docker     build with the conda of this machine, which has to be linux-aarch64
  -n, --print         print the docker command, run nothing
  -h, --help          print this
USAGE
}

wrong() {
  printf 'build-locally.sh: %s\n' "$1" >&2
  echo "try ./build-locally.sh --help" >&2
  exit 2
}

feedstock=$(cd "$(dirname "$0")" && pwd)

variants() {
  for file in "$feedstock"/.ci_support/linux_aarch64_*.yaml; do
    if [ -f "$file" ]; then
      name=${file##*/}
      printf '%s\n' "${name%.yaml}"
    fi
  done
}

CONFIG=
what=
print=
docker=yes
while [ $# -gt 0 ]; do
  case $1 in
    -i | --image | -o | --output | -j | --jobs)
      [ $# -gt 1 ] || wrong "$1 needs a value"
      ;;
  esac
  case $1 in
    -l | --list)
      variants
      exit 0
      ;;
    -d | --debug) what=--debug ;;
    -s | --shell) what=--shell ;;
    -n | --print) print=--print ;;
    --no-docker) docker=no ;;
    -i | --image)
      DOCKER_IMAGE=$2
      export DOCKER_IMAGE
      shift
      ;;
    -o | --output)
      mkdir -p "$2" || exit 1
      ARTIFACTS=$(cd "$2" && pwd)
      export ARTIFACTS
      shift
      ;;
    -j | --jobs)
      case $2 in
        '' | 0* | *[!0-9]*) wrong "--jobs needs a number, not '$2'" ;;
      esac
      CPU_COUNT=$2
      export CPU_COUNT
      shift
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    -*) wrong "unknown option: $1" ;;
    *)
      [ -z "$CONFIG" ] || wrong "one variant at a time, not '$CONFIG' and '$1'"
      CONFIG=${1##*/}
      CONFIG=${CONFIG%.yaml}
      ;;
  esac
  shift
done

# All variants without a name; with one, that variant, or all that have it in their names.
if [ ! -f "$feedstock/.ci_support/$CONFIG.yaml" ]; then
  wanted=$CONFIG
  CONFIG=$(variants | grep -F -e "$wanted" || true)
  case $CONFIG in
    '') wrong "there is no variant '$wanted', but there are:
$(variants)" ;;
    *"
"*) wrong "say which variant to build:
$CONFIG" ;;
  esac
fi

# A build on a laptop is nobody's release.
unset BINSTAR_TOKEN
export CONFIG
if [ "$docker" = no ]; then
  [ -z "$print" ] || wrong "--print prints the docker command, and --no-docker has none"
  [ -z "${DOCKER_IMAGE:-}" ] || wrong "--image is an image for docker, and --no-docker uses none"
  # A machine that somebody works on is left as it is.
  INSTALL_TOOLS=no
  ARTIFACTS=${ARTIFACTS:-$feedstock/build_artifacts}
  export INSTALL_TOOLS ARTIFACTS
  # shellcheck disable=SC2086 # an option or nothing
  exec bash "$feedstock/.scripts/build_steps.sh" $what
fi
# shellcheck disable=SC2086 # an option or nothing
exec "$feedstock/.scripts/run_docker_build.sh" $what $print
