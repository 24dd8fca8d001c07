[#-- The port's own image has all that an empty one must be given first. --]
[#assign prepared = settings.shippable.image + ":" + settings.shippable.tag == ((settings.docker.image)!"")]
[#assign untested = !((settings.test)!true)]
# Written by archi-render: changes made here are lost with the next rendering.
language: none

runtime:
  nodePool: [=settings.shippable.pool]

env:
[#if (config.shippable.secure.BINSTAR_TOKEN)?has_content]
  global:
    # BINSTAR_TOKEN=… as Shippable has encrypted it for this organisation.
    - secure: "[=config.shippable.secure.BINSTAR_TOKEN]"
[/#if]
  matrix:
[#list variants as variant]
    - CONFIG=[=variant.name]
[/#list]

build:
  pre_ci_boot:
    image_name: [=settings.shippable.image]
    image_tag: "[=settings.shippable.tag]"
    pull: true

  ci:
    - export LANG=en_US.UTF-8 LANGUAGE=en_US:en LC_ALL=en_US.UTF-8
[#if !prepared]
    # curl loads the installer, which unpacks itself with bzip2. Without the locale, tools warn and some tests fail.
    - apt-get update
    - apt-get install -y bzip2 curl locales
    - locale-gen en_US.UTF-8
    # A build that finds the system's binutils does not use the compiler package's.
    - (cd /usr/bin && rm -f addr2line ar as c++filt dwp elfedit gprof ld ld.bfd ld.gold nm objcopy objdump ranlib readelf size strings strip)
    - curl -fL --retry 3 -O [=settings.installer.url]/[=settings.installer.file]
    - bash [=settings.installer.file] -b -p [=settings.installer.prefix]
    - export PATH="[=settings.installer.prefix]/bin:${PATH}"
[/#if]
    # pip depends on python, and python would depend on pip: nothing could be built first.
    - conda config --set add_pip_as_python_dependency false
    # The variant's channels come before those that this conda was installed with.
[#list ((variants[0].values.channel_sources[0])!"")?split(",")?map(channel -> channel?trim)?filter(channel -> channel != "")?reverse as channel]
    - conda config --add channels "[=channel]"
[/#list]
[#if !prepared]
    - conda install --yes conda-build anaconda-client
[/#if]
    - conda config --show
    # Recipes are other people's programs: the token is none of their business.
    - env -u BINSTAR_TOKEN conda build[#if untested] --no-test[/#if] -m ".ci_support/${CONFIG}.yaml" recipe
    - export PACKAGES="$(env -u BINSTAR_TOKEN conda build -m ".ci_support/${CONFIG}.yaml" recipe --output)"
    - |
      if [ "${IS_PULL_REQUEST}" = true ]; then
        echo "this is a pull request: nothing is uploaded"
      elif [ -n "${BINSTAR_TOKEN}" ]; then
        BINSTAR_API_TOKEN="${BINSTAR_TOKEN}" anaconda upload --user [=port.channel] ${PACKAGES}
      else
        echo "BINSTAR_TOKEN is not set: nothing is uploaded"
      fi

integrations:
  notifications:
    - integrationName: email
      type: email
      on_success: never
      on_failure: never
      on_cancel: never
      on_pull_request: never
