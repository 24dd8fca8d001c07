#!/bin/bash
set -ex
shopt -s extglob

# Some of the assembler's symbols must stay visible.
export CFLAGS="${CFLAGS//-fvisibility=+([! ])/}"
export CXXFLAGS="${CXXFLAGS//-fvisibility=+([! ])/}"

autoreconf -vfi

if [[ $(uname) == Linux ]]; then
  # gcc's multilib directory is lib64 here, conda has lib alone.
  sed -i 's:@toolexeclibdir@:$(libdir):g' Makefile.in
  sed -i 's:@toolexeclibdir@:${libdir}:g' libffi.pc.in
fi

./configure --prefix="${PREFIX}" \
            --includedir="${PREFIX}/include" \
            --build="${BUILD}" \
            --host="${HOST}" \
            --disable-debug \
            --disable-dependency-tracking \
  || { cat config.log; exit 1; }

make -j${CPU_COUNT} ${VERBOSE_AT}
make check
make install

find "${PREFIX}" -name '*.la' -delete
# texinfo's index would be in every package that has a manual.
rm -f "${PREFIX}/share/info/dir"
