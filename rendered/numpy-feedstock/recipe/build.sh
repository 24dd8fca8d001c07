#!/bin/bash

cat > site.cfg <<EOF_CFG
[DEFAULT]
library_dirs = ${PREFIX}/lib
include_dirs = ${PREFIX}/include

[atlas]
atlas_libs = openblas
libraries = openblas
library_dirs = ${PREFIX}/lib
include_dirs = ${PREFIX}/include

[openblas]
libraries = openblas
library_dirs = ${PREFIX}/lib
include_dirs = ${PREFIX}/include
EOF_CFG

${PYTHON} -m pip install . --no-deps --ignore-installed -vv
