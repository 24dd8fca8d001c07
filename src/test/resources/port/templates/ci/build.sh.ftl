#!/bin/sh
# [=feedstock.name] [=feedstock.version!'none'] for [=target.subdir]
[#list variants as variant]
make CONFIG="[=variant.name]" '[=settings.docker.image]'
[/#list]
[#if config.provider?? && (settings.jobs > 2)]
cat <<EOF
[=settings.license]
EOF
[/#if]
