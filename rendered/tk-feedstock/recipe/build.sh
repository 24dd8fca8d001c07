#!/bin/bash
set -ex

pushd tcl/unix
./configure --prefix="${PREFIX}" --host="${HOST}"
make -j${CPU_COUNT} ${VERBOSE_AT}
make install
popd

pushd tk/unix
./configure --prefix="${PREFIX}" --host="${HOST}" \
            --with-tcl="${PREFIX}/lib" \
            --enable-aqua=yes
make -j${CPU_COUNT} ${VERBOSE_AT}
make install
popd

rm -rf "${PREFIX}/man" "${PREFIX}/share"

for tool in tclsh wish; do
  ln -s "${PREFIX}/bin/${tool}${PKG_VERSION%.*}" "${PREFIX}/bin/${tool}"
done
cp tk/{unix,generic}/*.h "${PREFIX}/include/"
