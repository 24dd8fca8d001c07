One file for every variant of this package that is built for [=target.subdir]: which versions of which dependencies and
compilers it is built with. [=build.tool] reads one with -m, as in

[#if build.tool == "rattler-build"]
    rattler-build build -m [=variants[0].file] --recipe [=build.recipe]
[#else]
    conda build -m [=variants[0].file] [=build.recipe]
[/#if]

archi-render writes these files from the recipe and the port's pinnings.yaml. Changes made here are lost with the next
rendering.
