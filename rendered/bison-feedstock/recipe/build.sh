#!/bin/bash

export PERL="${BUILD_PREFIX}/bin/perl"
# Not the full path: that of the build is gone when bison calls it.
export M4=m4

./configure --prefix="${PREFIX}" --host="${HOST}"
make -j${CPU_COUNT} ${VERBOSE_AT}
make check
make install

if grep -q "${BUILD_PREFIX}/bin/m4" "${PREFIX}/bin/bison"; then
  echo "bison remembers an m4 that will be gone"
  exit 1
fi
