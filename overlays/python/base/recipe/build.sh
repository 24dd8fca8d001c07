#!/bin/bash
set -ex

VER=${PKG_VERSION%.*}

# A debug build is never profiled.
if [[ ${DEBUG_C} == yes ]]; then
  _OPTIMIZED=no
else
  _OPTIMIZED=yes
fi

declare -a _dbg_opts
if [[ ${DEBUG_PY} == yes ]]; then
  _dbg_opts+=(--with-pydebug)
fi

# bzip2 is linked statically, or conda could not replace it while it runs.
find "${PREFIX}/lib" -name "libbz2*${SHLIB_EXT}*" -exec rm -fv {} +

# Full paths of the build's tools must not end up in _sysconfigdata: they will be gone.
AR=$(basename "${AR}")
CC=$(basename "${GCC:-${CC}}")
CXX=$(basename "${CXX}")
RANLIB=$(basename "${RANLIB}")
export AR CC CXX RANLIB
export CPPFLAGS="${CPPFLAGS} -I${PREFIX}/include"
export LDFLAGS="${LDFLAGS} -L${PREFIX}/lib"

declare -a _args
_args+=("${_dbg_opts[@]}")
_args+=(--prefix="${PREFIX}")
_args+=(--build="${BUILD}")
_args+=(--host="${HOST}")
_args+=(--enable-ipv6)
_args+=(--with-ensurepip=no)
_args+=(--with-computed-gotos)
_args+=(--with-system-ffi)
_args+=(--enable-loadable-sqlite-extensions)
_args+=(--with-tcltk-includes="-I${PREFIX}/include")
_args+=("--with-tcltk-libs=-L${PREFIX}/lib -ltcl8.6 -ltk8.6")
if [[ ${_OPTIMIZED} == yes ]]; then
  _args+=(--enable-optimizations)
  _args+=(--with-lto)
fi

# One interpreter without a shared library, because it is faster, and the library beside it.
for linkage in static shared; do
  mkdir -p "build-${linkage}"
  pushd "build-${linkage}"
  if [[ ${linkage} == shared ]]; then
    ../configure "${_args[@]}" --enable-shared
  else
    ../configure "${_args[@]}" --disable-shared
  fi
  make -j${CPU_COUNT} ${VERBOSE_AT}
  popd
done

make -C build-static install
cp -pf build-shared/libpython*"${SHLIB_EXT}"* "${PREFIX}/lib/"

ln -sf "${PREFIX}/bin/python${VER}" "${PREFIX}/bin/python"
ln -sf "${PREFIX}/bin/pydoc${VER}" "${PREFIX}/bin/pydoc"

# Upstream writes the sysconfig data of the platform from a template of its own.
if [[ ! ${HOST} =~ .*darwin.* ]]; then
        if [[ ${HOST} =~ x86_64.* ]]; then
        PY_ARCH=x86_64
        elif [[ ${HOST} =~ i686.* ]]; then
        PY_ARCH=i386
        elif [[ ${HOST} =~ powerpc64le.* ]]; then
        PY_ARCH=powerpc64le
        else
        echo "ERROR: Cannot determine PY_ARCH for host ${HOST}"
        exit 1
        fi
  echo "sysconfig data: $(ls "${PREFIX}/lib/python${VER}"/_sysconfigdata_*${PY_ARCH}*.py)"
fi
rm -rf "${PREFIX}/lib/python${VER}/test"
