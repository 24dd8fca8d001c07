@echo on
cmake -G "NMake Makefiles JOM" -DCMAKE_Fortran_COMPILER=flang -DCMAKE_BUILD_TYPE=Release ^
      -DDYNAMIC_ARCH=ON -DCMAKE_INSTALL_PREFIX="%LIBRARY_PREFIX%" .
if errorlevel 1 exit 1
cmake --build . --target install
if errorlevel 1 exit 1
