#!/bin/bash

./configure --prefix=${PREFIX}  \
            --build=${BUILD}    \
            --host=${HOST}

make -j${CPU_COUNT} ${VERBOSE_AT}
make check
make install

# Nobody should link through libtool's own files.
# find $PREFIX -name '*.la' -delete
