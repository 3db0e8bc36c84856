# How a line of CMakeLists.txt becomes a library, a program, a test: flags, outside packages, names.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
option(LECTERN_WERROR "warnings are errors" OFF)
option(LECTERN_FUZZ "build the fuzzers (clang: libFuzzer; else a driver that replays and mutates)" OFF)
set(LECTERN_TESTS "_test" CACHE STRING "which unit tests to build: a regular expression of their paths")
set(LECTERN_SANITIZE "" CACHE STRING "sanitizers, as for -fsanitize=")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

find_package(Threads REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(xapian REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(nettle REQUIRED IMPORTED_TARGET nettle)

add_library(lectern_flags INTERFACE)
target_include_directories(lectern_flags INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
target_compile_definitions(lectern_flags INTERFACE XAPIAN_MOVE_SEMANTICS)
target_compile_options(lectern_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wundef -Wextra-semi
  -Wno-missing-field-initializers -fstack-protector-strong
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast>
  $<$<BOOL:${LECTERN_WERROR}>:-Werror>)
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT LECTERN_SANITIZE)
  target_compile_definitions(lectern_flags INTERFACE _FORTIFY_SOURCE=2)
  target_link_options(lectern_flags INTERFACE -Wl,-z,relro,-z,now)
endif()
if(LECTERN_FUZZ AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(lectern_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(LECTERN_SANITIZE)
  target_compile_options(lectern_flags INTERFACE -fsanitize=${LECTERN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(lectern_flags INTERFACE -fsanitize=${LECTERN_SANITIZE})
endif()
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/generated/lectern)
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/lectern/version.h CONTENT
"#pragma once
namespace lectern { inline constexpr const char* version = \"@PROJECT_VERSION@\"; }
")

set(LECTERN_LAYOUT "" CACHE INTERNAL "folder:what it may use, for the layout test")

function(lectern_target_name folder result)
  string(REPLACE "/" "_" name "lectern_${folder}")
  set(${result} ${name} PARENT_SCOPE)
endfunction()

function(lectern_remember folder)
  string(REPLACE ";" "," uses "${ARGN}")
  set(LECTERN_LAYOUT "${LECTERN_LAYOUT}|${folder}:${uses}" CACHE INTERNAL "")
endfunction()

# A folder is a library: every .cpp in it, linked to what USES names (folders) and LINKS (outside).
function(lectern_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES;LINKS")
  lectern_target_name(${folder} target)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
  add_library(${target} STATIC ${sources})
  target_link_libraries(${target} PUBLIC lectern_flags ${arg_LINKS})
  foreach(used IN LISTS arg_USES)
    lectern_target_name(${used} name)
    target_link_libraries(${target} PUBLIC ${name})
  endforeach()
  lectern_remember(${folder} ${arg_USES})
endfunction()

# A program: the .cpp files right in the FROM folder. All but main.cpp are a library too, for tests.
function(lectern_program program)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FROM" "USES")
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${arg_FROM}/*.cpp)
  list(REMOVE_ITEM sources ${PROJECT_SOURCE_DIR}/${arg_FROM}/main.cpp)
  lectern_target_name(${arg_FROM} target)
  add_library(${target} STATIC ${sources})
  target_link_libraries(${target} PUBLIC lectern_flags)
  foreach(used IN LISTS arg_USES)
    lectern_target_name(${used} name)
    target_link_libraries(${target} PUBLIC ${name})
  endforeach()
  add_executable(${program} ${PROJECT_SOURCE_DIR}/${arg_FROM}/main.cpp)
  target_link_libraries(${program} PRIVATE ${target})
  set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
  install(TARGETS ${program} RUNTIME)
  lectern_remember(${arg_FROM} ${arg_USES})
endfunction()

enable_testing()  # holds for the scope it stands in, so not in the function

# Unit tests (one program), command-line tests (one ctest entry a directory), layout, benches, fuzzers.
function(lectern_tests)
  find_package(GTest REQUIRED)
  include(GoogleTest)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/*_test.cpp)
  list(FILTER sources INCLUDE REGEX "${LECTERN_TESTS}")
  file(GLOB support CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/support/*.cpp)
  add_executable(lectern_tests ${sources} ${support})
  target_link_libraries(lectern_tests PRIVATE lectern_indexer lectern_searcher GTest::gtest_main)
  target_compile_definitions(lectern_tests PRIVATE LECTERN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  gtest_discover_tests(lectern_tests DISCOVERY_TIMEOUT 60 PROPERTIES ENVIRONMENT
                       "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/tsan.supp")

  add_test(NAME layout COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR}
           "-DLAYOUT=${LECTERN_LAYOUT}" -P ${PROJECT_SOURCE_DIR}/tests/layout.cmake)

  file(GLOB cases CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/cli/*/cmd)
  foreach(case IN LISTS cases)
    get_filename_component(directory ${case} DIRECTORY)
    get_filename_component(name ${directory} NAME)
    add_test(NAME cli.${name} COMMAND ${PROJECT_SOURCE_DIR}/tests/cli/run ${directory}
             ${PROJECT_BINARY_DIR}/bin)
    set_tests_properties(cli.${name} PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 120)
  endforeach()

  add_test(NAME readme COMMAND ${PROJECT_SOURCE_DIR}/tests/readme ${PROJECT_SOURCE_DIR}
           ${PROJECT_BINARY_DIR}/bin)

  if(LECTERN_FUZZ)
    file(GLOB fuzzers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fuzz/*_fuzz.cpp)
    foreach(source IN LISTS fuzzers)
      get_filename_component(name ${source} NAME_WE)
      add_executable(${name} ${source})
      target_link_libraries(${name} PRIVATE lectern_indexer lectern_searcher)
      if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
      else()
        target_sources(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/fuzz/driver.cpp)
      endif()
      add_test(NAME fuzz.${name} COMMAND ${name} -max_total_time=5
               ${PROJECT_SOURCE_DIR}/tests/fuzz/seeds/${name})
    endforeach()
  endif()

  find_package(benchmark QUIET)
  file(GLOB benches CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/bench/*_bench.cpp)
  if(benchmark_FOUND AND benches)
    add_executable(lectern_bench EXCLUDE_FROM_ALL ${benches})
    target_link_libraries(lectern_bench PRIVATE lectern_indexer lectern_searcher benchmark::benchmark_main)
  endif()
endfunction()
