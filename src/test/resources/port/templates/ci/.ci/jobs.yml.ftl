jobs:
[#list variants as variant]
  - name: [=variant.name]
    runner: "[=settings.runner]"
[#else]
  []
[/#list]
[#assign upper = port.channel?upper_case]
env:
  CHANNEL: [=upper]
  T: ${{ matrix.os }}
