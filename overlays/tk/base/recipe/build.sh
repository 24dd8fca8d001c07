#!/bin/bash

ARCH_FLAG=""
if [[ ${ARCH} == 64 ]]; then
  ARCH_FLAG="--enable-64bit"
fi

pushd "tcl${PKG_VERSION}/unix"
./configure --prefix="${PREFIX}" --host=${HOST} ${ARCH_FLAG}
make -j${CPU_COUNT} ${VERBOSE_AT}
make install
popd

pushd "tk${PKG_VERSION}/unix"
./configure --prefix="${PREFIX}" --host=${HOST} --with-tcl="${PREFIX}"/lib --enable-aqua=yes ${ARCH_FLAG}
make -j${CPU_COUNT} ${VERBOSE_AT}
make install
popd

rm -rf "${PREFIX}/man" "${PREFIX}/share"

for tool in tclsh wish; do
  ln -s "${PREFIX}/bin/${tool}${PKG_VERSION%.*}" "${PREFIX}/bin/${tool}"
done
cp "tk${PKG_VERSION}"/{unix,generic}/*.h "${PREFIX}/include/"
