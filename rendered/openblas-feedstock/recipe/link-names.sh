#!/bin/bash
set -e

for name in blas cblas lapack; do
  ln -fs libopenblas.a "${PREFIX}/lib/lib${name}.a"
  ln -fs "libopenblas${SHLIB_EXT}" "${PREFIX}/lib/lib${name}${SHLIB_EXT}"
  ln -fs openblas.pc "${PREFIX}/lib/pkgconfig/${name}.pc"
done
