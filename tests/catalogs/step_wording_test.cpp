// The sentences that are shipped for the steps of a derivation.

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/phrase.hpp"
#include "model/step_kind.hpp"

#include "tests/catalogs/shipped_entries.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;

const StepWording& step(StepKind kind) {
  const auto id = shipped().steps.find(name_of(kind));
  INFO(name_of(kind));
  REQUIRE(id.has_value());
  return shipped().steps[*id];  // NOLINT: just required
}

Phrase phrase(const std::string& text) {
  const auto reading = parse_phrase(text);
  REQUIRE(reading.phrase.has_value());
  return *reading.phrase;  // NOLINT: just required
}

/// With these names, else with each part's own.
std::string told(StepKind kind, Language language,
                 const std::map<std::string_view, std::optional<std::string>>& names) {
  return phrase(step(kind).title.in(language)).fill([&](std::string_view part) {
    const auto found = names.find(part);
    return found == names.end() ? std::string(part) : found->second;
  });
}

TEST_CASE("every kind of step is told in Japanese and English, once, by the same parts", "[catalogs][wording]") {
  CHECK(shipped().steps.size() == step_kind_count);
  for (std::size_t i = 0; i < step_kind_count; ++i) {
    const auto& title = step(static_cast<StepKind>(i)).title;
    INFO(title.en);
    REQUIRE_FALSE(title.ja.empty());
    REQUIRE_FALSE(title.en.empty());
    const auto ja = phrase(title.ja).parts();
    const auto en = phrase(title.en).parts();
    CHECK(std::set(ja.begin(), ja.end()) == std::set(en.begin(), en.end()));
    CHECK_FALSE(ja.empty());
    CHECK_FALSE(title.ja.ends_with("。"));
    CHECK_FALSE(title.en.ends_with("."));
  }
}

TEST_CASE("the open form of a step names its parts in both languages and says that nothing is decided yet",
          "[catalogs][wording]") {
  std::size_t found = 0;
  for (std::size_t i = 0; i < step_kind_count; ++i) {
    const auto& open = step(static_cast<StepKind>(i)).open;
    if (open.empty()) continue;
    ++found;
    INFO(open.en);
    const auto ja = phrase(open.ja).parts();
    const auto en = phrase(open.en).parts();
    CHECK(std::set(ja.begin(), ja.end()) == std::set(en.begin(), en.end()));
    CHECK(open.ja.find("まだ決まっていない") != std::string::npos);
    CHECK(open.en.find("not decided yet") != std::string::npos);
    CHECK_FALSE(open.ja.ends_with("。"));
    CHECK_FALSE(open.en.ends_with("."));
  }
  CHECK(found > 0);
}

TEST_CASE("what a step does not have leaves no gap in its sentence", "[catalogs][wording]") {
  using enum StepKind;
  const std::optional<std::string> none;
  CHECK(told(counters, Language::en, {{"with", none}, {"vulnerability", none}}) ==
        "measure counters threat on asset at component, as it harms property");
  CHECK(told(counters, Language::ja, {{"with", none}, {"vulnerability", none}}) ==
        "measureは、componentのassetに対するthreatによるpropertyの侵害に対抗する");
  const std::map<std::string_view, std::optional<std::string>> bare{{"with", none},          {"component", none},
                                                                    {"asset", none},         {"property", none},
                                                                    {"vulnerability", none}, {"nature", none}};
  CHECK(told(counters, Language::en, bare) == "measure counters threat");
  CHECK(told(counters, Language::ja, bare) == "measureは、threatに対抗する");
  CHECK(told(mitigates, Language::en, bare) == "control mitigates threat");
  CHECK(told(exposed_to_all, Language::en, bare) == "threat is taken to apply, as the catalogues know no mechanisms");
  CHECK(told(exposed_to_all, Language::ja, bare) == "仕組みのないカタログであるため、threatは届くとみなす");
  CHECK(
      told(exposed_by_mechanism, Language::en, {{"vulnerability", none}}) ==
      "threat directly reaches asset at component and harms property, as its mechanism mechanism acts on the nature nature");
  CHECK(told(value_published, Language::ja, {{"pattern", none}, {"value", "24時間以内"}}) ==
        "measureの評価項目であるindicatorについて、対策参照値は24時間以内である");
}

}  // namespace
