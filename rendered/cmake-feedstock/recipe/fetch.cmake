# A download over TLS shows that curl came with its certificates.
file(DOWNLOAD https://cmake.org/ page.html STATUS status TIMEOUT 60)
list(GET status 0 code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "download: ${status}")
endif()
