#!/bin/bash
# Builds one variant of this feedstock in a container. CI runs this; people run ../build-locally.sh, which does.
# Written by archi-render: changes made here are lost with the next rendering.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: CONFIG=VARIANT .scripts/run_docker_build.sh [--debug | --shell | --upload] [--print]

Builds one variant of this feedstock for linux-aarch64 in a container. The packages are in build_artifacts/ afterwards.

  --debug     prepare the build, then a shell in its work folder
  --shell     an interactive shell in the container instead of the build
  --upload    upload what was built, in a container that runs nothing of the recipe
  --print     print the docker command, run nothing
  -h, --help  print this

Environment:
  CONFIG           the variant: a file in .ci_support/ without .yaml
  DOCKER_IMAGE     the image, instead of archiconda/centos7:builder
  DOCKER           the program, instead of docker, such as podman
  DOCKER_RUN_ARGS  more options for docker run, separated by blanks
  ARTIFACTS        where packages go, instead of build_artifacts/
  CPU_COUNT        how many processors the build may use
  BINSTAR_TOKEN    for --upload; a build does not see it
  UPLOAD_PACKAGES  False: --upload uploads nothing
  IS_PR_BUILD      True: --upload uploads nothing
USAGE
}

fail() {
  printf 'run_docker_build.sh: %s\n' "$@" >&2
  exit 1
}

# The values of a key of the variant, one a line.
values() {
  sed -n "/^$1:\$/,/^[^-]/s/^- *//p" "$variant" | sed "s/^'\(.*\)'\$/\1/; s/^\"\(.*\)\"\$/\1/"
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
  for handler in /proc/sys/fs/binfmt_misc/*qemu-aarch64*; do
    if [ -r "$handler" ] && read -r state <"$handler" && [ "$state" = enabled ]; then
      return
    fi
  done
  fail "this machine is $(uname -m), and has no qemu registered that runs programs for aarch64. Register it:" \
    "  $docker run --rm --privileged tonistiigi/binfmt --install arm64" \
    "which lasts until the next boot; on Debian and Ubuntu this lasts:" \
    "  sudo apt-get install qemu-user-static binfmt-support"
}

# Whom the packages belong to in the end. Where root in the container is the user outside, that is root.
owner() {
  case $docker in
    *podman*)
      echo 0
      return
      ;;
  esac
  case $("$docker" info --format '{{.SecurityOptions}}' 2>/dev/null || true) in
    *rootless*) echo 0 ;;
    *) id -u ;;
  esac
}

# What was built, for the page of the job. A package's name is the recipe's, so only what means itself is left of it.
summarize() {
  # shellcheck disable=SC2016 # backticks of Markdown
  {
    echo "Built for linux-aarch64, variant \`$CONFIG\`:"
    echo
    find "$artifacts/linux-aarch64" "$artifacts/noarch" -maxdepth 1 -type f \
      \( -name '*.conda' -o -name '*.tar.bz2' \) -exec basename {} \; 2>/dev/null | LC_ALL=C sort |
      LC_ALL=C tr -cd 'A-Za-z0-9._+!\n-' | sed 's/.*/- `&`/'
  } >>"$GITHUB_STEP_SUMMARY" || true
}

what=build
print=false
while [ $# -gt 0 ]; do
  case $1 in
    --debug | --shell | --upload) what=${1#--} ;;
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

IS_PR_BUILD=${IS_PR_BUILD:-False}
UPLOAD_PACKAGES=${UPLOAD_PACKAGES:-True}
export IS_PR_BUILD UPLOAD_PACKAGES
if [ "$what" = upload ]; then
  if [ "$IS_PR_BUILD" = True ]; then
    echo "this is a pull request: nothing is uploaded"
    exit 0
  elif [ "$UPLOAD_PACKAGES" = False ]; then
    echo "UPLOAD_PACKAGES is False: nothing is uploaded"
    exit 0
  elif [ -z "${BINSTAR_TOKEN:-}" ]; then
    echo "BINSTAR_TOKEN is not set: nothing is uploaded"
    exit 0
  fi
else
  # Recipes are other people's programs.
  unset BINSTAR_TOKEN
fi

image=archiconda/centos7:builder
image=${DOCKER_IMAGE:-${image:-quay.io/condaforge/linux-anvil-aarch64:alma9}}
case $image in
  -*) fail "'$image' is an option of docker and no image; see docker_image in $variant" ;;
esac
if [ "$what" = upload ]; then
  # A recipe may name the image of its build, but not who gets the token.
  case $image in
    archiconda/centos7:builder) ;;
    condaforge/* | quay.io/condaforge/*) ;;
    *) fail "the token is not given to $image, which the variant names" \
      "where you trust it write settings: {docker: {image: $image}} in overlay.yaml or port.yaml, and render" ;;
  esac
fi
HOST_USER_ID=$(owner)
export CONFIG HOST_USER_ID IS_PR_BUILD UPLOAD_PACKAGES

# The recipe can change its packages, and nothing else here: not the scripts that upload them.
set -- run --rm --platform linux/arm64 \
  -v "$feedstock:/home/conda/feedstock_root:ro,z"
if [ "$what" = upload ]; then
  set -- "$@" -v "$artifacts:/home/conda/build_artifacts:ro,z" -e BINSTAR_TOKEN
else
  set -- "$@" -v "$artifacts:/home/conda/build_artifacts:z"
fi
set -- "$@" -e "CONFIG=$CONFIG" -e "HOST_USER_ID=$(owner)" -e CI -e CPU_COUNT -e IS_PR_BUILD -e UPLOAD_PACKAGES \
  -e BUILD_OUTPUT_ID -e RATTLER_BUILD_COLOR -e flow_run_id -e remote_url -e sha
if [ "$what" = debug ] || [ "$what" = shell ]; then
  set -- "$@" -i -t
elif [ -t 0 ] && [ -t 1 ]; then
  set -- "$@" -t
fi
# shellcheck disable=SC2086 # a list of words
set -- "$@" ${DOCKER_RUN_ARGS:-} "$image" bash
# By its whole path: an image may begin in another folder.
steps=/home/conda/feedstock_root/.scripts/build_steps.sh
case $what in
  build) set -- "$@" "$steps" ;;
  *) set -- "$@" "$steps" "--$what" ;;
esac

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
if { [ "$what" = debug ] || [ "$what" = shell ]; } && ! [ -t 0 ]; then
  fail "--$what needs a terminal"
fi

mkdir -p "$artifacts"
if [ -n "${GITHUB_ACTIONS:-}" ]; then
  # What a build prints is no command to GitHub until a word comes that it can't know.
  word=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  echo "::stop-commands::$word"
  trap 'echo "::$word::"' EXIT
fi
"$docker" "$@"
if [ "$what" = build ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  summarize
fi
