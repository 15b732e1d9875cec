# Profile-guided optimisation, for `./dev build --pgo` (docs/performance.md). In one build folder, first a program that
# counts how often what is done ("record"), then one for which GCC reads these counts and optimises the model as one
# ("use"). Neither changes any result. What the counts do not reach is optimised as without them.
set(LANDBRIDGE_PROFILE "" CACHE STRING "Profile: record, use, or empty for none")
set_property(CACHE LANDBRIDGE_PROFILE PROPERTY STRINGS "" record use)

function(apply_profile target)
  if(NOT LANDBRIDGE_PROFILE)
    return()
  endif()
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    message(FATAL_ERROR "LANDBRIDGE_PROFILE needs GCC")
  endif()
  # An object knows where its counts are: none from another folder will do.
  set_target_properties(${target} PROPERTIES CXX_COMPILER_LAUNCHER "")
  if(LANDBRIDGE_PROFILE STREQUAL "record")
    target_compile_options(${target} PRIVATE -fprofile-generate)
    target_link_options(${target} INTERFACE -fprofile-generate)
    return()
  endif()
  # What has changed since it was counted is optimised without counts, with a warning.
  target_compile_options(${target} PRIVATE -fprofile-use -fprofile-partial-training -Wno-missing-profile
    -Wno-error=coverage-mismatch)
  set_target_properties(${target} PROPERTIES INTERPROCEDURAL_OPTIMIZATION ON)
  target_link_options(${target} INTERFACE -flto=auto)
endfunction()
