#!/bin/bash
set -e

make -C libltdl install
find "${PREFIX}/lib" -name '*.la' -delete
