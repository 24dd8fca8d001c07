#!/bin/bash
# Builds the variant $CONFIG, or uploads what was built; run_docker_build.sh runs this inside the container.
# Written by archi-render: changes made here are lost with the next rendering.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: CONFIG=VARIANT .scripts/build_steps.sh [--debug | --shell | --upload]

Builds one variant of this feedstock for linux-aarch64 with the conda of this machine, which has to be linux-aarch64.
To build in a container run ./build-locally.sh instead.

  --debug     prepare the build, then a shell in its work folder
  --shell     a shell instead of the build
  --upload    upload what was built to the channels of the variant, with BINSTAR_TOKEN
USAGE
}

fail() {
  printf 'build_steps.sh: %s\n' "$@" >&2
  exit 1
}

# Says what it runs. Secrets are never arguments.
run() {
  printf '+ %s\n' "$*"
  "$@"
}

# The values of a key of the variant, one a line; those that are lists themselves are split at their commas.
values() {
  sed -n "/^$1:\$/,/^[^-]/s/^- *//p" "$variant" | sed "s/^'\(.*\)'\$/\1/; s/^\"\(.*\)\"\$/\1/" |
    tr ',' '\n' | sed '/^ *$/d; s/^ *//; s/ *$//'
}

# Installs what brings a command that is not there. need COMMAND PACKAGE CHANNEL-OPTION...
need() {
  if command -v "$1" >/dev/null; then
    return
  fi
  if [ "${INSTALL_TOOLS:-yes}" = no ]; then
    fail "there is no $1 on this machine; install it: conda install $2"
  fi
  package=$2
  shift 2
  command -v conda >/dev/null || fail "there is no conda in this image; it was looked for in $prefix/bin, too"
  run conda install --yes --quiet "$@" "$package"
}

# What a build needs of the system, said by the recipe.
install_system_packages() {
  wanted=$recipe/yum_requirements.txt
  if ! [ -f "$wanted" ]; then
    return
  fi
  packages=$(sed 's/#.*//' "$wanted" | tr '[:space:]' '\n' | sed '/^$/d')
  wrong=$(printf '%s\n' "$packages" | grep -v '^[A-Za-z0-9][A-Za-z0-9._+:()/-]*$' || true)
  [ -z "$wrong" ] || fail "recipe/yum_requirements.txt has what is no package's name:" "$wrong"
  if [ "${INSTALL_TOOLS:-yes}" = no ]; then
    printf 'This recipe needs these packages of the system:\n%s\n' "$packages"
    return
  fi
  command -v yum >/dev/null || fail "there is no yum in this image, and recipe/yum_requirements.txt asks for:" "$packages"
  # Old versions of rpm close every file that they might have open: https://bugzilla.redhat.com/show_bug.cgi?id=1537564
  (
    ulimit -n 1024
    # AlmaLinux 10 has Xvfb and the like in a repository of its own.
    if grep -q '^ID="*almalinux' /etc/os-release && grep -q '^VERSION_ID="*[1-9][0-9]' /etc/os-release; then
      yum_install almalinux-release-devel
    fi
    # shellcheck disable=SC2086 # a list of words
    yum_install $packages
  )
}

yum_install() {
  if [ "$(id -u)" = 0 ]; then
    run yum install -y "$@"
  else
    run /usr/bin/sudo -n yum install -y "$@"
  fi
}

upload() {
  if [ -z "${BINSTAR_TOKEN:-}" ]; then
    echo "BINSTAR_TOKEN is not set: nothing is uploaded"
    return
  fi
  # Not from the variant's channels: a recipe may name those.
  need anaconda anaconda-client
  export BINSTAR_API_TOKEN=$BINSTAR_TOKEN ANACONDA_API_TOKEN=$BINSTAR_TOKEN
  targets=$(values channel_targets)
  [ -n "$targets" ] || targets="archiarm main"
  for package in "$artifacts"/{linux-aarch64,noarch}/*.{conda,tar.bz2}; do
    if ! [ -f "$package" ]; then
      continue
    fi
    while read -r owner label; do
      # Upstream's own channel is not the port's to write to.
      if [ "$owner" = conda-forge ]; then
        owner=archiarm
      fi
      run anaconda upload --skip-existing --user "$owner" --label "${label:-main}" "$package" </dev/null
    done <<<"$targets"
  done
}

what=build
case ${1:-} in
  '') ;;
  --debug | --shell | --upload) what=${1#--} ;;
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

feedstock=$(cd "$(dirname "$0")/.." && pwd)
recipe=$feedstock/recipe
artifacts=${ARTIFACTS:-/home/conda/build_artifacts}
variant=$feedstock/.ci_support/${CONFIG:?names the variant to build}.yaml
[ -f "$variant" ] || fail "there is no variant '$CONFIG': $variant does not exist"
machine=$(uname -m)
[ "$machine" = aarch64 ] || fail "this is for a machine of aarch64, and here is $machine"

# What root wrote in here belongs to whoever started the container.
give_back() {
  if [ "$(id -u)" = 0 ] && [ "${HOST_USER_ID:-0}" != 0 ] && [ -w "$artifacts" ]; then
    chown -R "$HOST_USER_ID" "$artifacts" || true
  fi
}
trap give_back EXIT

prefix=/root/archiconda3
command -v conda >/dev/null || export PATH="$prefix/bin:$PATH"
export PYTHONUNBUFFERED=1
# pip depends on python, and python would depend on pip: nothing could be built first.
export CONDA_ADD_PIP_AS_PYTHON_DEPENDENCY=false
case $(conda config --describe channel_priority 2>/dev/null || true) in
  *strict*) export CONDA_CHANNEL_PRIORITY=strict ;;
esac

# What follows the commands that find packages: where they do.
set --
while IFS= read -r channel; do
  case $channel in
    -*) fail "'$channel' is an option and no channel; see channel_sources in $variant" ;;
  esac
  case " $* " in
    *" --channel $channel "*) continue ;;
  esac
  set -- "$@" --channel "$channel"
done < <(values channel_sources)

case $what in
  upload)
    upload
    exit 0
    ;;
  shell)
    echo "Here $feedstock/.scripts/build_steps.sh builds $CONFIG. Packages go to $artifacts."
    cd "$feedstock"
    bash || true
    exit 0
    ;;
esac
install_system_packages
mkdir -p "$artifacts"
export CONDA_BLD_PATH=$artifacts
need conda-build conda-build "$@"
# An older conda-build knows less.
known=$(conda-build --help 2>&1 || true)
knows() {
  case $known in *"$1"*) true ;; *) false ;; esac
}

set -- "$recipe" -m "$variant" "$@"
clobber=$feedstock/.ci_support/clobber_$CONFIG.yaml
if [ -f "$clobber" ]; then
  set -- "$@" --clobber-file "$clobber"
fi
export CONDA_SUBDIR=linux-aarch64
if [ "$what" = debug ]; then
  run conda debug "$@" ${BUILD_OUTPUT_ID:+--output-id "$BUILD_OUTPUT_ID"}
  bash || true
  exit 0
fi
if knows --suppress-variables; then
  set -- "$@" --suppress-variables
fi
if knows --extra-meta; then
  set -- "$@" --extra-meta "flow_run_id=${flow_run_id:-}" "remote_url=${remote_url:-}" "sha=${sha:-}"
fi
run conda-build "$@"
