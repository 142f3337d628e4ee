// What is proposed where no measure covers, beside what it is about, in every form.
#include "reports/proposals.hpp"

#include <nlohmann/json.hpp>

#include "reports/derivation_json.hpp"
#include "reports/derivation_markdown.hpp"
#include "reports/derivation_text.hpp"

#include "tests/catch.hpp"
#include "tests/reports/sample.hpp"

namespace michibiki::testing {
namespace {

using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

/// The shop, of which flood is answered by a control only, wear by nothing (it is accepted), and a holiday reaches nothing.
const std::string treated_shop = shop_catalog + R"(
  - id: pump/water
    kind: treats
    from: [pump, boat]
    to: [flood, quake]
    because: {ja: 水を出す。, en: It takes the water out.}
    basis: {judgement: ours}
  - {kind: treats, from: cover, to: holiday, because: {ja: 代わりが居る。, en: Somebody stands in.}}
treatments:
  - id: pump
    title: {ja: ポンプを置く, en: Keep a pump}
    note: {ja: 一台でよい。, en: One will do.}
  - {id: boat, title: {ja: 舟を置く, en: Keep a boat}}
  - {id: cover, title: {ja: 代わりを決める, en: Name somebody who stands in}}
  - {id: idle, title: {ja: 何もしない, en: Do nothing}}
)";

/// Spying harms two properties of the records, and only for one of them anything is proposed.
const std::string two_properties = R"(
properties: [{id: secrecy, title: Secrecy}, {id: use, title: Use}]
components: [{id: host, carries: [records]}]
assets: [{id: records, title: Records}]
threats: [{id: spying, title: Spying, harms: [secrecy, use]}]
measures: [{id: m}]
treatments: [{id: curtain, title: Hang a curtain}]
links: [{id: c, kind: treats, from: curtain, to: spying, properties: [secrecy]}]
)";

std::string text_of(const Derived& derived, Language language) {
  return derivation_text(report_of(derived), language, {false, 100});
}

Json member(const Json& list, const std::string& key, const std::string& value) {
  for (const auto& one : list) {
    if (one.at(key) == value) return one;
  }
  FAIL("no " << value);
  return {};
}

}  // namespace

TEST_CASE("below each exposure that is not covered stands what is proposed, or that nothing is",
          "[reports][proposals]") {
  const World world(treated_shop);
  const auto derived = world.derive(shop_service);
  CHECK_THAT(text_of(derived, Language::en),
             ContainsSubstring("Flood (flood) | Uptime   | K-2      | stated\n"
                               "-> Proposed: Keep a pump (pump) + Keep a boat (boat)\n") &&
                 ContainsSubstring("Wear (wear) | Uptime (accepted) | stated\n-> No treatment is proposed\n") &&
                 ContainsSubstring("- Holiday (holiday)\n    -> Proposed: Name somebody who stands in (cover)\n"));
  CHECK_THAT(derivation_markdown(report_of(derived), Language::ja),
             ContainsSubstring("| → 対応案：ポンプを置く（pump） + 舟を置く（boat） |  |  |  |") &&
                 ContainsSubstring("| → 対応案はない |  |  |") &&
                 ContainsSubstring("- 休暇（holiday）\n  - → 対応案：代わりを決める（cover）"));
}

TEST_CASE("each treatment is told once with its note, its reasons and what it is proposed against",
          "[reports][proposals]") {
  const World world(treated_shop);
  const auto text = text_of(world.derive(shop_service), Language::en);
  CHECK_THAT(text, ContainsSubstring("Proposed treatments (3)\n") &&
                       ContainsSubstring("- Keep a pump (pump) (exposures: 1, unreached threats: 0)\n"
                                         "    One will do.\n"
                                         "    It takes the water out. (pump/water, 1) (judged)\n") &&
                       ContainsSubstring("(exposures: 0, unreached threats: 1)\n"
                                         "    Somebody stands in. (cover treats holiday, 1) (report)\n") &&
                       !ContainsSubstring("Do nothing"));
}

