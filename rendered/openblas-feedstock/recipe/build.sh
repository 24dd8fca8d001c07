#!/bin/bash
set -e

# The makefiles compose their own CFLAGS, and take ours with them on the command line alone:
# https://github.com/xianyi/OpenBLAS/issues/818
CF="${CFLAGS}"
unset CFLAGS
FF="${FFLAGS/-fopenmp/} -frecursive"

# gfortran warns of include directories that are missing, and its warnings are read as failures.
mkdir -p "${PREFIX}/include" "${PREFIX}/lib"

# Every kernel of the family is built, the processor chooses at run time. OpenMP of GNU does not
# survive a fork, so plain threads; simple threading in level 3 keeps two processes from a deadlock.
make DYNAMIC_ARCH=1 BINARY="${ARCH}" NO_LAPACK=0 NO_AFFINITY=1 \
     USE_THREAD=1 NUM_THREADS=128 USE_OPENMP=0 USE_SIMPLE_THREADED_LEVEL3=1 \
     CFLAGS="${CF}" FFLAGS="${FF}" \
     AR=${AR} RANLIB=${RANLIB}

OPENBLAS_NUM_THREADS="${CPU_COUNT}" CFLAGS="${CF}" FFLAGS="${FF}" make test

make install PREFIX="${PREFIX}"

# The names under which others look for a BLAS or a LAPACK.
for name in blas cblas lapack; do
  ln -fs "${PREFIX}/lib/libopenblas.a" "${PREFIX}/lib/lib${name}.a"
  ln -fs "${PREFIX}/lib/libopenblas${SHLIB_EXT}" "${PREFIX}/lib/lib${name}${SHLIB_EXT}"
done
