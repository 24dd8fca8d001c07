#!/bin/bash

mkdir -p "${PREFIX}/ssl"
cp "${SRC_DIR}/certifi/cacert.pem" "${PREFIX}/ssl/"

# The name that openssl looks for by itself.
ln -fs "${PREFIX}/ssl/cacert.pem" "${PREFIX}/ssl/cert.pem"
