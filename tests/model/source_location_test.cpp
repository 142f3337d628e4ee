#include "model/source_location.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/catch.hpp"

namespace {

using namespace michibiki;

TEST_CASE("a place is printed as editors and compilers print it", "[model][location]") {
  CHECK(to_string(SourceLocation{make_file_name("catalogs/a.yaml"), 42, 15}) == "catalogs/a.yaml:42:15");
  CHECK(to_string(SourceLocation{make_file_name("脅威.yaml"), 1, 1}) == "脅威.yaml:1:1");
}

TEST_CASE("what stands in no file says so", "[model][location]") {
  CHECK(to_string(SourceLocation{}) == "(no file)");
  CHECK(SourceLocation{}.file_name().empty());
}

TEST_CASE("a file name cannot forge a line of output", "[model][location]") {
  CHECK(to_string(SourceLocation{make_file_name("a\n\x1b[31mb.yaml"), 1, 1}) == "a\\n\\u{1b}[31mb.yaml:1:1");
}

TEST_CASE("places are ordered by the file's name, line and column", "[model][location]") {
  const auto a = make_file_name("a.yaml");
  const auto b = make_file_name("b.yaml");
  const std::vector<SourceLocation> expected{{a, 1, 9}, {a, 2, 1}, {a, 2, 3}, {b, 1, 1}};
  std::vector<SourceLocation> places{expected[3], expected[2], expected[0], expected[1]};
  std::sort(places.begin(), places.end());
  CHECK((places == expected));
}

TEST_CASE("two readings of one file give equal places", "[model][location]") {
  CHECK((SourceLocation{make_file_name("a.yaml"), 1, 2} == SourceLocation{make_file_name("a.yaml"), 1, 2}));
  CHECK_FALSE((SourceLocation{make_file_name("a.yaml"), 1, 2} == SourceLocation{make_file_name("b.yaml"), 1, 2}));
}

}  // namespace
