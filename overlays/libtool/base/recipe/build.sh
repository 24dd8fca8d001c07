#!/bin/bash
set -e

# m4 is found when libtool runs, not where it is now.
export M4=m4
HELP2MAN=$(command -v true)
export HELP2MAN

./configure --prefix="${PREFIX}"
make -j${CPU_COUNT} ${VERBOSE_AT}
make install

find "${PREFIX}" -name '*.la' -delete
