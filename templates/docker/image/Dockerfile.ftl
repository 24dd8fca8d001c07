# The image that builds for [=target.subdir] run in: [=settings.docker.image]. ./build-image.sh makes it.
FROM [=settings.docker.from]

# Lets a machine of another architecture build this image and run it.
COPY qemu-[=target.qemu]-static /usr/bin/

ENV LANG=en_US.UTF-8 \
    LANGUAGE=en_US:en \
    LC_ALL=en_US.UTF-8
[#if (settings.docker.mirror)?has_content]

# The release has left the usual mirrors.
RUN sed -i -e 's/^mirrorlist=/#mirrorlist=/' -e 's|^#baseurl=http://mirror.centos.org|baseurl=[=settings.docker.mirror]|' /etc/yum.repos.d/*.repo
[/#if]

RUN yum install -y \
[#list settings.docker.packages as package]
      [=package] \
[/#list]
 && yum clean all

# No build picks up the system's binutils unnoticed. yum would remove half of the system with them.
RUN cd /usr/bin \
 && rm -f addr2line ar as c++filt dwp elfedit gprof ld ld.bfd ld.gold nm objcopy objdump ranlib readelf size strings strip

COPY [=settings.installer.file] /tmp/installer.sh
RUN bash /tmp/installer.sh -b -p [=settings.installer.prefix] && rm /tmp/installer.sh
ENV PATH=[=settings.installer.prefix]/bin:$PATH

RUN conda config --set add_pip_as_python_dependency false \
 && conda install --yes conda-build anaconda-client \
 && conda clean --all --yes

CMD ["/bin/bash"]
