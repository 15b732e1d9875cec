# Language level, warnings, sanitizers, and the two speed-ups of the build itself (ccache, mold).
include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# Results must be the same bits on every machine: no contraction into fused multiply-add, no fast-math.
add_compile_options(-ffp-contract=off)
# Nobody replaces our functions at load time: GCC may inline them although the code is position-independent.
add_compile_options(-fno-semantic-interposition)
# Where GCC would clear more than 64 bytes by `rep stos`, which needs some 30 cycles to begin: by plain moves, or a call
# for what is long. A train's visit of a station clears some hundred bytes several times (docs/performance.md).
check_cxx_compiler_flag(-mmemset-strategy=libcall:-1:noalign LANDBRIDGE_HAS_MEMSET_STRATEGY)
if(LANDBRIDGE_HAS_MEMSET_STRATEGY)
  add_compile_options(-mmemset-strategy=libcall:-1:noalign)
endif()
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(LANDBRIDGE_WERROR)
  add_compile_options(-Werror)
  # A newer system's libraries may deprecate what we call; that must not stop anybody's build.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
    add_compile_options(-Wno-error=deprecated-declarations)
  endif()
endif()

if(LANDBRIDGE_SANITIZE)
  add_compile_options(-fsanitize=${LANDBRIDGE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${LANDBRIDGE_SANITIZE})
  # GCC takes the sanitizers' own code inside <regex> and <functional> for reads of unset values.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-maybe-uninitialized)
  endif()
endif()

# The fuzzer is blind without coverage of what it calls.
if(LANDBRIDGE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

# GCC before 12.1 does not know the name mold, so finding the program is not enough.
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
  check_linker_flag(CXX -fuse-ld=mold LANDBRIDGE_LINKS_WITH_MOLD)
  if(LANDBRIDGE_LINKS_WITH_MOLD)
    add_link_options(-fuse-ld=mold)
  endif()
endif()
