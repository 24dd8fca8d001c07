[#macro badge name]![[=name]][/#macro]
# [=feedstock.name?cap_first] [@badge name=feedstock.repo /]
[=generated?join(', ')] [=(settings.docker.mirrors)?sort?reverse?join('|')] [=providers[0]] [=1.5?string['0.0']]
