#include "reports/value_text.hpp"

#include "model/value_notation.hpp"

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

struct Row {
  std::string written;
  std::string ja;
  std::string en;
  std::string notation;
};

std::string units_and(const std::string& indicator) {
  return R"(
units:
  - {id: h, title: {ja: 時間, en: h}, dimension: duration, factor: 3600}
  - {id: day, title: {ja: 日, en: day(s)}, dimension: duration, factor: 86400}
  - {id: min, title: {ja: 分, en: min}, dimension: duration, factor: 60}
  - {id: percent, title: {ja: "%", en: "%"}, dimension: ratio, factor: 1}
  - {id: time, title: {ja: 回, en: time(s)}, dimension: count, factor: 1}
  - {id: bare, dimension: count, factor: 1}
scales: [{id: ways, choices: [{id: word, title: {ja: 合言葉, en: Password}}, {id: card}]}]
threats: [{id: t}]
measures: [{id: m, indicators: [)" +
         indicator + "]}]\n";
}

void check_value(const std::string& more, const Row& row) {
  const World world(units_and("{key: a, " + more + "value: \"" + row.written + "\"}"));
  const auto& catalog = world.catalog();
  const auto& indicator = catalog.measures.at(0).indicators.at(0);
  const auto& value = indicator.single->value;
  INFO(row.written);
  CHECK(michibiki::value_text(catalog, indicator, value, Language::ja) == row.ja);
  CHECK(michibiki::value_text(catalog, indicator, value, Language::en) == row.en);
  CHECK(value_notation(catalog, value) == row.notation);
}

}  // namespace

TEST_CASE("a reference value reads as the field prints it, in both languages", "[reports][value]") {
  const std::vector<Row> rows = {
      {"within 24 h *", "24時間以内*", "within 24 h *", "at most 24 h"},
      {"at most 5 percent", "5%以下", "at most 5 %", "at most 5 percent"},
      {"at least 99.5 percent *", "99.5%以上*", "at least 99.5 % *", "at least 99.5 percent"},
      {"at least 1 time per 5 min *", "1回以上/5分*", "at least 1 time per 5 min *", "at least 1 time per 5 min"},
      {"2 time per 1 day", "2回/1日", "2 times per 1 day", "2 time per 1 day"},
      {"3 day", "3日", "3 days", "3 day"},
      {"0.05 h", "0.05時間", "0.05 h", "0.05 h"},
      {"4 bare", "4bare", "4 bare", "4 bare"},
      {"done *", "実施*", "done *", "done"},
      {"-", "任意", "free", "-"},
      {"unknown", "不明", "unknown", "unknown"},
  };
  for (const auto& row : rows) check_value("", row);
}

TEST_CASE("a value that is counted from something says so", "[reports][value]") {
  const std::string release = "relative-to: {ja: ベンダリリースから, en: after the vendor's release}, ";
  check_value(release, {"within 24 h *", "ベンダリリースから24時間以内*", "within 24 h after the vendor's release *",
                        "at most 24 h"});
  check_value(release, {"-", "任意", "free", "-"});
}

TEST_CASE("a choice is called what its scale calls it, or by its id", "[reports][value]") {
  check_value("scale: ways, ", {"word *", "合言葉*", "Password *", "word"});
  check_value("scale: ways, ", {"card", "card", "card", "card"});
}

TEST_CASE("numbers are exact: decimals where they are, else fractions", "[reports][value]") {
  CHECK(number_text(Number(199, 2)) == "99.5");
  CHECK(number_text(Number(1, 100)) == "0.01");
  CHECK(number_text(Number(-1, 4)) == "-0.25");
  CHECK(number_text(Number(7)) == "7");
  CHECK(number_text(Number(1, 3)) == "1/3");
}

}  // namespace michibiki::testing
