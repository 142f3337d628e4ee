// That whatever looks at explanations notices what is wrong with one.

#include <algorithm>
#include <functional>
#include <map>

#include <nlohmann/json.hpp>

#include "tests/second/engine_form.hpp"
#include "tests/second/explanation_checker.hpp"
#include "tests/second/printed_explanation.hpp"
#include "tests/second/random_field.hpp"
#include "tests/support/large.hpp"

namespace michibiki::testing {
namespace {

using Json = nlohmann::json;

/// Another id that nothing has.
const std::string nobody = "nobody";

bool one_way(const Json& step) { return step.at("rule") != "either"; }

/// Each as often, however small the example is to be.
std::size_t below(std::size_t size) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, size));
}

/// A step of those that are wanted, if there is one.
Json* any_step(Json& document, const std::function<bool(const Json&)>& wanted) {
  std::vector<Json*> found;
  for (auto& step : document.at("steps")) {
    if (wanted(step)) found.push_back(&step);
  }
  return found.empty() ? nullptr : found[below(found.size())];
}

/// A premise of some step, if any has one, by the step and the position among its premises. Not the pattern by which a service calls for
/// something: another service may call for it, too, with less said.
std::pair<Json*, std::size_t> any_premise(Json& document) {
  std::set<Json> patterns;
  for (const auto& step : document.at("steps")) {
    if (step.at("conclusion").at("is") == "may-be-of-pattern") patterns.insert(step.at("id"));
  }
  std::vector<std::pair<Json*, std::size_t>> found;
  for (auto& step : document.at("steps")) {
    const bool calls = one_way(step) && step.at("conclusion").at("is") == "is-called-for";
    for (std::size_t i = 0; i < step.at("premises").size(); ++i) {
      if (!calls || !patterns.contains(step.at("premises")[i])) found.emplace_back(&step, i);
    }
  }
  return found.empty() ? std::pair<Json*, std::size_t>() : found[below(found.size())];
}

/// Whether another step already says what this one says now: then that is as true.
bool said_twice(const Json& document, const Json& step) {
  return std::ranges::count_if(document.at("steps"), [&](const Json& other) {
           return one_way(other) && other.at("rule") == step.at("rule") &&
                  other.at("conclusion") == step.at("conclusion") && other.at("link") == step.at("link") &&
                  std::set<Json>(other.at("premises").begin(), other.at("premises").end()) ==
                      std::set<Json>(step.at("premises").begin(), step.at("premises").end());
         }) > 1;
}

/// A part of the conclusion other than what kind it is.
std::string any_part(const Json& step) {
  Strings names;
  for (const auto& [name, code] : step.at("conclusion").items()) {
    if (name != "is") names.push_back(name);
  }
  return names.empty() ? "is" : *rc::gen::elementOf(names);
}

