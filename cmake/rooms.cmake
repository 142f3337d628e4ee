# michibiki_room(NAME library...): a static library `michibiki_NAME`, includable from the root, linked to what it may use.
# Its .cpp files follow in the room's own target_sources list, by name and in alphabetical order.
function(michibiki_room name)
  add_library(michibiki_${name} STATIC)
  target_include_directories(michibiki_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(michibiki_${name} PUBLIC ${ARGN} PRIVATE michibiki_warnings)
endfunction()
