#!/bin/bash

# The sources have a function that installs conda and its scripts, without setuptools.
. utils/functions.sh && install_conda_full
