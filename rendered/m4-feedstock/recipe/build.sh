#!/bin/bash
set -ex

./configure --prefix="${PREFIX}" --host="${HOST}"
make -j${CPU_COUNT} ${VERBOSE_AT}
if locale -a | grep -qi 'fr_FR'; then
make check
fi
make install
