// The shipped examples, with the shipped catalogues, by the built program.
#include <array>
#include <cstdio>
#include <map>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Json = nlohmann::json;

namespace {

namespace fs = std::filesystem;

const fs::path root = MICHIBIKI_SOURCE_DIR;

Ran derive(const std::string& example, std::vector<std::string> more = {}) {
  std::vector<std::string> all{"derive", (root / "examples" / example).string(), "--catalog",
                               (root / "catalogs").string()};
  all.insert(all.end(), more.begin(), more.end());
  return Program{}.run(all);
}

std::vector<std::string> patterns_of(const Json& json) {
  std::vector<std::string> ids;
  for (const auto& pattern : json["patterns"]) ids.push_back(pattern["id"]);
  return ids;
}

}  // namespace

TEST_CASE("the examples have the patterns they are examples of", "[cli][examples]") {
  const std::map<std::string, std::vector<std::string>> expected{
      {"accounting.yaml", {"1"}},
      {"groupware.yaml", {"2"}},
      {"customer-relations.yaml", {"3"}},
      {"network-monitoring.yaml", {"4"}},
      {"farm-shop.yaml", {"5"}},
      {"web-conference.yaml", {"6"}},
      {"online-storage.yaml", {"1", "2", "3"}},
      {"video-delivery.yaml", {"5"}},
      {"shared-operations.yaml", {"3", "5"}},
  };
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(root / "examples")) {
    if (entry.path().extension() == ".yaml") ++files;
  }
  CHECK(files == expected.size());
  for (const auto& [name, patterns] : expected) {
    INFO(name);
    const auto ran = derive(name, {"--format", "json"});
    CHECK(ran.status <= 1);
    CHECK(ran.err.empty());
    CHECK(patterns_of(Json::parse(ran.out)) == patterns);
  }
}

TEST_CASE("accepted exposures are no findings, the others still are", "[cli][examples]") {
  const auto json = Json::parse(derive("customer-relations.yaml", {"--format", "json"}).out);
  std::size_t accepted = 0;
  for (const auto& exposure : json["exposures"]) {
    if (exposure.contains("accepted") && !exposure["accepted"].is_null()) ++accepted;
  }
  CHECK(accepted >= 2);
}

TEST_CASE("the same call gives the same bytes, in text and JSON", "[cli][examples]") {
  for (const auto* format : {"text", "json"}) {
    const auto once = derive("web-conference.yaml", {"--format", format, "--lang", "ja"});
    CHECK(once.out == derive("web-conference.yaml", {"--format", format, "--lang", "ja"}).out);
  }
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
