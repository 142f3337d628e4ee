#include "reports/derivation_text.hpp"

#include <algorithm>
#include <sstream>

#include "model/text.hpp"
#include "reports/derivation_markdown.hpp"
#include "reports/digest.hpp"
#include "reports/summary.hpp"
#include "reports/text_page.hpp"

#include "tests/catch.hpp"
#include "tests/reports/sample.hpp"

namespace michibiki::testing {
namespace {

using Catch::Matchers::ContainsSubstring;

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
        "種別          通信販売（trade）\n"
        "パターン      型2\n"
        "秘匿性        高：注文を預かる〔report Table 1、12行〕\n"
        "稼働性        低（注1）：預からない。〔report〕\n"
        "突合結果      4件 = 対策あり 2 + 管理策のみ 1 + 対策なし 1（単一の対策に依存 2）\n"
        "              残り 2件 = 受容 1 + 未対応 1\n"
        "対策なし      1件：摩耗（1）\n"
        "管理策のみ    1件：洪水（1）\n"
        "届かない脅威  1件：休暇\n"
        "対策項目      3件（基本 2、推奨 1）、章ごとに(基本+推奨)\n"
        "              T 技術(1+0)：T1(1+0)\n"
        "              O 組織(1+0)：O1(1+0)\n"
        "              章の決まらない対策項目(0+1)\n"
        "注1           重要でないという意味ではない。\n"
        "カタログ      field 1.0.0\n");
  CHECK(draw_text(summary(report_of(derived), Language::en, {}), {false, 90}) ==
        "Derivation of Shop (shop)\n"
        "=========================\n"
        "Type               Mail order (trade)\n"
        "Pattern            Kind 2\n"
        "Secrecy            high: It keeps orders (report Table 1, line 12)\n"
        "Uptime             low (note 1): It keeps none. (report)\n"
        "Exposures          4 = covered 2 + control-only 1 + uncovered 1 (single point 2)\n"
        "                   the rest: 2 = accepted 1 + open 1\n"
        "Uncovered          1: Wear (1)\n"
        "Control-only       1: Flood (1)\n"
        "Unreached threats  1: Holiday\n"
        "Measures           3 (basic 2, recommended 1); per chapter (basic+recommended)\n"
        "                   T Technical (1+0): T1(1+0)\n"
        "                   O Organisation (1+0): O1(1+0)\n"
        "                   Measures without a chapter (0+1)\n"
        "Note 1             This does not mean unimportant.\n"
        "Catalogues         field 1.0.0\n");
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
  CHECK_THAT(summary_of(ja),
             ContainsSubstring("ありうるパターン  型1（秘匿性 高・稼働性 高）、型2（秘匿性 高・稼働性 低）"));
  CHECK_THAT(summary_of(ja), ContainsSubstring("決め手となる問い  名前を預かりますか。"));
  CHECK_THAT(summary_of(ja), ContainsSubstring("稼働性            高・低（注1）のいずれか：まだ決まらない"));
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
  CHECK_THAT(text, ContainsSubstring("その番号、区分、値が未確認である"));
  const auto trusted = text_of(world.derive(shop_service, BasisKind::judgement), Language::ja, 120);
  CHECK_THAT(line_with(trusted, "a. 鍵の更新"), ContainsSubstring("| 未確認"));
  CHECK_THAT(trusted, ContainsSubstring("M-1? | 未確認"));
  CHECK_THAT(line_with(trusted, "b. 確認の頻度"), ContainsSubstring("| 任意"));
}

TEST_CASE("each measure says why it is there, and whose word that is", "[reports][text]") {
  const World world(shop_catalog);
  const auto text = text_of(world.derive(shop_service), Language::ja, 120);
  CHECK_THAT(text, ContainsSubstring("- M-1? 暗号化（対抗する突合結果 1件、関わる性質：秘匿性）\n"
                                     "    〔判断〕読めないものは漏れない。（M-1/spying、1件）\n"));
  CHECK_THAT(text, ContainsSubstring("〔出典〕従業員（実施する）：人が行う。"));
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
  CHECK(markdown.starts_with("# Derivation of Shop (shop)\n\n- **Type** Mail order (trade)\n- **Pattern** Kind 2\n"));
  CHECK_THAT(markdown, ContainsSubstring("\n### T1 Data (1: basic 1)\n\n"
                                         "| Id | Class | Topic and indicators | Reference value |\n"
                                         "| --- | --- | --- | --- |\n"
                                         "| M-1? | basic? | Encryption |  |\n"
                                         "|  |  | a. Change of keys | 3 days after the last change ? |\n"
                                         "|  |  | b. Checks | free |\n"));
}

}  // namespace michibiki::testing
