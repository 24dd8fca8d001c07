#!/bin/bash

export CFLAGS="${CFLAGS} -fPIC"

./configure --prefix="${PREFIX}" --shared

make -j${CPU_COUNT} ${VERBOSE_AT}
make check
make install

# The manual page is not worth a file conflict with anybody.
rm -rf "${PREFIX}/share"
