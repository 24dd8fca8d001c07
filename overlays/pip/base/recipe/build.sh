#!/bin/bash
set -e

${PYTHON} setup.py install --single-version-externally-managed --record record.txt

# What setuptools compiled while it ran is setuptools' file.
rm -f "${SP_DIR}/__pycache__/pkg_res"*
# The entry points in meta.yaml make the commands.
rm -f "${PREFIX}"/bin/pip*
