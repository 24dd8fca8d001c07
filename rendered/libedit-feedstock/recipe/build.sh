#!/bin/bash
set -ex

autoreconf -f

./configure --prefix="${PREFIX}" \
            --host="${HOST}" \
            CFLAGS="${CFLAGS} -I${PREFIX}/include" \
            LDFLAGS="${LDFLAGS} -L${PREFIX}/lib"
make -j${CPU_COUNT} ${VERBOSE_AT}
make check
make install

# readline has a manual page of this name too.
rm -f "${PREFIX}/share/man/man3/history.3"
