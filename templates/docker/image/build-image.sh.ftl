#!/bin/sh
# Makes the image that feedstocks are built in.
# Written by archi-render: changes made here are lost with the next rendering.
set -eu

usage() {
  cat <<'USAGE'
usage: ./build-image.sh [--push]

Builds [=settings.docker.image] from the Dockerfile beside this script, on a machine that is not [=target.machine] under qemu.

  --push      push the image afterwards
  -h, --help  print this

Environment:
  DOCKER      the program, instead of docker, such as podman
  INSTALLER   the file of [=settings.installer.name] to install, instead of the released [=settings.installer.file]
  QEMU        a static qemu for [=target.machine], instead of the first qemu-[=target.qemu]-static on the PATH
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

qemu=${QEMU:-$(command -v qemu-[=target.qemu]-static || true)}
if [ -n "$qemu" ]; then
  cp "$qemu" "$context/qemu-[=target.qemu]-static"
elif [ "$(uname -m)" = [=target.machine] ] || [ "$(uname -s)" != Linux ]; then
  # Not needed here, but the Dockerfile copies it.
  : >"$context/qemu-[=target.qemu]-static"
else
  fail "this machine is $(uname -m) and has no qemu-[=target.qemu]-static; on Debian and Ubuntu it is in qemu-user-static"
fi

if [ -n "${INSTALLER:-}" ]; then
  cp "$INSTALLER" "$context/"[=settings.installer.file]
else
  curl -fL --retry 3 -o "$context/"[=settings.installer.file] [=settings.installer.url]/[=settings.installer.file]
fi

"$docker" build --platform [=target.docker] -t [=settings.docker.image] "$context"
if [ "$push" = true ]; then
  "$docker" push [=settings.docker.image]
fi
