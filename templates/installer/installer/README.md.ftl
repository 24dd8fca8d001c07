# [=settings.installer.name] [=settings.installer.version]

    conda install constructor
    constructor --platform [=target.subdir] .

makes `[=settings.installer.file]`: conda and what it needs, from

[#list settings.installer.channels as channel]
- <[=channel]>
[/#list]

Builds download it from <[=settings.installer.url]/[=settings.installer.file]>, so release it there. For another version
change `settings/installer` in overlays/port.yaml, make and release the installer, then render.
