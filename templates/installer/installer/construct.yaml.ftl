# `constructor --platform [=target.subdir] .` makes [=settings.installer.file] of this.
# Written by archi-render: changes made here are lost with the next rendering.
name: [=settings.installer.name]
version: "[=settings.installer.version]"
channels:
[#list settings.installer.channels as channel]
  - [=channel]
[/#list]
write_condarc: true
license_file: LICENSE.txt
specs:
[#list settings.installer.specs as spec]
  - [=spec]
[/#list]
