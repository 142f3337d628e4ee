#include "reports/derivation_json.hpp"

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/reports/sample.hpp"

namespace michibiki::testing {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Derived& derived) { return Json::parse(derivation_json(report_of(derived))); }

/// The member of a list with that id.
Json member(const Json& list, const std::string& id) {
  for (const auto& item : list) {
    if (item.at("id") == id) return item;
  }
  return nullptr;
}

Json exposure(const Json& json, const std::string& asset, const std::string& threat) {
  for (const auto& item : json.at("exposures")) {
    if (item.at("asset") == asset && item.at("threat") == threat) return item;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the JSON of a derivation keeps its contract", "[reports][json]") {
  const World world(shop_catalog);
  const auto derived = world.derive(shop_service);
  const auto text = derivation_json(report_of(derived));
  CHECK(text.ends_with("}\n"));
  CHECK(text.starts_with("{\n  \"format\": \"michibiki-derivation\",\n  \"version\": 1,\n"));
  const auto json = Json::parse(text);
  CHECK(json.at("trust") == "unverified");
  CHECK(json.at("catalogs").at(0).at("id") == "field");
  CHECK(json.at("catalogs").at(0).at("version") == "1.0.0");
  CHECK(json.at("catalogs").at(0).at("sha256").get<std::string>().size() == 64);
  CHECK(json.at("service") == Json::parse(R"({"id": "shop", "title": {"ja": "店", "en": "Shop"}, "type": "trade"})"));
  CHECK(json.at("components") == Json({"host"}));
  CHECK(json.at("assets") == Json({"box", "records"}));
  CHECK(json.at("unreached") == Json({"holiday"}));
  CHECK(json.at("stakeholders") == Json({"staff"}));
  CHECK(json.at("controls").size() == 2);
  CHECK(member(json.at("controls"), "K-2").at("exposures") == 1);
}

TEST_CASE("the pattern comes with its levels and the reason for each, down to the place in the source",
          "[reports][json]") {
  const World world(shop_catalog);
  const auto json = json_of(world.derive(shop_service));
  REQUIRE(json.at("patterns").size() == 1);
  const auto& pattern = json.at("patterns").at(0);
  CHECK(pattern.at("id") == "P2");
  CHECK(pattern.at("levels") == Json::parse(R"({"secrecy": "strict", "uptime": "calm"})"));
  REQUIRE(pattern.at("reasons").size() == 2);
  CHECK(pattern.at("reasons").at(0).at("reason") == "orders");
  CHECK(pattern.at("reasons").at(0).at("because").at("ja") == "注文を預かる");
  CHECK(pattern.at("reasons").at(0).at("stated_at").at("at") == "Table 1");
  CHECK(pattern.at("reasons").at(0).at("stated_at").at("line") == 12);
  CHECK(pattern.at("reasons").at(1).at("because").at("en") == "It keeps none.");
  CHECK(json.at("services").at(0).at("levels").at(1).at("origin") == "answers");
  CHECK(json.at("open_questions").empty());
}

TEST_CASE("an open level gives every pattern still possible and the question that decides", "[reports][json]") {
  const World world(shop_catalog);
  const auto json = json_of(world.derive(open_shop));
  CHECK(json.at("patterns").size() == 2);
  REQUIRE(json.at("open_questions").size() == 1);
  CHECK(json.at("open_questions").at(0).at("id") == "keeps-names");
  CHECK(json.at("open_questions").at(0).at("properties") == Json({"uptime"}));
  const auto levels = member(json.at("measures"), "M-1").at("levels");
  REQUIRE(levels.size() == 4);
  CHECK(levels.at(0).at("alternative") == true);
  CHECK(levels.at(0).at("pattern") == "P1");
  CHECK(levels.at(1).at("pattern") == "P2");
}

TEST_CASE("every exposure says what stands against it", "[reports][json]") {
  const World world(shop_catalog);
  const auto json = json_of(world.derive(shop_service));
  const auto spying = exposure(json, "records", "spying");
  CHECK(spying.at("instance") == "host");
  CHECK(spying.at("property") == "secrecy");
  CHECK(spying.at("status") == "covered");
  CHECK(spying.at("basis") == "stated");
  CHECK(spying.at("depth") == 1);
  CHECK(spying.at("indispensable") == Json({"M-1"}));
  CHECK(spying.at("controls") == Json({"K-1"}));
  CHECK(spying.at("measures") == Json({"M-1"}));
  CHECK(spying.at("accepted").is_null());
  CHECK(exposure(json, "box", "flood").at("status") == "control-only");
  CHECK(exposure(json, "box", "wear").at("status") == "uncovered");
  CHECK(exposure(json, "box", "wear").at("accepted") ==
        Json::parse(R"({"service": "shop", "reason": {"ja": "交換する。", "en": "It will be replaced."},
                        "by": "The owner", "on": "2026-11-22"})"));
}

TEST_CASE("a measure comes with class, chapter, reasons, obligations and values, each with its basis",
          "[reports][json]") {
  const World world(shop_catalog);
  const auto json = json_of(world.derive(shop_service));
  const auto first = member(json.at("measures"), "M-1");
  CHECK(first.at("class") == "first");
  CHECK(first.at("chapter") == "T1");
  CHECK(first.at("exposures") == 1);
  CHECK(
      first.at("basis") ==
      Json::parse(
          R"({"selection": "judgement", "entry": "stated", "number": "unverified", "title": {"ja": "stated", "en": "stated"},
                        "class": "unverified"})"));
  REQUIRE(first.at("reasons").size() == 1);
  CHECK(first.at("reasons").at(0).at("link") == "M-1/spying");
  CHECK(first.at("reasons").at(0).at("exposures") == 1);
  CHECK(first.at("reasons").at(0).at("basis") == "judgement");
  CHECK(first.at("reasons").at(0).at("because").at("en") == "What cannot be read does not leak.");
  const auto& value = first.at("levels").at(0);
  CHECK(value.at("indicator") == "a");
  CHECK(value.at("pattern") == "P2");
  CHECK(value.at("value") == "3 day");
  CHECK(value.at("starred") == false);
  CHECK(value.at("text").at("en") == "3 days after the last change");
  CHECK(value.at("basis") == "unverified");
  CHECK(value.at("shared_by") == Json({"shop"}));
  CHECK(first.at("levels").at(1).at("value") == "-");
  const auto trained = member(json.at("measures"), "M-3");
  CHECK(trained.at("exposures") == 0);
  CHECK(trained.at("obligations").at(0).at("stakeholder") == "staff");
  CHECK(trained.at("obligations").at(0).at("role") == "acts");
}

TEST_CASE("with more trust asked for, what is unverified becomes unknown and the measure stays", "[reports][json]") {
  const World world(shop_catalog);
  const auto json = json_of(world.derive(shop_service, BasisKind::judgement));
  CHECK(json.at("trust") == "judgement");
  const auto first = member(json.at("measures"), "M-1");
  CHECK(first.at("class") == "unknown");
  CHECK(first.at("levels").at(0).at("value") == "unknown");
  CHECK(first.at("levels").at(0).at("withheld") == true);
  CHECK(first.at("levels").at(1).at("value") == "-");
  CHECK(first.at("levels").at(1).at("withheld") == false);
}

TEST_CASE("the totals of the coverage add up", "[reports][json]") {
  const World world(shop_catalog);
  const auto json = json_of(world.derive(shop_service));
  const auto& coverage = json.at("coverage");
  const auto count = [&](const char* key) { return coverage.at(key).get<std::size_t>(); };
  CHECK(count("covered") + count("control_only") + count("uncovered") == count("exposures"));
  CHECK(count("accepted") + count("open") == count("control_only") + count("uncovered"));
  CHECK(count("exposures") == json.at("exposures").size());
  std::map<std::string, std::size_t> by_status;
  for (const auto& item : json.at("exposures")) ++by_status[item.at("status").get<std::string>()];
  CHECK(by_status["covered"] == count("covered"));
  CHECK(by_status["control-only"] == count("control_only"));
  CHECK(by_status["uncovered"] == count("uncovered"));
}

TEST_CASE("what the guideline leaves out is told with the exclusion that says so", "[reports][json]") {
  const World world(shop_catalog);
  const auto json = json_of(world.derive(shop_service));
  REQUIRE(json.at("out_of_scope").size() == 1);
  CHECK(json.at("out_of_scope").at(0).at("instance") == "tablet");
  CHECK(json.at("out_of_scope").at(0).at("type") == "kiosk");
  CHECK(json.at("out_of_scope").at(0).at("operator") == "guests");
  CHECK(json.at("out_of_scope").at(0).at("exclusion") == "not-ours");
}

TEST_CASE("components of two services with one id are told apart", "[reports][json]") {
  const World world(shop_catalog);
  const auto json = json_of(world.derive(R"(
id: mall
shared: [{id: kiosk, type: kiosk}]
services:
  - {id: north, levels: {secrecy: strict, uptime: strict}, instances: [host], uses: [kiosk]}
  - {id: south, levels: {secrecy: strict, uptime: calm}, instances: [host], uses: [kiosk]}
)"));
  CHECK(json.at("components") == Json({"north/host", "south/host", "kiosk"}));
  CHECK(json.at("service").at("type").is_null());
  CHECK(json.at("patterns").size() == 2);
  CHECK(json.at("patterns").at(1).at("service") == "south");
  CHECK(json.at("instances").at(2).at("used_by") == Json({"north", "south"}));
}

TEST_CASE("a catalogue of another shape has the same keys", "[reports][json]") {
  const World world("threats: [{id: t}]\ncontrols: [{id: c}]\nlinks: [{kind: mitigates, from: c, to: t}]\n");
  const auto json = json_of(world.derive(""));
  CHECK(json.at("patterns").empty());
  CHECK(json.at("assets").empty());
  CHECK(json.at("measures").empty());
  REQUIRE(json.at("exposures").size() == 1);
  CHECK(json.at("exposures").at(0).at("asset").is_null());
  CHECK(json.at("exposures").at(0).at("property").is_null());
  CHECK(json.at("exposures").at(0).at("status") == "covered");
  const World full(shop_catalog);
  const auto other = json_of(full.derive(shop_service));
  std::vector<std::string> keys;
  for (const auto& item : other.items()) keys.push_back(item.key());
  std::vector<std::string> these;
  for (const auto& item : json.items()) these.push_back(item.key());
  CHECK(these == keys);
}

TEST_CASE("an exposure, a control and a measure lead to statements that are told once, with reason and line",
          "[reports][json]") {
  const World world(shop_catalog);
  const auto json = json_of(world.derive(shop_service));
  const auto spying = exposure(json, "records", "spying");
  CHECK(spying.at("reasons") == Json({"spying harms secrecy", "host carries records", "spying works-by copying",
                                      "copying acts-on data secrecy", "records has-nature data"}));
  CHECK(spying.at("answered_by") == Json({"M-1/spying", "K-1/spying"}));
  const auto link = member(json.at("reasons"), "M-1/spying");
  CHECK(link.at("kind") == "counters");
  CHECK(link.at("because").at("en") == "What cannot be read does not leak.");
  CHECK(link.at("basis") == "judgement");
  CHECK(link.at("at").get<std::string>().starts_with("field/"));
  CHECK(member(json.at("reasons"), "spying harms secrecy").at("source") == "report");
  CHECK(member(json.at("controls"), "K-1").at("reasons").at(0) ==
        Json::parse(R"({"link": "K-1/spying", "exposures": 1, "basis": "stated"})"));
  CHECK(member(json.at("measures"), "M-1").at("placement").at("at").get<std::string>().starts_with("field/"));
}

TEST_CASE("titles of any kind are only texts in JSON", "[reports][json]") {
  const World world("threats: [{id: t, title: '\"}], \"forged\": [{\"'}]\n");
  const auto derived = world.derive("title: '</script><script>\\'");
  const auto json = json_of(derived);
  CHECK_FALSE(json.contains("forged"));
  CHECK(json.at("service").at("title").at("en") == "</script><script>\\");
}

TEST_CASE("the same derivation gives the same bytes", "[reports][json]") {
  const World world(shop_catalog);
  const World again(shop_catalog);
  const auto first = derivation_json(report_of(world.derive(shop_service)));
  CHECK(derivation_json(report_of(again.derive(shop_service))) == first);
}

}  // namespace michibiki::testing
