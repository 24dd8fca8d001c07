#!/bin/bash
set -ex

# There is no git in the archive that could tell the version.
echo "${PKG_VERSION}" > conda/.version

${PYTHON} setup.py install --single-version-externally-managed --record record.txt

for script in activate deactivate; do
  install -m 755 "conda/shell/bin/${script}" "${PREFIX}/bin/${script}"
done