TEST_CASE("a proposal for some of the properties says for which, and that for others there is none",
          "[reports][proposals]") {
  const World world(two_properties);
  const auto derived = world.derive("instances: [host]");
  CHECK_THAT(text_of(derived, Language::en), ContainsSubstring("Secrecy, Use") &&
                                                 ContainsSubstring("-> Proposed for Secrecy: Hang a curtain (curtain)\n"
                                                                   "-> No treatment is proposed for Use\n"));
  CHECK_THAT(text_of(derived, Language::ja), ContainsSubstring("→ 対応案（Secrecy）：Hang a curtain（curtain）\n"
                                                               "→ 対応案（Use）はない\n"));
}

TEST_CASE("of catalogues without treatments, and of those that trust hides, nothing is said of proposals",
          "[reports][proposals]") {
  for (const auto language : {Language::ja, Language::en}) {
    const World without(shop_catalog);
    const auto text = text_of(without.derive(shop_service), language);
    CHECK_THAT(text, !ContainsSubstring("対応案") && !ContainsSubstring("-> "));
  }
  auto hidden = treated_shop;
  hidden.replace(
      hidden.find("treatments:\n"), std::string::npos,
      "treatments: [{id: pump, basis: unverified}, {id: boat, basis: unverified}, {id: cover, basis: unverified}]\n");
  const World world(hidden);
  CHECK_THAT(text_of(world.derive(shop_service), Language::en), ContainsSubstring("-> Proposed: pump + boat"));
  CHECK_THAT(text_of(world.derive(shop_service, BasisKind::judgement), Language::en), !ContainsSubstring("-> "));
}

TEST_CASE("the first screen is the same, be anything proposed or not", "[reports][proposals]") {
  const World with(treated_shop);
  const World without(shop_catalog);
  for (const auto language : {Language::ja, Language::en}) {
    CHECK(derivation_summary(report_of(with.derive(shop_service)), language, {false, 80}) ==
          derivation_summary(report_of(without.derive(shop_service)), language, {false, 80}));
  }
}

TEST_CASE("the JSON leads from an exposure to its proposals, and from those to their reasons", "[reports][proposals]") {
  const World world(treated_shop);
  const auto json = Json::parse(derivation_json(report_of(world.derive(shop_service))));
  const auto flood = member(json.at("exposures"), "threat", "flood");
  CHECK(flood.at("status") == "control-only");
  CHECK(flood.at("treatments") == Json({"pump", "boat"}));
  CHECK(flood.at("treated_by") == Json({"pump/water"}));
  CHECK(member(json.at("exposures"), "threat", "quake").at("treatments").empty());  // which a measure covers
  CHECK(json.at("unreached") == Json({"holiday"}));
  CHECK(json.at("unreached_threats") ==
        Json::parse(R"([{"id": "holiday", "treatments": ["cover"], "treated_by": ["cover treats holiday"]}])"));
  REQUIRE(json.at("treatments").size() == 3);
  const auto pump = member(json.at("treatments"), "id", "pump");
  CHECK(pump.at("title").at("en") == "Keep a pump");
  CHECK(pump.at("note").at("ja") == "一台でよい。");
  CHECK(pump.at("exposures") == 1);
  CHECK(pump.at("unreached").empty());
  CHECK(pump.at("basis") == "stated");
  CHECK(pump.at("reasons") ==
        Json::parse(R"([{"link": "pump/water", "exposures": 1, "unreached": [], "basis": "judgement"}])"));
  CHECK(member(json.at("treatments"), "id", "cover").at("unreached") == Json({"holiday"}));
  CHECK(member(json.at("reasons"), "id", "pump/water").at("because").at("en") == "It takes the water out.");
  CHECK(member(json.at("reasons"), "id", "cover treats holiday").at("kind") == "treats");
  CHECK(json.at("coverage").at("open") == 1);
}

}  // namespace michibiki::testing
