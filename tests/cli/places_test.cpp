// Where explanations say that catalogues say it: looked up in the files as text, by nothing of the program's.
#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Json = nlohmann::json;
using Strings = std::vector<std::string>;

namespace {

/// What of its conclusion stands where a step of that rule is said, or above it in the file.
const std::map<std::string, Strings> said_there{{"asset-carried", {"component", "asset"}},
                                                {"class", {"measure", "class"}},
                                                {"component-listed", {"component"}},
                                                {"counters", {"measure"}},
                                                {"direct-harm", {"property"}},
                                                {"exposed-by-mechanism", {"threat", "property"}},
                                                {"harm", {"threat", "property"}},
                                                {"involves", {"measure"}},
                                                {"level-by-criterion", {"property", "level"}},
                                                {"level-by-type", {"property", "level"}},
                                                {"lineage", {"measure", "origin"}},
                                                {"mechanism", {"threat", "mechanism"}},
                                                {"mitigates", {"control"}},
                                                {"nature", {"asset", "nature"}},
                                                {"pattern-fits", {"pattern"}},
                                                {"placed", {"chapter"}},
                                                {"value-published", {"measure", "indicator", "pattern"}}};

std::size_t indent(const std::string& line) {
  const auto at = line.find_first_not_of(' ');
  return at == std::string::npos ? std::string::npos : at;
}

/// The files of the shipped catalogues, line by line.
class Files {
 public:
  /// The lines that stand deeper than that line, and those above it that it stands under.
  std::string around(const std::string& place) {
    const auto colon = place.rfind(':');
    const auto& lines = of(place.substr(0, colon));
    const auto at = std::stoul(place.substr(colon + 1)) - 1;
    if (at >= lines.size()) return {};
    auto text = lines[at] + '\n';
    for (auto i = at + 1; i < lines.size() && (indent(lines[i]) > indent(lines[at])); ++i) text += lines[i] + '\n';
    auto left = indent(lines[at]);
    for (auto i = at; i-- > 0 && left > 0;) {
      if (indent(lines[i]) >= left) continue;
      left = indent(lines[i]);
      text += lines[i] + '\n';
    }
    return text;
  }

 private:
  const Strings& of(const std::string& file) {
    const auto [known, added] = files_.try_emplace(file);
    if (added) {
      std::ifstream in("catalogs/" + file);
      for (std::string line; std::getline(in, line);) known->second.push_back(line);
    }
    return known->second;
  }

  std::map<std::string, Strings> files_;
};

bool part_of_id(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_'; }

/// As a whole: "server" does not stand in "server-log".
bool names(const std::string& text, const std::string& id) {
  for (auto at = text.find(id); at != std::string::npos; at = text.find(id, at + 1)) {
    const auto end = at + id.size();
    const bool starts = at == 0 || !(part_of_id(text[at - 1]) || text[at - 1] == '.');
    if (starts && (end == text.size() || !part_of_id(text[end]))) return true;
  }
  return false;
}

std::size_t rank(const std::string& basis) {
  const std::array<std::string, 3> kinds{"unverified", "judgement", "stated"};
  return static_cast<std::size_t>(std::ranges::find(kinds, basis) - kinds.begin());
}

/// The kind of basis behind "catalogue/file:line kind".
std::string kind_of(const std::string& fact) { return fact.substr(fact.rfind(' ') + 1); }

std::string told(const Json& step) { return step["text"]["en"].get<std::string>() + " " + step["at"].dump(); }

/// Steps whose place does not say what they say.
Strings misplaced(const Json& steps, std::map<std::string, std::size_t>& looked_up) {
  Files files;
  Strings wrong;
  for (const auto& step : steps) {
    const auto rule = said_there.find(step["rule"].get<std::string>());
    if (rule == said_there.end()) continue;
    const auto text = files.around(step["at"].get<std::string>());
    ++looked_up[rule->first];
    const auto& said = step["conclusion"];
    const bool all = std::ranges::all_of(rule->second, [&](std::string part) {
      // What a component carries is said of its type; a label names that where it is called as its type.
      if (rule->first == "asset-carried" && said.contains(part + "-type")) part += "-type";
      return !said.contains(part) || said[part].is_array() || names(text, said[part].get<std::string>());
    });
    if (!all) wrong.push_back(told(step));
  }
  return wrong;
}

/// Steps whose basis and firmness do not fit the statements that they list.
Strings unfounded(const Json& steps) {
  Strings wrong;
  for (const auto& step : steps) {
    if (step["rule"] == "either" || step["facts"].empty()) continue;
    std::size_t weakest = 2;
    for (const auto& any : step["facts"]) {
      std::size_t firmest = 0;
      for (const auto& fact : any) firmest = std::max(firmest, rank(kind_of(fact)));
      weakest = std::min(weakest, firmest);
    }
    const auto& first = step["facts"][0][0].get<std::string>();
    const auto& basis = step["basis"];
    const bool own = basis.contains("service");
    const bool of_first = first == step["at"].get<std::string>() + ' ' + basis["kind"].get<std::string>();
    if ((!own && !of_first) || rank(step["firmness"]) > weakest) wrong.push_back(told(step));
  }
  return wrong;
}

}  // namespace

TEST_CASE("the place of every step is where the catalogue says it", "[cli][explain]") {
  std::map<std::string, std::size_t> looked_up;
  for (const std::string service : {"accounting", "video-delivery", "web-conference"}) {
    CAPTURE(service);
    const auto ran = Program{}.run({"explain", "--all-measures", "--for", "examples/" + service + ".yaml", "--catalog",
                                    "catalogs", "--format", "json"});
    REQUIRE(ran.status == 0);
    const auto json = Json::parse(ran.out);
    CHECK(misplaced(json["steps"], looked_up) == Strings{});
    CHECK(unfounded(json["steps"]) == Strings{});
  }
  for (const auto& [rule, parts] : said_there) {
    CAPTURE(rule);
    if (rule != "mitigates") CHECK(looked_up[rule] > 0);  // that is of controls
  }
}

TEST_CASE("and so of every control", "[cli][explain]") {
  std::map<std::string, std::size_t> looked_up;
  const auto ran = Program{}.run(
      {"explain", "A.10.5.1", "--for", "examples/accounting.yaml", "--catalog", "catalogs", "--format", "json"});
  CHECK(misplaced(Json::parse(ran.out)["steps"], looked_up) == Strings{});
  CHECK(looked_up["mitigates"] > 0);
}

TEST_CASE("a wrong place is noticed", "[cli][explain]") {
  const auto ran = Program{}.run(
      {"explain", "III.2.3.1", "--for", "examples/accounting.yaml", "--catalog", "catalogs", "--format", "json"});
  auto steps = Json::parse(ran.out)["steps"];
  std::map<std::string, std::size_t> looked_up;
  for (auto& step : steps) {
    // The id of a pattern is a digit, which may stand anywhere.
    if (!said_there.contains(step["rule"].get<std::string>()) || step["rule"] == "pattern-fits") continue;
    auto& place = step["at"].get_ref<std::string&>();
    place = place.substr(0, place.rfind(':')) + ":1";
    CAPTURE(step.dump());
    CHECK(misplaced(Json::array({step}), looked_up).size() == 1);
    CHECK(unfounded(Json::array({step})).size() == 1);
  }
  CHECK(looked_up.size() > 10);
}
