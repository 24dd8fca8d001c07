#!/bin/bash

# Its program cannot be run for help while it is being cross-compiled.
HELP2MAN=$(command -v true)
export HELP2MAN

./configure --prefix="${PREFIX}"  \
            --host="${HOST}"      \
            --build="${BUILD}"

make -j${CPU_COUNT} ${VERBOSE_AT}
make check
make install
