#!/bin/sh
# Builds one variant of this feedstock in a container. CI runs this; people run ../build-locally.sh, which does.
# Written by archi-render: changes made here are lost with the next rendering.
set -eu

usage() {
  cat <<'USAGE'
usage: CONFIG=VARIANT .scripts/run_docker_build.sh [--shell] [--print]

Builds one variant of this feedstock for linux-aarch64 in docker. The packages are in build_artifacts/ afterwards.

  --shell     an interactive shell in the container instead of the build
  --print     print the docker command, run nothing
  -h, --help  print this

Environment:
  CONFIG           the variant: a file in .ci_support/ without .yaml
  DOCKER_IMAGE     the image, instead of the variant's docker_image or else archiconda/centos7
  DOCKER           the program, instead of docker, such as podman
  DOCKER_RUN_ARGS  more options for docker run, separated by blanks
  ARTIFACTS        where packages go, instead of build_artifacts/
  CPU_COUNT        how many processors the build may use
  BINSTAR_TOKEN    upload what was built to the channel archiarm
USAGE
}

fail() {
  printf 'run_docker_build.sh: %s\n' "$@" >&2
  exit 1
}

# The docker command as one can paste it into a shell.
print_command() {
  for word in "$@"; do
    case $word in
      *[!A-Za-z0-9_./:=@%+,-]* | '') printf "'%s' " "$(printf '%s' "$word" | sed "s/'/'\\\\''/g")" ;;
      *) printf '%s ' "$word" ;;
    esac
  done
  echo
}

# A container for another processor needs qemu, registered with this machine's kernel. Docker Desktop brings its own.
require_emulation() {
  if [ "$(uname -m)" = aarch64 ] || [ "$(uname -s)" != Linux ] || [ -n "${DOCKER_HOST:-}" ]; then
    return
  fi
  for handler in /proc/sys/fs/binfmt_misc/*aarch64*; do
    if [ -r "$handler" ] && read -r state <"$handler" && [ "$state" = enabled ]; then
      return
    fi
  done
  fail "this machine is $(uname -m), and has no qemu registered that runs programs for aarch64. Register it:" \
    "  $docker run --rm --privileged tonistiigi/binfmt --install arm64" \
    "which lasts until the next boot; on Debian and Ubuntu this lasts:" \
    "  sudo apt-get install qemu-user-static binfmt-support"
}

# Whom the packages belong to in the end. Where root in the container is the user outside, nothing is to do.
owner() {
  case $docker in
    *podman*) return ;;
  esac
  if ! "$docker" info --format '{{.SecurityOptions}}' 2>/dev/null | grep -q rootless; then
    printf '%s:%s' "$(id -u)" "$(id -g)"
  fi
}

shell=false
print=false
while [ $# -gt 0 ]; do
  case $1 in
    --shell) shell=true ;;
    --print) print=true ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      printf 'run_docker_build.sh: unknown argument: %s\n\n' "$1" >&2
      usage >&2
      exit 2
      ;;
  esac
  shift
done

feedstock=$(cd "$(dirname "$0")/.." && pwd)
docker=${DOCKER:-docker}
artifacts=${ARTIFACTS:-$feedstock/build_artifacts}

if [ -z "${CONFIG:-}" ]; then
  fail "CONFIG is not set. It names the variant to build, a file in .ci_support/ without .yaml:" \
    "$(cd "$feedstock/.ci_support" && for file in *.yaml; do printf '  CONFIG=%s\n' "${file%.yaml}"; done)"
fi
variant=$feedstock/.ci_support/$CONFIG.yaml
[ -f "$variant" ] || fail "there is no variant '$CONFIG': $variant does not exist"

image=${DOCKER_IMAGE:-$(sed -n '/^docker_image:/{n;s/^ *- *//p;q;}' "$variant" | tr -d "'\"")}
image=${image:-archiconda/centos7}
case $image in
  -*) fail "'$image' is an option of docker and no image; see docker_image in $variant" ;;
esac
export CONFIG

set -- run --rm --platform linux/arm64 \
  -v "$feedstock:/feedstock:z" -v "$artifacts:/artifacts:z" -w /feedstock \
  -e CONFIG -e CI -e CPU_COUNT -e BINSTAR_TOKEN -e "HOST_OWNER=$(owner)"
if [ "$shell" = true ]; then
  set -- "$@" -i -t
elif [ -t 0 ] && [ -t 1 ]; then
  set -- "$@" -t
fi
# shellcheck disable=SC2086 # a list of words
set -- "$@" ${DOCKER_RUN_ARGS:-} "$image"
if [ "$shell" = true ]; then
  # shellcheck disable=SC2016 # expanded in the container
  set -- "$@" bash -c 'bash; [ -z "$HOST_OWNER" ] || chown -R "$HOST_OWNER" /artifacts'
else
  set -- "$@" bash .scripts/build_steps.sh
fi

if [ "$print" = true ]; then
  print_command "$docker" "$@"
  exit 0
fi

command -v "$docker" >/dev/null 2>&1 ||
  fail "there is no '$docker' on this machine. Install it, https://docs.docker.com/engine/install/, or set DOCKER=podman"
if ! said=$("$docker" info 2>&1 >/dev/null); then
  fail "$docker does not answer. Is it running, and may you use it?" "$said"
fi
require_emulation
if [ "$shell" = true ] && ! [ -t 0 ]; then
  fail "--shell needs a terminal"
fi

mkdir -p "$artifacts"
if [ "$shell" = true ]; then
  echo "In the container, .scripts/build_steps.sh builds $CONFIG. Packages go to $artifacts."
fi
exec "$docker" "$@"
