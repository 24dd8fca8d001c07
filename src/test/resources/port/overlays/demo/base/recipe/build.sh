#!/bin/bash
set -ex
./configure --prefix=$PREFIX \
    --enable-shared  # keep
make -j${CPU_COUNT}
make check || true
make -C src install
