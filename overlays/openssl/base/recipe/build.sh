#!/bin/bash

declare -a _CONFIG_OPTS
_CONFIG_OPTS+=(--prefix="${PREFIX}")
_CONFIG_OPTS+=(--libdir=lib)
_CONFIG_OPTS+=(shared)
_CONFIG_OPTS+=(threads)
_CONFIG_OPTS+=(enable-ssl2)
_CONFIG_OPTS+=(no-zlib)

_BASE_CC=$(basename "${CC}")
if [[ ${_BASE_CC} == *-* ]]; then
  # The compiler's name says what is built for, uname may say something else.
  _CONFIGURATOR=(perl ./Configure)
  case ${_BASE_CC} in
    i?86-*linux*)
      _CONFIG_OPTS+=(linux-generic32)
      CFLAGS="${CFLAGS} -Wa,--noexecstack"
      ;;
    x86_64-*linux*)
      _CONFIG_OPTS+=(linux-x86_64)
      CFLAGS="${CFLAGS} -Wa,--noexecstack"
      ;;
    *powerpc64le-*linux*)
      _CONFIG_OPTS+=(linux-ppc64le)
      CFLAGS="${CFLAGS} -Wa,--noexecstack"
      ;;
    *darwin*)
      _CONFIG_OPTS+=(darwin64-x86_64-cc)
      ;;
  esac
elif [[ $(uname) == Darwin ]]; then
  _CONFIGURATOR=(perl ./Configure)
  _CONFIG_OPTS+=(darwin64-x86_64-cc)
else
  _CONFIGURATOR=(./config)
fi

CC="${CC} ${CPPFLAGS} ${CFLAGS}" "${_CONFIGURATOR[@]}" "${_CONFIG_OPTS[@]}" ${LDFLAGS}

make -j${CPU_COUNT} ${VERBOSE_AT}

# The suite ends with a failure code under emulation even when all went well.
if [[ "${HOST}" == "${BUILD}" ]]; then
  make test > testsuite.log 2>&1 || true
  grep "ALL TESTS SUCCESSFUL." testsuite.log || { tail -50 testsuite.log; exit 1; }
fi
make install_sw

# An executable stack in libcrypto would be a security hole of its own.
if [[ ${HOST} =~ .*linux.* ]]; then
  if execstack -q "${PREFIX}"/lib/libcrypto.so.1.0.0 | grep -e '^X '; then
    exit 1
  fi
fi
