#!/bin/bash
set -e

${PYTHON} setup.py install --single-version-externally-managed --record record.txt

# What setuptools compiled while it ran is setuptools' file.
rm -f "${SP_DIR}/__pycache__/pkg_res"*
# The entry point in meta.yaml makes the only command.
rm -f "${PREFIX}"/bin/pip2* "${PREFIX}"/bin/pip3*
