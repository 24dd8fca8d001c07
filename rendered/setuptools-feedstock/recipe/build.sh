#!/bin/bash

# One easy_install is enough, the one with the version in its name would be in nobody's package.
export SETUPTOOLS_DISABLE_VERSIONED_EASY_INSTALL_SCRIPT=1

${PYTHON} bootstrap.py
${PYTHON} setup.py install --single-version-externally-managed --record=record.txt
