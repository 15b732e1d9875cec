# The report's page: npm bundles report/ into one file, in a copy below the build folder. Called again only if something
# in report/ changed; packages are fetched only if the lockfile did. Sets LANDBRIDGE_REPORT_PAGE_FILE, or leaves it empty
# where there is no Node, or its packages cannot be had: all else builds without.
option(LANDBRIDGE_REPORT_PAGE "Build the page of `landbridge report`, if node 18 or later and npm are there" ON)
set(LANDBRIDGE_REPORT_PAGE_FILE "")

if(NOT "studies" IN_LIST LANDBRIDGE_LAYERS OR NOT LANDBRIDGE_REPORT_PAGE OR NOT EXISTS ${PROJECT_SOURCE_DIR}/report/package-lock.json)
  return()
endif()
find_program(NODE_PROGRAM NAMES node nodejs)
find_program(NPM_PROGRAM npm)
if(NODE_PROGRAM)
  execute_process(COMMAND ${NODE_PROGRAM} --version OUTPUT_VARIABLE node_version OUTPUT_STRIP_TRAILING_WHITESPACE)
  string(REGEX REPLACE "^v" "" node_version "${node_version}")
endif()
if(NOT NODE_PROGRAM OR NOT NPM_PROGRAM OR node_version VERSION_LESS 18)
  message(STATUS "No node 18 or later with npm: `landbridge report` will say so; all else is built")
  return()
endif()

set(page_dir ${PROJECT_BINARY_DIR}/report)
set(lock_files package.json package-lock.json .npmrc)
file(GLOB page_files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/report
  ${PROJECT_SOURCE_DIR}/report/*.mjs ${PROJECT_SOURCE_DIR}/report/*.json ${PROJECT_SOURCE_DIR}/report/*.ts
  ${PROJECT_SOURCE_DIR}/report/src/* ${PROJECT_SOURCE_DIR}/report/tests/*)
list(REMOVE_ITEM page_files ${lock_files})
foreach(file IN LISTS lock_files page_files)
  if(NOT IS_DIRECTORY ${PROJECT_SOURCE_DIR}/report/${file})
    configure_file(${PROJECT_SOURCE_DIR}/report/${file} ${page_dir}/${file} COPYONLY)
  endif()
endforeach()
list(TRANSFORM lock_files PREPEND ${page_dir}/)
list(TRANSFORM page_files PREPEND ${page_dir}/)

# When configuring, as the build must know whether there will be a page.
set(lock_hash "")
foreach(file IN LISTS lock_files)
  if(EXISTS ${file})
    file(SHA256 ${file} hash)
    string(APPEND lock_hash "${hash}\n")
  endif()
endforeach()
set(fetched_hash "")
if(EXISTS ${page_dir}/packages.stamp)
  file(READ ${page_dir}/packages.stamp fetched_hash)
endif()
if(NOT lock_hash STREQUAL fetched_hash)
  message(STATUS "Fetching the report's packages as its lockfile has them (-DLANDBRIDGE_REPORT_PAGE=OFF goes without)")
  execute_process(COMMAND ${NPM_PROGRAM} ci --ignore-scripts WORKING_DIRECTORY ${page_dir}
    OUTPUT_QUIET ERROR_VARIABLE npm_error RESULT_VARIABLE npm_result)
  if(NOT npm_result EQUAL 0)
    message(WARNING "npm cannot fetch the report's packages: `landbridge report` will be built without its page\n${npm_error}")
    return()
  endif()
  file(WRITE ${page_dir}/packages.stamp "${lock_hash}")
endif()
add_custom_command(OUTPUT ${page_dir}/dist/page.html
  COMMAND ${NPM_PROGRAM} run --silent build
  DEPENDS ${page_dir}/packages.stamp ${page_files} WORKING_DIRECTORY ${page_dir}
  COMMENT "Bundling the report's page" VERBATIM)
set(LANDBRIDGE_REPORT_PAGE_FILE ${page_dir}/dist/page.html)
add_custom_target(landbridge_report_page DEPENDS ${LANDBRIDGE_REPORT_PAGE_FILE})
