#!/bin/bash
set -e

# Every module moves from ruamel.yaml to ruamel_yaml.
mkdir -p ruamel_yaml/ext
mv ./*.py ruamel_yaml/
mv ext/_ruamel_yaml.p* ruamel_yaml/ext/
touch ruamel_yaml/ext/__init__.py
find ruamel_yaml -name '*.py*' -exec sed -i.bak 's/ruamel\.yaml/ruamel_yaml/g' {} +
find ruamel_yaml -name '*.bak' -delete

cython ruamel_yaml/ext/_ruamel_yaml.pyx
cp "${RECIPE_DIR}/setup.py" .

${PYTHON} -m pip install . --no-deps --ignore-installed -vvv
