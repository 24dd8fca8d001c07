#!/bin/bash
set -e

${PYTHON} setup.py install --single-version-externally-managed --record record.txt

# The entry points in meta.yaml make the commands.
rm -f "${PREFIX}"/bin/pip*
