#!/bin/bash
set -e

declare -a _config_args
_config_args+=(-Dprefix="${PREFIX}")
_config_args+=(-Dusethreads)
_config_args+=(-Duserelocatableinc)
_config_args+=(-Dcccdlflags=-fPIC)
_config_args+=(-Dldflags="${LDFLAGS}")
# Modules of before 5.26 expect the current directory in their search path.
_config_args+=(-Ddefault_inc_excludes_dot=n)
if [[ -n "${GCC:-${CC}}" ]]; then
  _config_args+=("-Dcc=${GCC:-${CC}}")
fi

_config_args+=("-Dar=${AR}")
if [[ ${HOST} =~ .*linux.* ]]; then
  _config_args+=(-Dlddlflags="-shared ${LDFLAGS}")
fi
if [[ -n ${CONDA_BUILD_SYSROOT} ]]; then
  _config_args+=(-Dsysroot="${CONDA_BUILD_SYSROOT}")
fi

./Configure -de "${_config_args[@]}"
make -j${CPU_COUNT}

# Files that all may write are not packed.
chmod -R o-w "${SRC_DIR}"

make install
