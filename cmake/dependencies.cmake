# Libraries used above the kernel. The kernel finds its own two (engine/CMakeLists.txt), so that it can be
# built where none of these exist.
if(NOT LANDBRIDGE_LAYERS STREQUAL "engine")
  find_package(Threads REQUIRED)
  find_package(Boost 1.74 REQUIRED)
  find_package(Eigen3 3.4 REQUIRED NO_MODULE)
  find_package(fmt 9 REQUIRED)
endif()
