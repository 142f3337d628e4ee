// The shipped measures and their values: how many, and what of them may be called stated.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/catalogs/shipped_entries.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;

const Measure& measure(std::string_view code) {
  const auto id = shipped().measures.find(code);
  REQUIRE(id.has_value());
  return shipped().measures[*id];  // NOLINT: just required
}

// Measures

TEST_CASE("there are 22 organisational measures, all basic, and 46 physical and technical ones", "[catalogs]") {
  const auto& catalog = shipped();
  int organisational = 0;
  int technical = 0;
  for (const auto& entry : catalog.measures) {
    if (entry.group) continue;  // the example of 図表37
    INFO(entry.code);
    REQUIRE(entry.measure_class.has_value());
    REQUIRE(entry.number.has_value());
    CHECK(entry.number.value().value == entry.code);
    const auto section = catalog.chapters.find(entry.code.substr(0, entry.code.rfind('.')));
    REQUIRE(section.has_value());
    CHECK_FALSE(catalog.chapters[section.value()].group);
    if (entry.code.starts_with("III.")) {
      ++technical;
      continue;
    }
    ++organisational;
    CHECK(catalog.classes[entry.measure_class.value().value].code == "basic");
    CHECK(is(entry.measure_class.value().fact, BasisKind::stated));
    CHECK(entry.indicators.empty());
  }
  CHECK(organisational == 22);
  CHECK(technical == 46);
  CHECK(items(catalog.measures).size() == 68);
}

TEST_CASE("there are 37 indicators, each with a value, or unknown, for every pattern", "[catalogs]") {
  const auto& catalog = shipped();
  int indicators = 0;
  for (const auto& entry : catalog.measures) {
    if (entry.group) continue;  // the example of 図表37
    for (const auto& indicator : entry.indicators) {
      INFO(entry.code << '.' << indicator.key);
      ++indicators;
      CHECK(indicator.values.size() == catalog.patterns.size());
      CHECK((indicator.stricter.value != Indicator::Stricter::unstated || indicator.scale.has_value()));
    }
  }
  CHECK(indicators == 37);
}

/// The values of one indicator, each as "number unit", with `*` when starred and the source that states it.
std::vector<std::string> values_of(std::string_view code, std::string_view key) {
  const auto& catalog = shipped();
  std::vector<std::string> result;
  for (const auto& indicator : measure(code).indicators) {
    if (indicator.key != key) continue;
    for (const auto& [pattern, sourced] : indicator.values) {
      const auto* quantity = std::get_if<Quantity>(&sourced.value.what);
      std::string text = quantity == nullptr ? "-"
                                             : std::to_string(boost::rational_cast<int>(quantity->number)) + ' ' +
                                                   catalog.units[quantity->unit].code;
      if (quantity != nullptr && quantity->bound == Bound::at_most) text.insert(0, "within ");
      if (quantity != nullptr && quantity->bound == Bound::at_least) text.insert(0, "at least ");
      if (sourced.value.starred) text += " *";
      result.push_back(text + " (" + basis(sourced.fact).source + ')');
    }
  }
  return result;
}

TEST_CASE("the values of 図表38 are those printed, and stated", "[catalogs]") {
  const std::string day = "within 24 h * (mic-2008-report)";
  const std::string three = "within 3 day * (mic-2008-report)";
  CHECK(values_of("III.5.2.1", "a") == std::vector{day, day, three, day, three, three});
  CHECK(values_of("III.5.2.1", "b") == std::vector{day, day, day, three, three, three});
}

TEST_CASE("only the values of III.4.2.1, III.5.2.1 and the example of 図表37 are called stated", "[catalogs]") {
  std::map<std::string, std::set<std::string>> stated;
  for (const auto& entry : shipped().measures) {
    for (const auto& indicator : entry.indicators) {
      for (const auto& [pattern, value] : indicator.values) {
        if (is(value.fact, BasisKind::stated))
          stated[entry.code + '.' + indicator.key].insert(basis(value.fact).source);
      }
    }
  }
  CHECK(stated == std::map<std::string, std::set<std::string>>{{"III.4.2.1.a", {"guideline-p54"}},
                                                               {"III.4.2.1.b", {"guideline-p54"}},
                                                               {"III.4.2.1.c", {"guideline-p54"}},
                                                               {"III.5.2.1.a", {"mic-2008-report"}},
                                                               {"III.5.2.1.b", {"mic-2008-report"}},
                                                               {"figure-37.item-1", {"mic-2008-report"}},
                                                               {"figure-37.item-2", {"mic-2008-report"}}});
}

