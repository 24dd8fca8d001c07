#!/bin/sh
# Makes the image that feedstocks are built in.
# Written by archi-render: changes made here are lost with the next rendering.
set -eu

usage() {
  cat <<'USAGE'
usage: ./build-image.sh [--push]

Builds archiconda/centos7:builder from the Dockerfile beside this script, on a machine that is not aarch64 under qemu.

  --push      push the image afterwards
  -h, --help  print this

Environment:
  DOCKER      the program, instead of docker, such as podman
  INSTALLER   the file of Archiconda3 to install, instead of the released Archiconda3-0.2.2-Linux-aarch64.sh
  QEMU        a static qemu for aarch64, instead of the first qemu-aarch64-static on the PATH
USAGE
}

fail() {
  printf 'build-image.sh: %s\n' "$1" >&2
  exit 1
}

push=false
case ${1:-} in
  '') ;;
  --push) push=true ;;
  -h | --help)
    usage
    exit 0
    ;;
  *)
    printf 'build-image.sh: unknown argument: %s\n\n' "$1" >&2
    usage >&2
    exit 2
    ;;
esac

here=$(cd "$(dirname "$0")" && pwd)
docker=${DOCKER:-docker}
command -v "$docker" >/dev/null 2>&1 || fail "there is no '$docker' on this machine"
context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT
trap 'exit 130' INT TERM
cp "$here/Dockerfile" "$context/"

qemu=${QEMU:-$(command -v qemu-aarch64-static || true)}
if [ -n "$qemu" ]; then
  cp "$qemu" "$context/qemu-aarch64-static"
elif [ "$(uname -m)" = aarch64 ] || [ "$(uname -s)" != Linux ]; then
  # Not needed here, but the Dockerfile copies it.
  : >"$context/qemu-aarch64-static"
else
  fail "this machine is $(uname -m) and has no qemu-aarch64-static; on Debian and Ubuntu it is in qemu-user-static"
fi

if [ -n "${INSTALLER:-}" ]; then
  cp "$INSTALLER" "$context/"Archiconda3-0.2.2-Linux-aarch64.sh
else
  curl -fL --retry 3 -o "$context/"Archiconda3-0.2.2-Linux-aarch64.sh https://github.com/Archiconda/build-tools/releases/download/0.2.2/Archiconda3-0.2.2-Linux-aarch64.sh
fi

"$docker" build --platform linux/arm64 -t archiconda/centos7:builder "$context"
if [ "$push" = true ]; then
  "$docker" push archiconda/centos7:builder
fi
