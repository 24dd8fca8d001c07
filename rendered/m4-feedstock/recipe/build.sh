#!/bin/bash
set -ex

./configure --prefix="${PREFIX}" --host="${HOST}"

cat --number Makefile

make -j${CPU_COUNT} ${VERBOSE_AT}
# A single test fails on macOS.
if [[ ! ${HOST} =~ .*darwin.* ]]; then
  make check
fi
make install
