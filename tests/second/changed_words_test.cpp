// That whatever looks at the sentences of explanations, and at what they rest on, notices what is wrong with one.

#include <functional>
#include <iterator>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "tests/second/printed_explanation.hpp"
#include "tests/second/printed_grounds.hpp"
#include "tests/second/printed_words.hpp"
#include "tests/second/random_field.hpp"
#include "tests/support/large.hpp"
#include "tests/support/pick.hpp"

namespace michibiki::testing {
namespace {

using Json = nlohmann::json;

/// Each changes a step for the worse; false where there is nothing of the sort to change.
using Change = std::function<bool(Json& step, const Json& other)>;

bool exchange(Json& step, const Json& other, const std::string& key) {
  if (!step.contains(key) || !other.contains(key) || step[key] == other[key]) return false;
  step[key] = other[key];
  return true;
}

/// Another name in the place of the first that is told.
bool told_otherwise(Json& step, const std::string& language) {
  auto& text = step.at("text").at(language).get_ref<std::string&>();
  for (const auto* part : {"asset", "threat", "measure", "control", "nature", "pattern", "chapter"}) {
    const auto found = step.at("conclusion").find(part);
    if (found == step.at("conclusion").end() || !found->is_string()) continue;
    const auto at = text.find(found->get<std::string>());
    if (at == std::string::npos) continue;
    text.replace(at, found->get_ref<const std::string&>().size(), "nobody");
    return true;
  }
  return false;
}

bool other_fact(Json& step, const std::string& from, const std::string& to) {
  auto& facts = step.at("facts");
  if (facts.empty()) return false;
  auto& any = facts[pick(facts.size())];
  auto& fact = any[pick(any.size())].get_ref<std::string&>();
  fact.replace(fact.rfind(from), std::string::npos, to);
  return true;
}

const std::map<std::string, Change> changes{
    {"the Japanese text of another",
     [](Json& step, const Json& other) { return exchange(step["text"], other.at("text"), "ja"); }},
    {"the English text of another",
     [](Json& step, const Json& other) { return exchange(step["text"], other.at("text"), "en"); }},
    {"the languages exchanged",
     [](Json& step, const Json&) {
       auto& text = step["text"];
       if (text["ja"] == text["en"]) return false;
       std::swap(text["ja"], text["en"]);
       return true;
     }},
    {"somebody else in the Japanese text", [](Json& step, const Json&) { return told_otherwise(step, "ja"); }},
    {"somebody else in the English text", [](Json& step, const Json&) { return told_otherwise(step, "en"); }},
    {"more in the text",
     [](Json& step, const Json&) {
       if (step["conclusion"]["is"] == "has-value" || step.contains("answers"))
         return false;  // whose words are not known here
       step["text"]["en"] = step["text"]["en"].get<std::string>() + ", nobody";
       return true;
     }},
    {"another basis",
     [](Json& step, const Json&) {
       step["basis"]["kind"] = step["basis"]["kind"] == "stated" ? "judgement" : "stated";
       return true;
     }},
    {"firmer than it is",
     [](Json& step, const Json&) {
       if (step["firmness"] == "stated" || step["facts"].empty()) return false;
       step["firmness"] = "stated";
       for (const auto& any : step["facts"]) {
         for (const auto& fact : any) {
           if (!fact.get<std::string>().ends_with(" stated")) return true;
         }
       }
       return false;  // that it is weaker for what is said elsewhere, others look at
     }},
    {"the place of another",
     [](Json& step, const Json& other) {
       const bool catalogs_say_it = step["at"].is_string() && !step["basis"].contains("service");
       return catalogs_say_it && exchange(step, other, "at");
     }},
    {"no place",
     [](Json& step, const Json&) {
       if (step["at"].is_null() || step["basis"].contains("service")) return false;
       step["at"] = nullptr;
       return true;
     }},
    {"a place that is not there",
     [](Json& step, const Json&) {
       if (step["facts"].empty() || step["basis"].contains("service")) return false;
       step["at"] = "field/field.yaml:9999";
       return true;
     }},
    {"a statement that is not there", [](Json& step, const Json&) { return other_fact(step, ":", ":9999 stated"); }},
    {"a statement of no basis", [](Json& step, const Json&) { return other_fact(step, " ", " nobody"); }},
    {"the first statement dropped", [](Json& step, const Json&) {
       if (step["facts"].size() < 2 || step["basis"].contains("service")) return false;
       const auto first = step["facts"][0][0];
       step["facts"].erase(0);
       return step["facts"][0][0] != first;
     }}};

}  // namespace

TEST_CASE("a changed sentence, basis, place or statement of a good explanation is noticed",
          "[second][explain][thorough]") {
  std::map<std::string, int> tried;
  rc::prop("one change at a time", [&] {
    auto field = *random_field();
    if (pick(2) == 1) field.catalogs.push_back(step_wording());
    const auto good = Json::parse(printed(World(field.catalogs).derive(field.service)));
    const auto files = files_in(field.catalogs);
    std::vector<std::size_t> ways;
    for (std::size_t i = 0; i < good.at("steps").size(); ++i) {
      if (good.at("steps")[i].at("rule") != "either") ways.push_back(i);
    }
    RC_PRE(!ways.empty());
    for (int i = 0; i < 3; ++i) {
      const auto& [name, change] = *std::next(changes.begin(), pick(static_cast<int>(changes.size())));
      auto changed = good;
      auto& step = changed.at("steps")[ways[pick(ways.size())]];
      const auto before = step;
      if (!change(step, good.at("steps")[ways[pick(ways.size())]])) continue;
      ++tried[name];
      if (wrong_words(changed, files, field.portfolio).empty() && wrong_grounds(changed, files).empty())
        RC_FAIL(name + " is not noticed\n" + before.dump() + '\n' + step.dump());
    }
  });
  if (large(10) < 10) return;  // the few that the sanitizers take need not try all
  for (const auto& [name, change] : changes) {
    INFO(name);
    CHECK(tried[name] > 0);
  }
}

}  // namespace michibiki::testing
