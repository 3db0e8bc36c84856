# Fails when an #include leaves its folder's line in CMakeLists.txt, or a library its home.
#   cmake -DROOT=… "-DLAYOUT=|folder:used,used|folder:…" -P layout.cmake
cmake_minimum_required(VERSION 3.22)
set(homes  # what an include begins with, and the folders that may
  "unicode/|common/text"
  "boost/|common/cli"
  "nlohmann/|common/base"
  "nettle/|common/base"
  "zstd|common/segment"
  "zdict|common/segment"
  "xapian|common/index,indexer/write,searcher/plan,searcher/match")
set(folders)
string(REPLACE "|" ";" lines "${LAYOUT}")
foreach(line IN LISTS lines)
  if(line MATCHES "^([^:]+):(.*)$")
    list(APPEND folders ${CMAKE_MATCH_1})
    string(REPLACE "," ";" "uses_${CMAKE_MATCH_1}" "${CMAKE_MATCH_2}")
  endif()
endforeach()
set(breaches 0)
file(GLOB_RECURSE sources RELATIVE ${ROOT}
     ${ROOT}/common/*.h ${ROOT}/common/*.cpp ${ROOT}/indexer/*.h ${ROOT}/indexer/*.cpp
     ${ROOT}/searcher/*.h ${ROOT}/searcher/*.cpp)
foreach(source IN LISTS sources)
  string(REGEX MATCH "^[a-z]+(/[a-z]+)?/" folder ${source})
  string(REGEX REPLACE "/$" "" folder ${folder})
  if(NOT folder IN_LIST folders)
    message(SEND_ERROR "${source}: its folder has no line in CMakeLists.txt")
  endif()
  file(STRINGS ${ROOT}/${source} includes REGEX "^#include [<\"]")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "^#include [<\"]([^>\"]+)[>\"].*" "\\1" included ${include})
    if(included MATCHES "^(common|indexer|searcher|tests)/")
      string(REGEX REPLACE "/[^/]*$" "" target ${included})
      string(REGEX REPLACE "^([a-z]+/[a-z]+)/.*" "\\1" target ${target})
      if(NOT target STREQUAL folder AND NOT target IN_LIST uses_${folder})
        message(SEND_ERROR "${source}: includes ${included}, but ${folder} does not say USES ${target}")
      endif()
    endif()
    foreach(home IN LISTS homes)
      string(REGEX REPLACE "\\|.*" "" library ${home})
      string(REGEX REPLACE ".*\\|" "" allowed ${home})
      string(REPLACE "," ";" allowed "${allowed}")
      string(FIND ${included} ${library} at)
      if(at EQUAL 0 AND NOT folder IN_LIST allowed)
        message(SEND_ERROR "${source}: includes ${included}, whose home is ${allowed}")
      endif()
    endforeach()
  endforeach()
endforeach()