TEST_CASE("the class of a measure of part III is stated only where a source shows it", "[catalogs]") {
  std::map<std::string, std::string> stated;
  for (const auto& entry : shipped().measures) {
    if (entry.group) continue;
    if (!entry.code.starts_with("III.") || !is(entry.measure_class.value().fact, BasisKind::stated)) continue;
    stated[entry.code] = shipped().classes[entry.measure_class.value().value].code;
  }
  CHECK(stated == std::map<std::string, std::string>{{"III.1.1.1", "basic"},
                                                     {"III.1.1.2", "basic"},
                                                     {"III.1.1.3", "recommended"},
                                                     {"III.2.3.1", "basic"},
                                                     {"III.3.1.5", "recommended"},
                                                     {"III.4.2.1", "basic"},
                                                     {"III.4.2.2", "recommended"}});
}

TEST_CASE("the number of a measure is stated only where a source prints it or what it prints implies it",
          "[catalogs]") {
  // Printed in the report, in the table of comments on it, or on a public page.
  const Codes printed{"II.2.2.1",  "II.3.1.1",  "II.7.1.1",  "III.1.1.1", "III.1.1.2",
                      "III.1.1.3", "III.2.1.3", "III.2.1.4", "III.2.2.2", "III.2.3.1",
                      "III.3.1.3", "III.3.1.5", "III.4.2.1", "III.4.2.2", "III.5.2.1"};
  Codes implied = printed;
  for (const auto* chapter : items(shipped().chapters))
    implied.insert(chapter->code + ".1");  // a section has a first item
  for (const auto& code : printed) {       // and those before a printed one
    const auto dot = code.rfind('.');
    for (int i = 1; i < std::stoi(code.substr(dot + 1)); ++i)
      implied.insert(code.substr(0, dot + 1) + std::to_string(i));
  }
  Codes stated;
  for (const auto& entry : shipped().measures) {
    if (entry.group) continue;
    if (is(entry.number.value().fact, BasisKind::stated)) stated.insert(entry.code);
  }
  CHECK(stated == implied);
}

TEST_CASE("the topic of a measure is stated only where a source gives it", "[catalogs]") {
  std::map<std::string, Codes> stated;
  for (const auto& entry : shipped().measures) {
    if (entry.group) continue;
    CHECK(basis(entry.title.ja_fact).source == basis(entry.title.en_fact).source);
    if (is(entry.title.ja_fact, BasisKind::stated)) stated[basis(entry.title.ja_fact).source].insert(entry.code);
  }
  CHECK(stated == std::map<std::string, Codes>{
                      {"mic-2008-report", {"II.3.1.1", "III.2.1.4", "III.2.3.1", "III.3.1.5", "III.5.2.1"}},
                      {"hispro-part2", {"II.1.1.1", "II.1.1.2", "II.2.1.1", "II.2.1.2"}},
                      {"paperzz-part3", {"III.1.1.1", "III.1.1.2", "III.1.1.3"}},
                      {"guideline-p54", {"III.4.2.1", "III.4.2.2"}}});
}

TEST_CASE("doubtful values are unverified, and what nobody knows is unknown rather than free", "[catalogs]") {
  int unknown = 0;
  for (const auto& entry : shipped().measures) {
    if (entry.group) continue;
    for (const auto& indicator : entry.indicators) {
      for (const auto& [pattern, value] : indicator.values) {
        unknown += value.value.known() ? 0 : 1;
        CHECK_FALSE(is(value.fact, BasisKind::judgement));
      }
    }
  }
  CHECK(unknown == 6 + 6 + 4);  // III.2.1.4 c, III.3.2.2 a, and four of III.4.4.5 a
}

}  // namespace
