#!/bin/bash

# A cross build must not run the other system's ldconfig.
if [[ "${BUILD}" != "${HOST}" ]]; then
  printf '#!/bin/sh\n' > ldconfig
  chmod +x ldconfig
  export PATH="${PWD}:${PATH}"
fi

export CPPFLAGS="${CPPFLAGS} -DSQLITE_ENABLE_COLUMN_METADATA=1 \
                             -DSQLITE_ENABLE_UNLOCK_NOTIFY \
                             -DSQLITE_ENABLE_JSON1 \
                             -DSQLITE_ENABLE_RTREE=1 \
                             -DSQLITE_SECURE_DELETE \
                             -DSQLITE_MAX_VARIABLE_NUMBER=250000 \
                             -DSQLITE_ENABLE_DBSTAT_VTAB=1 \
                             -DSQLITE_ENABLE_FTS3_TOKENIZER=1 \
                             -DSQLITE_ENABLE_GEOPOLY \
                             -DSQLITE_MAX_EXPR_DEPTH=10000"

./configure --prefix="${PREFIX}" \
            --build="${BUILD}" \
            --host="${HOST}" \
            --enable-threadsafe \
            --enable-shared=yes \
            --enable-readline \
            --disable-editline \
            --disable-tcl \
            CFLAGS="${CFLAGS} -I${PREFIX}/include" \
            LDFLAGS="${LDFLAGS} -L${PREFIX}/lib"

make -j${CPU_COUNT} ${VERBOSE_AT}
make check
make install
