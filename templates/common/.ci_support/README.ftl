One file for every variant of this package that is built for [=target.subdir]: which versions of which dependencies and
compilers it is built with. conda-build reads one with -m, as in

    conda build -m [=variants[0].file] recipe

archi-render writes these files from the recipe and the port's pinnings.yaml. Changes made here are lost with the next
rendering.
