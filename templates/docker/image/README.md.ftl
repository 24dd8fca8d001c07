# The image that builds run in

    ./build-image.sh            # makes [=settings.docker.image]
    ./build-image.sh --push     # and puts it where CI finds it

It is [=settings.docker.from] with a few packages, without the system's binutils, and with [=settings.installer.name]
[=settings.installer.version] in `[=settings.installer.prefix]`. On a machine that is not [=target.machine] it is made under
qemu, which has to be registered with the kernel: `docker run --rm --privileged tonistiigi/binfmt --install [=target.docker?keep_after("/")]`.

To start a port there is no released installer yet: make one with `../installer/`, and name the file in `INSTALLER`.

Other packages, another base or version: change `settings` in overlays/port.yaml and render.
