#!/bin/bash
set -ex

# Once with narrow, once with wide characters, into the same prefix.
export STRIP=aarch64-conda_cos7-linux-gnu-strip
THE_STRIP=`which ${STRIP}`
ln -s ${THE_STRIP} /usr/bin/strip

for USE_WIDEC in false true;
do
  declare -a widec=()
  w=""
  if [ "${USE_WIDEC}" = true ]; then
    widec+=(--enable-widec)
    w=w
  fi

  ./configure --prefix="${PREFIX}" \
              --without-debug \
              --without-ada \
              --without-manpages \
              --with-shared \
              --with-termlib \
              --with-pkg-config \
              --with-pkg-config-libdir="${PREFIX}/lib/pkgconfig" \
              --enable-pc-files \
              --enable-symlinks \
              --enable-termcap \
              --disable-overwrite \
              "${widec[@]}"
  make -j${CPU_COUNT}
  make install
  make distclean

  # The headers go where all look for them, links stay where some do.
  headers="${PREFIX}/include/ncurses${w}"
  for header in "${headers}"/*.h; do
    mv "${header}" "${PREFIX}/include/"
    ln -s "${PREFIX}/include/$(basename "${header}")" "${header}"
  done

  if [[ $(uname) == Linux ]]; then
    # Who links to libncurses needs libtinfo with it: a linker script says so.
    library=$(basename "$(readlink "${PREFIX}/lib/libncurses${w}.so")")
    rm "${PREFIX}/lib/libncurses${w}.so"
    echo "INPUT(${library} -ltinfo${w})" > "${PREFIX}/lib/libncurses${w}.so"
  fi
done
