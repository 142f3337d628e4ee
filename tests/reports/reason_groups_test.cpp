// How reasons are put together: by threat, by asset, by control.
#include "engine/explain/about.hpp"
#include "engine/explain/explanation.hpp"
#include "reports/explanation_report.hpp"

#include "tests/catch.hpp"
#include "tests/reports/sample.hpp"

namespace michibiki::testing {
namespace {

using Catch::Matchers::ContainsSubstring;

/// One measure counters a threat at two assets, is somebody's affair, and another cannot do without it.
const std::string field = R"(
properties: [{id: secrecy}]
components: [{id: server, carries: [file, note]}]
assets: [{id: file, title: {ja: ファイル, en: File}}, {id: note, title: {ja: メモ, en: Note}}]
threats: [{id: theft, title: {ja: 盗難, en: Theft}, harms: [secrecy]}]
controls: [{id: gate, title: {ja: 門, en: Gate}}]
measures: [{id: lock, title: {ja: 錠, en: Lock}}, {id: drill, title: {ja: 訓練, en: Drill}}]
stakeholders:
  - {id: staff, title: {ja: 職員, en: Staff}, always: true}
  - {id: boss, title: {ja: 長, en: Boss}, always: true}
links:
  - {id: l, kind: counters, from: lock, to: theft}
  - {id: g, kind: mitigates, from: gate, to: theft}
  - {id: o, kind: originates-from, from: lock, to: gate}
  - {id: s, kind: involves, from: staff, to: lock}
  - {id: b, kind: involves, from: boss, to: lock}
  - {id: d, kind: involves, from: staff, to: drill}
  - {id: r, kind: requires, from: drill, to: lock}
)";

std::string grouped(const std::string& measure, ReasonGroup by, Language language = Language::en) {
  const auto derived = World(field).derive("instances: [server]");
  const Workings workings{derived.view, derived.portfolio, derived.derivation};
  const auto entry = derived.catalog().find(EntryKind::measure, measure).value();
  const auto explanation = explain(workings, conclusions_about(workings, entry));
  const auto of = report_of(derived);
  ExplanationReport report{of, explanation, {entry}, measure, false, {}};
  report.extent.by = by;
  return explanation_markdown(report, language);
}

}  // namespace

TEST_CASE("who is involved is no threat and no asset: reasons without these are told apart, after the others",
          "[reports][explain]") {
  // Two assets, two who are involved, one that requires it: five reasons.
  const auto by_threat = grouped("lock", ReasonGroup::threat);
  CHECK_THAT(by_threat, ContainsSubstring("| lock is called for | 5 |"));
  CHECK_THAT(by_threat, ContainsSubstring("| Theft (theft) | 2 |\n"
                                          "| without a threat (a stakeholder is involved) | 2 |\n"
                                          "| without a threat (another measure or control requires it) | 1 |\n"));
  const auto by_asset = grouped("lock", ReasonGroup::asset);
  CHECK_THAT(by_asset, ContainsSubstring("| File (file) | 1 |\n"
                                         "| Note (note) | 1 |\n"
                                         "| without an asset (a stakeholder is involved) | 2 |\n"
                                         "| without an asset (another measure or control requires it) | 1 |\n"));
  const auto by_control = grouped("lock", ReasonGroup::control);
  CHECK_THAT(by_control,
             ContainsSubstring("| Gate (gate) | 2 |\n"
                               "| without such a control (a stakeholder is involved) | 2 |\n"
                               "| without such a control (another measure or control requires it) | 1 |\n"));
}

TEST_CASE("reasons all of which are without a threat are told so in both languages", "[reports][explain]") {
  CHECK_THAT(
      grouped("drill", ReasonGroup::threat),
      ContainsSubstring("| Threat | Reasons |\n| --- | ---: |\n| without a threat (a stakeholder is involved) | 1 |"));
  CHECK_THAT(grouped("drill", ReasonGroup::threat, Language::ja),
             ContainsSubstring("| 脅威によらない（ステークホルダが関わる） | 1 |"));
  CHECK_THAT(grouped("drill", ReasonGroup::asset, Language::ja),
             ContainsSubstring("| 情報資産によらない（ステークホルダが関わる） | 1 |"));
  CHECK_THAT(grouped("lock", ReasonGroup::control, Language::ja),
             ContainsSubstring("| 該当する管理策なし（ほかの対策項目・管理策に必要） | 1 |"));
}

}  // namespace michibiki::testing
