#!/bin/bash
set -e

make install
find "${PREFIX}/lib" -name '*.la' -delete
