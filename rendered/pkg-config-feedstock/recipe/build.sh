#!/bin/bash
set -e

# A glib of its own, because the real one is built with pkg-config.
./configure --prefix="${PREFIX}"    \
            --host="${HOST}"        \
            --with-internal-glib
make -j${CPU_COUNT} ${VERBOSE_AT}
make install

mv "${PREFIX}/bin/pkg-config" "${PREFIX}/bin/pkg-config.bin"
install -m 755 "${RECIPE_DIR}/pkg-config" "${PREFIX}/bin/pkg-config"
ln -sf pkg-config "${PREFIX}/bin/${HOST}-pkg-config"
