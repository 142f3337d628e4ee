// The shipped examples, with the shipped catalogues, by the built program.
#include <array>
#include <cstdio>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;

namespace {

namespace fs = std::filesystem;

const fs::path root = MICHIBIKI_SOURCE_DIR;

Ran derive(const std::string& example, std::vector<std::string> more = {}) {
  std::vector<std::string> all{"derive", (root / "examples" / example).string(), "--catalog",
                               (root / "catalogs").string()};
  all.insert(all.end(), more.begin(), more.end());
  return Program{}.run(all);
}

}  // namespace

TEST_CASE("the same call gives the same bytes", "[cli][examples]") {
  const auto once = derive("web-conference.yaml", {"--format", "json"});
  CHECK_THAT(once.out, Catch::Matchers::StartsWith("{\n  \"format\": \"michibiki-derivation\""));
  CHECK(once.out == derive("web-conference.yaml", {"--format", "json"}).out);
}

TEST_CASE("the built program finds its catalogues by itself, wherever it is called from", "[cli][examples]") {
  const auto call = std::string("cd / && env -u MICHIBIKI_CATALOGS LC_ALL=C '") + MICHIBIKI_PROGRAM +
                    "' classify --type common.groupware 2>&1";
  FILE* pipe = popen(call.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  std::array<char, 4096> part{};
  while (const auto count = std::fread(part.data(), 1, part.size(), pipe)) text.append(part.data(), count);
  CHECK(pclose(pipe) == 0);
  CHECK_THAT(text, Catch::Matchers::ContainsSubstring("Pattern 2"));
}

TEST_CASE("who is under those who operate a component is not told to operate it", "[cli][examples][explain]") {
  const auto out = Program{}
                       .run({"explain", "joining-leaving-staff", "--for", (root / "examples/accounting.yaml").string(),
                             "--catalog", (root / "catalogs").string(), "--format", "json"})
                       .out;
  CHECK_THAT(out,
             Catch::Matchers::ContainsSubstring("is operated by Internal organisation (internal), which includes "));
  CHECK_THAT(out, !Catch::Matchers::ContainsSubstring("(joining-leaving-staff) operates"));
}
