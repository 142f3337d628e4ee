# Everything comes from the system's packages (scripts/packages/*.txt), nothing is downloaded. Where two versions of a library
# name a target differently, the difference ends here.

find_package(Boost 1.74 REQUIRED CONFIG) # headers: Boost.Graph, Boost.Rational
find_package(yaml-cpp 0.7 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(spdlog 1.10 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto) # SHA-256
find_package(PkgConfig REQUIRED)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)

# CBC solves integer programs. Its pkg-config file names what only static libraries need, and what its package does not bring.
add_library(michibiki_cbc INTERFACE)
foreach(name IN ITEMS Cbc OsiClp Clp Osi CoinUtils)
  find_library(MICHIBIKI_LIBRARY_${name} ${name} REQUIRED)
  target_link_libraries(michibiki_cbc INTERFACE ${MICHIBIKI_LIBRARY_${name}})
endforeach()

# yaml-cpp 0.8 says yaml-cpp::yaml-cpp, 0.7 only yaml-cpp.
add_library(michibiki_yaml_cpp INTERFACE)
target_link_libraries(michibiki_yaml_cpp INTERFACE $<IF:$<TARGET_EXISTS:yaml-cpp::yaml-cpp>,yaml-cpp::yaml-cpp,yaml-cpp>)

if(MICHIBIKI_BUILD_TESTS)
  find_package(Catch2 REQUIRED) # 2.13 or 3; tests/catch.hpp serves both
  find_package(rapidcheck REQUIRED)
  find_package(SQLite3 REQUIRED) # the second computation
  include(Catch)
  # The system's own first: it is the one that has the packages python3-jsonschema and python3-yaml.
  find_program(MICHIBIKI_PYTHON python3 HINTS /usr/bin REQUIRED)
endif()
