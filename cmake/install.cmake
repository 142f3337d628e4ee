# `cmake --install build/default --prefix DIR`: the program, the catalogues it finds next to itself, the documents.

install(TARGETS michibiki RUNTIME)
install(
  DIRECTORY catalogs/
  DESTINATION ${CMAKE_INSTALL_DATADIR}/michibiki/catalogs
  PATTERN ".*" EXCLUDE)
install(
  DIRECTORY docs/
  DESTINATION ${CMAKE_INSTALL_DOCDIR}
  PATTERN ".*" EXCLUDE)
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
install(FILES CHANGELOG.md LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES README.md README.ja.md DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
