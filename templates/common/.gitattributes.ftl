# What is in the repository is what a build sees: line ends stay as they are.
* -text

# Written by archi-render: review overlays and pins instead.
[#list generated as path]
[=path] linguist-generated=true
[/#list]
.ci_support/*.yaml linguist-generated=true