/// Changes that always have to be noticed; false where there is nothing of the sort to change.
using Change = std::function<bool(Json&)>;
const std::vector<std::pair<std::string, Change>> changes{
    {"a part of a conclusion that is nothing",
     [](Json& document) {
       auto& step = *any_step(document, [](const Json&) { return true; });
       step["conclusion"][any_part(step)] = nobody;
       return true;
     }},
    {"a part of a conclusion left out",
     [](Json& document) {
       auto& step = *any_step(document, [](const Json&) { return true; });
       step["conclusion"].erase(any_part(step));
       return true;
     }},
    {"the conclusion of another step",
     [](Json& document) {
       auto& step = *any_step(document, one_way);
       auto& other = *any_step(document, one_way);
       if (step["conclusion"] == other["conclusion"]) return false;
       step["conclusion"] = other["conclusion"];
       return !said_twice(document, step);
     }},
    {"another rule",
     [](Json& document) {
       auto& step = *any_step(document, [](const Json&) { return true; });
       auto& other = *any_step(document, [](const Json&) { return true; });
       if (step["rule"] == other["rule"]) return false;
       step["rule"] = other["rule"];
       step.emplace("link", nullptr);  // one for several ways has neither
       step.emplace("open", false);
       return true;
     }},
    {"a rule that nobody knows",
     [](Json& document) {
       (*any_step(document, one_way))["rule"] = nobody;
       return true;
     }},
    {"a premise dropped",
     [](Json& document) {
       const auto [step, position] = any_premise(document);
       if (step == nullptr) return false;
       auto& premises = (*step)["premises"];
       const auto dropped = premises[position];
       premises.erase(std::remove(premises.begin(), premises.end(), dropped), premises.end());
       return true;
     }},
    {"a premise exchanged",
     [](Json& document) {
       const auto [step, position] = any_premise(document);
       if (step == nullptr) return false;
       auto& premise = (*step)["premises"][position];
       const auto other = (*any_step(document, [](const Json&) { return true; }))["id"];
       if (premise == other) return false;
       premise = other;
       return !one_way(*step) || !said_twice(document, *step);
     }},
    {"a premise that is the step itself",
     [](Json& document) {
       const auto [step, position] = any_premise(document);
       if (step == nullptr) return false;
       (*step)["premises"][position] = (*step)["id"];
       return true;
     }},
    {"a link that nothing has",
     [](Json& document) {
       auto* step = any_step(document, [](const Json& one) { return one_way(one) && !one.at("link").is_null(); });
       if (step == nullptr) return false;
       (*step)["link"] = nobody;
       return true;
     }},
    {"the link of another step",
     [](Json& document) {
       const auto has_link = [](const Json& one) { return one_way(one) && !one.at("link").is_null(); };
       auto* step = any_step(document, has_link);
       if (step == nullptr) return false;
       const auto& link = (*any_step(document, has_link))["link"];
       if ((*step)["link"] == link) return false;
       (*step)["link"] = link;
       return !said_twice(document, *step);
     }},
    {"what is certain called open, or the other way round",
     [](Json& document) {
       // Of what is required, and of values, only the second computation can tell.
       auto* step = any_step(document, [](const Json& one) {
         return one_way(one) && one.at("rule") != "requires" && one.at("conclusion").at("is") != "has-value";
       });
       if (step == nullptr) return false;
       (*step)["open"] = !(*step)["open"].get<bool>();
       return true;
     }},
    {"a step left out",
     [](Json& document) {
       document["steps"].erase(below(document["steps"].size()));
       return true;
     }},
    {"the id of another step",
     [](Json& document) {
       auto& step = *any_step(document, [](const Json&) { return true; });
       const auto& id = (*any_step(document, [](const Json&) { return true; }))["id"];
       if (step["id"] == id) return false;
       step["id"] = id;
       return true;
     }},
    {"a root that is not there",
     [](Json& document) {
       document["roots"].push_back(document["steps"].size() + 1);
       return true;
     }},
    {"a root that rests on itself",
     [](Json& document) {
       auto step = *any_step(document, one_way);
       const auto id = document["steps"].size() + 1;
       step["id"] = id;
       step["premises"] = Json::array({id});
       document["steps"].push_back(step);
       document["roots"].push_back(id);
       return true;
     }},
    {"another version", [](Json& document) {
       document["version"] = 2;
       return true;
     }}};

/// The steps that are not the same in both.
std::string difference(const Json& good, const Json& changed) {
  std::string text;
  const auto tell = [&](const Json& of, const Json& other, const std::string& sign) {
    for (auto step : of.at("steps")) {
      if (std::ranges::count(other.at("steps"), step) != 0) continue;
      for (const auto* key : {"text", "basis", "facts", "at"}) step.erase(key);
      text += sign + step.dump() + '\n';
    }
  };
  tell(good, changed, "- ");
  tell(changed, good, "+ ");
  return text;
}

}  // namespace

TEST_CASE("whatever is changed in a good explanation is noticed", "[second][explain][thorough]") {
  std::map<std::string, int> tried;
  rc::prop("one change at a time", [&] {
    const auto field = *random_field();
    const auto trust = *rc::gen::elementOf(every_trust);
    ExplanationChecker checker(texts_in(field.catalogs));
    checker.lay_out(field.portfolio, trust);
    const auto good = Json::parse(printed(World(field.catalogs).derive(field.service, trust)));
    for (int i = 0; i < 3 && !good.at("steps").empty(); ++i) {
      const auto& [name, change] = changes[below(changes.size())];
      auto changed = good;
      if (!change(changed)) continue;
      ++tried[name];
      if (checker.complaints(changed.dump()).empty()) RC_FAIL(name + " is not noticed\n" + difference(good, changed));
    }
  });
  if (large(10) < 10) return;  // the few that the sanitizers take need not try all
  for (const auto& [name, change] : changes) {
    INFO(name);
    CHECK(tried[name] > 0);
  }
}

}  // namespace michibiki::testing
