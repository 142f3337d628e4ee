# michibiki_precompile(TARGET header...): parses the standard library, and what else most files of a target include, only once.
# For clang: g++ 12 forgets that precompiled headers are the system's, and warns about them.
function(michibiki_precompile target)
  if(MICHIBIKI_PRECOMPILE)
    target_precompile_headers(
      ${target}
      PRIVATE
      <algorithm>
      <array>
      <compare>
      <cstddef>
      <functional>
      <map>
      <memory>
      <optional>
      <set>
      <span>
      <string>
      <string_view>
      <tuple>
      <utility>
      <variant>
      <vector>
      ${ARGN})
  endif()
endfunction()

# michibiki_room(NAME library...): a static library `michibiki_NAME`, includable from the root, linked to what it may use.
# Its .cpp files follow in the room's own target_sources list, by name and in alphabetical order.
function(michibiki_room name)
  add_library(michibiki_${name} STATIC)
  target_include_directories(michibiki_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(michibiki_${name} PUBLIC ${ARGN} PRIVATE michibiki_warnings)
  michibiki_precompile(michibiki_${name})
endfunction()
