# How every target of ours is compiled.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF) # no modules here; scanning would ask for clang-scan-deps
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# The build tree looks like an installation (bin/, share/michibiki/catalogs), so the program finds its catalogues by one rule.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

if(MICHIBIKI_SANITIZERS)
  add_compile_options(-fsanitize=${MICHIBIKI_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${MICHIBIKI_SANITIZERS} -fno-sanitize-recover=all)
endif()
if(MICHIBIKI_BUILD_FUZZERS)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "MICHIBIKI_BUILD_FUZZERS needs clang: libFuzzer is part of it (use the preset \"sanitize\")")
  endif()
endif()

add_library(michibiki_warnings INTERFACE)
target_compile_options(
  michibiki_warnings
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wcast-align
            -Wconversion
            -Wextra-semi
            -Wformat=2
            -Wimplicit-fallthrough
            -Wnon-virtual-dtor
            -Wold-style-cast
            -Woverloaded-virtual
            -Wshadow
            -Wsign-conversion
            -Wunused)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(
    michibiki_warnings INTERFACE -Wduplicated-branches -Wduplicated-cond -Wlogical-op -Wuseless-cast)
  if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # g++ 12 sees overlapping memory in `"literal" + std::string` where there is none (GCC bug 105651), and the alternatives that
    # a moved std::variant does not hold as uninitialised (GCC bug 105562). clang and g++ 14 keep both warnings.
    target_compile_options(michibiki_warnings INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
  endif()
endif()
if(MICHIBIKI_WARNINGS_AS_ERRORS)
  target_compile_options(michibiki_warnings INTERFACE -Werror)
endif()
