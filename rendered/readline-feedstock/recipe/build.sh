#!/bin/bash
set -e

for fix in upstream-patches/readline70-*; do
  patch -p0 < "${fix}"
done

./configure --prefix="${PREFIX}"  \
            --build="${BUILD}"    \
            --host="${HOST}"      \
  || { cat config.log; exit 1; }

make SHLIB_LIBS="$(pkg-config --libs ncurses)" -j${CPU_COUNT} ${VERBOSE_AT} AR=${AR} RANLIB=${RANLIB}
make install
