#!/bin/bash

# A cross build must not run the other system's ldconfig.
if [[ "${BUILD}" != "${HOST}" ]]; then
  printf '#!/bin/sh\n' > ldconfig
  chmod +x ldconfig
  export PATH="${PWD}:${PATH}"
fi

export CPPFLAGS="${CPPFLAGS} -DSQLITE_ENABLE_COLUMN_METADATA=1 \
                             -DSQLITE_ENABLE_UNLOCK_NOTIFY=1 \
                             -DSQLITE_ENABLE_JSON1=1 \
                             -DSQLITE_ENABLE_RTREE=1 \
                             -DSQLITE_SECURE_DELETE=1 \
                             -DSQLITE_MAX_VARIABLE_NUMBER=250000"

./configure --prefix="${PREFIX}" \
            --build="${BUILD}" \
            --host="${HOST}" \
            --enable-threadsafe \
            --enable-shared=yes \
            --disable-readline \
            --enable-editline \
            CFLAGS="${CFLAGS} -I${PREFIX}/include" \
            LDFLAGS="${LDFLAGS} -L${PREFIX}/lib"

make -j${CPU_COUNT} ${VERBOSE_AT}
make check
make install
