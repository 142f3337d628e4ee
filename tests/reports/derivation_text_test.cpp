#include "reports/derivation_text.hpp"

#include <algorithm>
#include <sstream>

#include <nlohmann/json.hpp>

#include "model/text.hpp"
#include "reports/derivation_json.hpp"
#include "reports/derivation_markdown.hpp"
#include "reports/digest.hpp"
#include "reports/summary.hpp"
#include "reports/text_page.hpp"

#include "tests/catch.hpp"
#include "tests/reports/sample.hpp"

namespace michibiki::testing {
namespace {

using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

std::string text_of(const Derived& derived, Language language, std::size_t width = 80) {
  return derivation_text(report_of(derived), language, {false, width});
}

Strings lines_of(const std::string& text) {
  std::istringstream stream(text);
  Strings lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// What comes before the first heading of a section.
std::string summary_of(const std::string& text) {
  const auto lines = lines_of(text);
  std::string summary;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (i > 2 && !lines[i + 1].empty() && lines[i + 1].find_first_not_of('-') == std::string::npos) break;
    summary += lines[i] + '\n';
  }
  return summary;
}

/// The first line in which that stands.
std::string line_with(const std::string& text, const std::string& part) {
  for (const auto& line : lines_of(text)) {
    if (line.find(part) != std::string::npos) return line;
  }
  return {};
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

const auto languages = {Language::ja, Language::en};

}  // namespace

TEST_CASE("the summary says pattern and why, coverage, what is open and what each chapter asks", "[reports][text]") {
  const World world(shop_catalog);
  const auto derived = world.derive(shop_service);
  CHECK(draw_text(summary(report_of(derived), Language::ja, {}), {false, 80}) ==
        "店（shop）の導出結果\n"
        "====================\n"
        "パターン      型2（P2）　種別：通信販売\n"
        "              秘匿性 高：注文を預かる\n"
        "              稼働性 低（注1）：預からない\n"
        "突合結果      4件（資産×脅威×性質）：対策あり 2、管理策のみ 1、対策なし 1\n"
        "手当てなし    2件（受容 1、未対応 1）。単一の対策に依存 2件\n"
        "対策なし      1件（脅威 1種）：摩耗（1）\n"
        "管理策のみ    1件（脅威 1種）：洪水（1）\n"
        "届かない脅威  1件：休暇\n"
        "対策項目      3件（基本 2、推奨 1）\n"
        "章            T   T1  O  O1  章なし\n"
        "基本          1    1  1   1       0\n"
        "推奨          0    0  0   0       1\n"
        "対策参照値  1/1  1/1\n"
        "対策参照値    確認済 1/未確認 1。確認済は M-1.b：任意\n"
        "次に          未対応1件の対策か受容、値1件の確認\n"
        "注1           重要でないという意味ではない。\n");
  CHECK(draw_text(summary(report_of(derived), Language::en, {}), {false, 90}) ==
        "Derivation of Shop (shop)\n"
        "=========================\n"
        "Pattern       Kind 2 (P2). Type: Mail order\n"
        "              Secrecy high: It keeps orders\n"
        "              Uptime low (note 1): It keeps none\n"
        "Exposures     4: covered 2, control-only 1, uncovered 1\n"
        "Not covered   2 (accepted 1, open 1). Covered by a single measure: 2\n"
        "Uncovered     1 (from 1 threat): Wear (1)\n"
        "Control-only  1 (from 1 threat): Flood (1)\n"
        "Unreached     1: Holiday\n"
        "Measures      3 (basic 2, recommended 1)\n"
        "Chapter        T   T1  O  O1  none\n"
        "basic          1    1  1   1     0\n"
        "recommended    0    0  0   0     1\n"
        "Values       1/1  1/1\n"
        "Values        1 confirmed/1 unverified. Confirmed: M-1.b: free\n"
        "Next          meet or accept 1 exposure; check 1 value\n"
        "Note 1        This does not mean unimportant.\n");
}

TEST_CASE("the summary fits a screen, however much there is to say", "[reports][text]") {
  std::string catalog = shop_catalog;
  std::string threats = "\nthreats:\n";
  for (int i = 0; i < 60; ++i) {
    threats += "  - {id: t" + std::to_string(i) + ", title: {ja: とても長い名前を持つ脅威の例その" + std::to_string(i) +
               ", en: A threat with quite a long name number " + std::to_string(i) +
               "}, harms: [uptime], mechanisms: [" + (i % 2 == 0 ? "breaking" : "leaving") + "]}\n";
  }
  catalog.replace(catalog.find("\nthreats:\n"), 10, threats);
  const World world(catalog);
  for (const auto& service : {shop_service, open_shop}) {
    const auto derived = world.derive(service);
    for (const auto language : languages) {
      const auto summary = summary_of(text_of(derived, language));
      INFO(summary);
      CHECK(std::ranges::count(summary, '\n') <= 24);
      CHECK(summary.find("...") == std::string::npos);
      for (const auto& line : lines_of(summary)) CHECK(display_width(line) <= 80);
    }
  }
}

TEST_CASE("no line is wider than the terminal", "[reports][text]") {
  const World world(shop_catalog);
  const auto derived = world.derive(shop_service);
  for (const auto language : languages) {
    for (const std::size_t width : {80U, 100U, 132U}) {
      for (const auto& line : lines_of(text_of(derived, language, width))) {
        INFO(line);
        CHECK(display_width(line) <= width);
        CHECK((line.empty() || line.back() != ' '));
      }
    }
  }
}

TEST_CASE("an open pattern: every one still possible, the question that decides, a value for each", "[reports][text]") {
  const World world(shop_catalog);
  const auto derived = world.derive(open_shop);
  const auto ja = text_of(derived, Language::ja);
  CHECK_THAT(summary_of(ja), ContainsSubstring("パターン      型1（P1）・型2（P2）のいずれか（未定）　種別：通信販売"));
  CHECK_THAT(summary_of(ja), ContainsSubstring("決め手        名前を預かりますか。"));
  CHECK_THAT(summary_of(ja), ContainsSubstring("稼働性 高・低（注1）のいずれか：まだ決まらない"));
  const auto wide = text_of(derived, Language::en, 200);
  CHECK_THAT(wide,
             ContainsSubstring("Kind 1: within 24 h after the last change *, Kind 2: 3 days after the last change ?"));
  CHECK_THAT(wide, ContainsSubstring("Does it keep names? (keeps-names)"));
}

TEST_CASE("low is never shown without its note, and the note is there once", "[reports][text]") {
  const World world(shop_catalog);
  for (const auto& service : {shop_service, open_shop}) {
    const auto derived = world.derive(service);
    CHECK(times(text_of(derived, Language::ja), "重要でないという意味ではない。") == 1);
    CHECK(times(text_of(derived, Language::en), "This does not mean unimportant.") == 1);
    CHECK(times(derivation_markdown(report_of(derived), Language::ja), "重要でないという意味ではない。") == 1);
  }
  const auto strict = world.derive("id: s\nlevels: {secrecy: strict, uptime: strict}\ninstances: [host]\n");
  CHECK(times(text_of(strict, Language::ja), "重要でないという意味ではない。") == 0);
}

TEST_CASE("values: starred, free, unverified and withheld ones read differently, and the legend tells them",
          "[reports][text]") {
  const World world(shop_catalog);
  const auto text = text_of(world.derive(shop_service), Language::ja, 120);
  CHECK_THAT(text, ContainsSubstring("M-1?"));
  CHECK_THAT(text, ContainsSubstring("基本?"));
  CHECK_THAT(text, ContainsSubstring("前回の更新から3日?"));
  CHECK_THAT(line_with(text, "b. 確認の頻度"), ContainsSubstring("| 任意"));
  CHECK_THAT(text, ContainsSubstring("その番号、題名、区分、値が未確認である"));
  const auto trusted = text_of(world.derive(shop_service, BasisKind::judgement), Language::ja, 120);
  CHECK_THAT(line_with(trusted, "a. 鍵の更新"), ContainsSubstring("| 非表示"));
  CHECK_THAT(trusted, ContainsSubstring("M-1? | 非表示"));
  CHECK_THAT(summary_of(trusted), ContainsSubstring("区分非表示 1"));
  CHECK_THAT(summary_of(trusted), ContainsSubstring("確認済 1/非表示 1"));
  CHECK_THAT(line_with(trusted, "b. 確認の頻度"), ContainsSubstring("| 任意"));
}

TEST_CASE("each measure says why it is there, and whose word that is", "[reports][text]") {
  const World world(shop_catalog);
  const auto text = text_of(world.derive(shop_service), Language::ja, 120);
  CHECK_THAT(text, ContainsSubstring("- M-1? 暗号化（対抗する突合結果 1件、関わる性質：秘匿性）\n"
                                     "    読めないものは漏れない。（M-1/spying、1件）〔判断〕\n"));
  CHECK_THAT(text, ContainsSubstring("従業員（実施する）：人が行う。〔report〕"));
  CHECK(text.find("〔出典〕従業員") == std::string::npos);
}

TEST_CASE("a level for which the table of service types prints no reason says so", "[reports][text]") {
  auto catalog = shop_catalog;
  const std::string printed = "reason: orders, ";
  catalog.erase(catalog.find(printed), printed.size());
  const World world(catalog);
  const auto derived = world.derive(shop_service);
  CHECK_THAT(text_of(derived, Language::ja, 120), ContainsSubstring("秘匿性 高：理由の印刷はない"));
  CHECK_THAT(text_of(derived, Language::en, 120), ContainsSubstring("Secrecy high: no reason is printed"));
}

TEST_CASE("a title that nothing confirms is marked, in the language that nothing confirms it in", "[reports][text]") {
  auto catalog = shop_catalog;
  const std::string title = "{ja: 教育, en: Training}";
  catalog.replace(catalog.find(title), title.size(), "{ja: 教育, en: {is: Training, basis: unverified}}");
  const World world(catalog);
  const auto derived = world.derive(shop_service);
  CHECK_THAT(text_of(derived, Language::en, 120), ContainsSubstring("Training?"));
  CHECK(text_of(derived, Language::ja, 120).find("教育?") == std::string::npos);
  CHECK_THAT(derivation_markdown(report_of(derived), Language::en), ContainsSubstring("| Training? |"));
}

TEST_CASE("a measure printed in another chapter than the one derived says so", "[reports][text]") {
  auto catalog = shop_catalog;
  const std::string number = "number: {is: M-1, basis: unverified}";
  catalog.replace(catalog.find(number), number.size(), "number: {is: O1.7, basis: {stated: report}}");
  const World world(catalog);
  const auto derived = world.derive(shop_service);
  CHECK_THAT(text_of(derived, Language::ja, 120), ContainsSubstring("暗号化（掲載は O1）"));
  CHECK_THAT(text_of(derived, Language::en, 120), ContainsSubstring("Encryption (printed in O1)"));
}

TEST_CASE("who counters together with many is told once", "[reports][text]") {
  std::string measures;
  std::string from;
  for (int i = 0; i < 40; ++i) {
    measures += (i == 0 ? "" : ", ") + ("{id: m" + std::to_string(i) + "}");
    from += (i == 0 ? "m" : ", m") + std::to_string(i);
  }
  const World world("threats: [{id: t}]\nmeasures: [" + measures + "]\nlinks: [{id: all, kind: counters, from: [" +
                    from + "], to: t, because: together}]\n");
  const auto text = text_of(world.derive(""), Language::en, 200);
  CHECK(times(text, "m20, m21") == 1);
  CHECK(times(text, "together with the 40 measures named at m0") == 39);
}

TEST_CASE("the counts of the text add up", "[reports][text]") {
  const World world(shop_catalog);
  const auto derived = world.derive(shop_service);
  const auto report = report_of(derived);
  const auto digests = digest_measures(report);
  CHECK(count_exposures(report).total() == derived.exposures().size());
  CHECK(count_measures(digests).total() == derived.measures().size());
  CHECK(count_classes(report, digests).total() == derived.measures().size());
  CHECK(count_values(report).total() == derived.values().size());
  std::size_t grouped = 0;
  for (const auto& group : group_exposures(report, [](const ExposureCoverage&) { return true; }))
    grouped += group.exposures.size();
  CHECK(grouped == derived.exposures().size());
}

TEST_CASE("accepted exposures are shown with reason, name and date", "[reports][text]") {
  const World world(shop_catalog);
  const auto text = text_of(world.derive(shop_service), Language::en, 120);
  CHECK_THAT(text, ContainsSubstring("Accepted exposures (1)"));
  CHECK_THAT(text, ContainsSubstring("It will be replaced."));
  CHECK_THAT(text, ContainsSubstring("The owner"));
  CHECK_THAT(text, ContainsSubstring("2026-11-22"));
}

TEST_CASE("catalogues of other shapes give reports without empty or broken sections", "[reports][text]") {
  const Strings catalogs = {
      "threats: [{id: t}]\n",
      "threats: [{id: t}]\ncontrols: [{id: c}]\nlinks: [{kind: mitigates, from: c, to: t}]\n",
      "properties: [{id: p}]\nthreats: [{id: t, harms: [p]}]\nmeasures: [{id: m}]\nlinks: [{kind: counters, from: m, to: t}]\n",
      "controls: [{id: c}]\n",
      "measures: [{id: m}]\n",
  };
  for (const auto& sections : catalogs) {
    const World world(sections);
    const auto derived = world.derive("");
    for (const auto language : languages) {
      const auto text = text_of(derived, language);
      const auto markdown = derivation_markdown(report_of(derived), language);
      INFO(text);
      CHECK(text.find("()") == std::string::npos);
      CHECK(text.find("（）") == std::string::npos);
      const auto lines = lines_of(text);
      // A heading's rule is followed by something.
      for (std::size_t i = 1; i < lines.size(); ++i) {
        const bool rule = !lines[i].empty() && lines[i].find_first_not_of('-') == std::string::npos;
        if (rule) CHECK((i + 1 < lines.size() && !lines[i + 1].empty()));
      }
      CHECK(markdown.find("\n\n\n") == std::string::npos);
    }
  }
}

TEST_CASE("hostile titles stay within their place in text and Markdown", "[reports][text]") {
  std::string catalog = shop_catalog;
  const std::string hostile = "'| a | `<script>` [x](http://y) **b** # \\'";
  for (const auto* title : {"盗み見", "暗号化", "サーバ", "記録", "データ", "従業員"}) {
    catalog.replace(catalog.find(title), std::string(title).size(), hostile);
  }
  const World world(catalog);
  const auto derived = world.derive(shop_service);
  const auto markdown = derivation_markdown(report_of(derived), Language::ja);
  CHECK(markdown.find("<script>") == std::string::npos);
  CHECK(markdown.find("[x](") == std::string::npos);
  std::size_t cells = 0;
  for (const auto& line : lines_of(markdown)) {
    if (!line.starts_with("|")) {
      cells = 0;
      continue;
    }
    std::size_t here = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\\')
        ++i;
      else if (line[i] == '|')
        ++here;
    }
    INFO(line);
    if (cells != 0) CHECK(here == cells);
    cells = here;
  }
  for (const auto& line : lines_of(text_of(derived, Language::ja))) CHECK(display_width(line) <= 80);
}

TEST_CASE("the same derivation gives the same text and Markdown", "[reports][text]") {
  const World world(shop_catalog);
  const World again(shop_catalog);
  for (const auto language : languages) {
    const auto one = world.derive(shop_service);
    const auto other = again.derive(shop_service);
    CHECK(text_of(one, language) == text_of(other, language));
    CHECK(derivation_markdown(report_of(one), language) == derivation_markdown(report_of(other), language));
  }
}

TEST_CASE("Markdown has a heading for each part and a table for each chapter", "[reports][markdown]") {
  const World world(shop_catalog);
  const auto markdown = derivation_markdown(report_of(world.derive(shop_service)), Language::en);
  CHECK(markdown.starts_with("# Derivation of Shop (shop)\n\n- **Pattern** Kind 2 (P2). Type: Mail order\n"));
  CHECK_THAT(markdown, ContainsSubstring("\n### T1 Data (1: basic 1)\n\n"
                                         "| Id | Class | Topic and indicators | Reference value |\n"
                                         "| --- | --- | --- | --- |\n"
                                         "| M-1? | basic? | Encryption |  |\n"
                                         "|  |  | a. Change of keys | 3 days after the last change ? |\n"
                                         "|  |  | b. Checks | free |\n"));
}

TEST_CASE("a value beside a hidden pattern is shown as one of several, and counts as none that is confirmed",
          "[reports][text]") {
  const World world(R"(
levels: [{id: mid}, {id: high}]
properties: [{id: p, levels: [mid, high]}]
patterns: [{id: B, levels: {p: mid}}, {id: C, levels: {p: high}, basis: {judgement: ours}}]
service-types: [{id: open, levels: {p: open}}]
units: [{id: h}]
components: [{id: c, carries: [a]}]
assets: [{id: a}]
threats: [{id: t, harms: [p]}]
measures: [{id: g, indicators: [{key: k, title: Delay, stricter: lower, values: {B: 1 h, C: 48 h}}]}]
links: [{kind: counters, from: g, to: t}]
)");
  const std::string service = "type: open\ninstances: [c]";
  const auto text = text_of(world.derive(service, BasisKind::stated), Language::en, 200);
  CHECK_THAT(line_with(text, "k. Delay"), ContainsSubstring("B: 1 h (a withheld pattern may ask for another)"));
  CHECK_THAT(line_with(text, "Values "), ContainsSubstring("1 withheld") && !ContainsSubstring("confirmed"));
  const auto ja = text_of(world.derive(service, BasisKind::stated), Language::ja, 200);
  CHECK_THAT(ja, ContainsSubstring("B：1h（非表示のパターンでは異なりうる）"));
  // Nothing is hidden: both values, each as it is.
  CHECK_THAT(line_with(text_of(world.derive(service), Language::en, 200), "k. Delay"),
             ContainsSubstring("B: 1 h, C: 48 h"));
}

TEST_CASE("what is remarked about a withheld value or class is withheld too", "[reports][text]") {
  const World world(R"(
levels: [{id: low}]
properties: [{id: p, levels: [low]}]
patterns: [{id: A, levels: {p: low}}]
classes: [{id: basic, title: Basic}]
components: [{id: c, carries: [a]}]
assets: [{id: a}]
threats: [{id: t, harms: [p]}]
measures:
  - id: g
    class: {is: basic, basis: {judgement: it must be of the basic ones}}
    indicators: [{key: k, values: {A: {is: done, basis: {judgement: it must be done at once}}}}]
links: [{kind: counters, from: g, to: t}]
)");
  const auto forms = [&](BasisKind trust) {
    const auto derived = world.derive("instances: [c]", trust);
    return Strings{derivation_text(report_of(derived), Language::en, {false, 200}, Detail::full),
                   derivation_markdown(report_of(derived), Language::en), derivation_json(report_of(derived))};
  };
  for (const auto& shown : forms(BasisKind::judgement))
    CHECK_THAT(shown, ContainsSubstring("be done at once") && ContainsSubstring("of the basic ones"));
  for (const auto& hidden : forms(BasisKind::stated))
    CHECK_THAT(hidden, !ContainsSubstring("be done at once") && !ContainsSubstring("of the basic ones"));
}

TEST_CASE("an obligation less firm than its link says so", "[reports][text]") {
  const World world(R"(
threats: [{id: t}]
stakeholders: [{id: staff, title: Staff, always: {is: true, basis: unverified}}]
measures: [{id: g}]
links: [{kind: involves, from: staff, to: g, because: People do it.}]
)");
  const auto derived = world.derive("");
  CHECK_THAT(line_with(text_of(derived, Language::en, 200), "People do it."),
             ContainsSubstring("Staff: People do it. (report) (unverified with all it rests on)"));
  CHECK(Json::parse(derivation_json(report_of(derived))).at("measures").at(0).at("obligations").at(0).at("basis") ==
        "unverified");
}

TEST_CASE("where there are no patterns no answer is asked for, as nothing hangs on it", "[reports][text]") {
  const auto summary_with = [](const std::string& patterns) {
    const World world(R"(
levels: [{id: low}, {id: high}]
properties: [{id: p, levels: [low, high]}]
questions: [{id: q, title: "Is it so?"}]
level-criteria: [{property: p, rules: [{when: {q: true}, then: high}, {then: low}]}]
components: [{id: c, carries: [a]}]
assets: [{id: a}]
threats: [{id: t, harms: [p]}]
measures: [{id: g}]
links: [{kind: counters, from: g, to: t}]
)" + patterns);
    return summary_of(text_of(world.derive("instances: [c]"), Language::en));
  };
  CHECK_THAT(summary_with(""), !ContainsSubstring("Next") && !ContainsSubstring("Decides"));
  CHECK_THAT(summary_with("patterns: [{id: A, levels: {p: low}}, {id: B, levels: {p: high}}]\n"),
             ContainsSubstring("answer the question") && ContainsSubstring("Is it so?"));
}

}  // namespace michibiki::testing
