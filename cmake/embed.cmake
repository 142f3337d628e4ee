# michibiki_embed_skeletons(TARGET file...): the text of files below cli/skeletons/ becomes the array that cli/skeletons.hpp declares.
# A changed file configures anew.
function(michibiki_embed_skeletons target)
  set(entries "")
  foreach(name IN LISTS ARGN)
    set(path ${CMAKE_CURRENT_SOURCE_DIR}/skeletons/${name})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    file(READ ${path} text)
    string(APPEND entries "    {\"${name}\", R\"skeleton(${text})skeleton\"},\n")
  endforeach()
  string(
    CONCAT source
           "#include \"cli/skeletons.hpp\"\n\n#include <array>\n\nnamespace michibiki::cli {\nnamespace {\n\n"
           "constexpr auto texts = std::to_array<SkeletonText>({\n"
           "${entries}"
           "});\n\n}  // namespace\n\nconst std::span<const SkeletonText> skeletons(texts);\n\n}  // namespace michibiki::cli\n")
  set(generated ${PROJECT_BINARY_DIR}/generated/cli/skeletons.cpp)
  file(CONFIGURE OUTPUT ${generated} CONTENT "@source@" @ONLY) # writes only what has changed
  target_sources(${target} PRIVATE ${generated})
endfunction()
