#!/bin/bash
set -e

unset CONDA_SHLVL
eval "$(python -m conda shell.posix hook)"
conda info
conda create -y -p ./built-env python
conda activate ./built-env
python -V
conda deactivate
