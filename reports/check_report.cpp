#include "reports/check_report.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

#include "engine/called_for.hpp"
#include "reports/check_words.hpp"
#include "reports/clipped_page.hpp"
#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/page.hpp"
#include "reports/reason_words.hpp"
#include "reports/statement_text.hpp"
#include "reports/text_page.hpp"
#include "reports/tones.hpp"

namespace michibiki {
namespace {

constexpr Words title{"カタログの検査結果", "Check of the catalogues"};
constexpr Words checked{"検査したカタログ", "Checked"};
constexpr Words read_with{"併せて読んだもの", "Read with them"};
constexpr Words figures_read{"公表された図", "Published figures"};
constexpr Words figures_line{"{} {}（{}件、読めることだけを確かめた）", "{} {} ({} figures, only seen to be readable)"};
constexpr Words found{"指摘", "Findings"};
constexpr Words found_line{"誤り {}件、警告 {}件、参考 {}件", "{} errors, {} warnings, {} notes"};
constexpr Words kind{"種類", "Kind"};
constexpr Words severity_title{"重さ", "Severity"};
constexpr Words findings_by_kind{"種類別の指摘", "Findings by kind"};
constexpr Words nothing_found{"指摘はない。", "Nothing was found."};
constexpr Words nothing_holds{
    "検査の対象となる事実がない（空のカタログか、すべてが除かれた）。これは「問題なし」ではない。",
    "There is nothing to check: the catalogues are empty, or everything is filtered out. That is not \"all clear\"."};
constexpr Words coverage_title{"システム事例ごとの対策状況", "Coverage by system case"};
constexpr Words coverage_note{"パターンは値を選び、対策を選ばないため、対策状況はどのパターンでも同じである。",
                              "Patterns select values, never measures: coverage is the same for every pattern."};
constexpr Words coverage_by_pattern_note{
    "パターンによって求められる対策・管理策が異なるため、対策状況はパターンごとに示す。",
    "Patterns select measures or controls here: coverage is shown for each pattern."};
constexpr Words coverage_open_note{
    "パターンによって求められる対策・管理策が異なる。どのパターンも非表示であるため、すべてのパターンで求められるもののみを数える。",
    "Patterns select measures or controls, and all patterns are withheld: only what every pattern calls for counts."};
constexpr Words system_case{"システム事例", "System case"};
constexpr Words unreached_column{"未到達", "unreached"};
constexpr Words single_column{"単一依存", "single point"};
constexpr Words columns_note{
    "「単一依存」は単一の対策に依存する突合結果、「未到達」は届かない脅威の数。突合結果は情報資産、それに及ぶ脅威、損なわれる性質の組をいう。",
    "An exposure is one asset, one threat that reaches it and one property that is harmed; unreached counts threats."};
constexpr Words all_components{"すべての構成要素", "all component types"};
constexpr Words lone_title{"一つの判断が支えるもの", "What a single judgement carries"};
constexpr Words lone_line{
    "求められる対策項目・管理策{1}件のうち{0}件は、一つの判断（又は未確認の記述）を除くだけで、求められなくなる（すべての構成要素をもつ場合）。",
    "{} of {} measures and controls would not be called for without one single judged or unverified statement (in a system with every "
    "component)."};
constexpr Words lone_exposures_line{
    "突合結果{1}件のうち{0}件は、一つの判断（又は未確認の記述）を除くだけで、成り立たなくなる。",
    "{} of {} exposures would not be there without one single judged or unverified statement."};
constexpr Words lone_others_line{"ほかに、一つの判断（又は未確認の記述）を除くだけで、決まらなくなるか変わるもの：{}。",
                                 "One single judged or unverified statement also decides {}."};
constexpr Words lone_several_line{"次の表は、そのうち二つ以上を支える記述である。",
                                  "The table has the statements that carry several of these."};
constexpr Words lone_part{"{2}{1}件のうち{0}件", "{} of {} {}"};
constexpr Words lone_values{"対策参照値", "reference values"};
constexpr Words lone_chapters{"対策項目の章", "chapters of measures"};
constexpr Words lone_classes{"対策項目の区分", "classes of measures"};
constexpr Words lone_assets{"情報資産", "assets"};
constexpr Words values_column{"参照値", "Values"};
constexpr Words chapters_column{"章", "Chapters"};
constexpr Words classes_column{"区分", "Classes"};
constexpr Words assets_column{"情報資産", "Assets"};
constexpr Words lone_statement{"記述", "Statement"};
constexpr Words lone_carries{"支えるもの", "Carries"};
constexpr Words bases_title{"根拠の内訳", "Statements by basis"};

/// Weightiest first.
constexpr std::array severities{Severity::error, Severity::warning, Severity::note};

class CheckPage {
 public:
  CheckPage(const CheckReport& report, Language language, std::size_t most)
      : report_(report),
        catalog_(report.view.catalog()),
        result_(report.result),
        language_(language),
        page_(language, most) {}

  Page draw() {
    page_.add(Heading{1, in(title)});
    page_.add(summary());
    if (result_.empty && !report_.figures.empty()) return page_.take();
    if (result_.empty) {
      page_.add(Paragraph{in(nothing_holds), Tone::caution});
      return page_.take();
    }
    add_overview();
    add_coverage();
    for (const auto wanted : severities) {
      for (const auto& row : finding_kinds()) {
        if (row.severity == wanted) add_kind(row.kind);
      }
    }
    add_lone_judgements();
    add_bases();
    return page_.take();
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }

  Labelled summary() const {
    Labelled lines;
    const auto add = [&](const Words& label, std::string text, Tone tone = Tone::plain) {
      auto& line = lines.lines.emplace_back();
      line.label = in(label);
      line.cell = {std::move(text), tone};
    };
    std::vector<std::string> mine;
    std::vector<std::string> others;
    for (const auto& layer : catalog_.layers) {
      const bool named = report_.only.empty() || report_.only.contains(layer.code);
      (named ? mine : others).push_back(layer.code + ' ' + layer.version);
    }
    if (!mine.empty()) add(checked, joined(mine, language_));
    if (!others.empty()) add(read_with, joined(others, language_), Tone::faint);
    for (const auto& read : report_.figures) {
      add(figures_read, say(figures_line, language_, read.code, read.version, read.figures));
    }
    const auto errors = result_.count(Severity::error);
    const auto warnings = result_.count(Severity::warning);
    const auto tone = errors > 0 ? Tone::bad : warnings > 0 ? Tone::caution : Tone::good;
    add(found, say(found_line, language_, errors, warnings, result_.count(Severity::note)), tone);
    add(words::trust, in(trust_words()));
    return lines;
  }

  const Words& trust_words() const {
    switch (report_.view.trust()) {
      case BasisKind::stated:
        return words::trust_stated;
      case BasisKind::judgement:
        return words::trust_judgement;
      case BasisKind::unverified:
        break;
    }
    return words::trust_unverified;
  }

  void add_lone_judgements() {
    const auto& lone = report_.lone;
    if (lone.statements.empty()) return;
    page_.section(lone_title);
    page_.add(Paragraph{say(lone_line, language_, lone.called_for.carried, lone.called_for.all)});
    add_lone(
        {{in(lone_carries)}}, [](const LoneJudgement& one) { return one.carries.size(); },
        [&](const LoneJudgement& one) {
          std::vector<std::string> codes;
          for (const auto entry : one.carries) codes.push_back(catalog_.entry(entry).code);
          return std::vector<Cell>{{joined(codes, language_)}};
        });
    add_lone_exposures();
    add_lone_others();
  }

  void add_lone_exposures() {
    const auto& lone = report_.lone.exposures;
    if (lone.all == 0) return;
    const auto exposures = [](const LoneJudgement& one) { return one.exposures.size(); };
    page_.add(Paragraph{say(lone_exposures_line, language_, lone.carried, lone.all)});
    add_lone({{in(words::exposure_count), true}}, exposures,
             [&](const LoneJudgement& one) { return std::vector<Cell>{{std::to_string(exposures(one))}}; });
  }

  /// Many a statement carries nothing but its own value, chapter or class: those are only counted.
  void add_lone_others() {
    struct Kind {
      const CarriedOf& count;
      const Words& things;
      const Words& column;
      std::function<std::size_t(const LoneJudgement&)> of;
    };
    const auto& lone = report_.lone;
    const std::vector<Kind> kinds{
        {lone.values, lone_values, values_column, [](const auto& one) { return one.values.size(); }},
        {lone.chapters, lone_chapters, chapters_column, [](const auto& one) { return one.chapters.size(); }},
        {lone.classes, lone_classes, classes_column, [](const auto& one) { return one.classes.size(); }},
        {lone.assets, lone_assets, assets_column, [](const auto& one) { return one.assets.size(); }}};
    std::vector<std::string> parts;
    std::vector<Grid::Column> columns;
    std::vector<std::function<std::size_t(const LoneJudgement&)>> counts;
    for (const auto& one : kinds) {
      if (one.count.all == 0) continue;
      parts.push_back(say(lone_part, language_, one.count.carried, one.count.all, one.things.in(language_)));
      if (one.count.carried == 0) continue;
      columns.push_back({in(one.column), true, true});
      counts.push_back(one.of);
    }
    if (parts.empty()) return;
    const auto several = [](const LoneJudgement& one) { return one.others() > 1 ? one.others() : 0; };
    page_.add(Paragraph{say(lone_others_line, language_, joined(parts, language_))});
    if (std::ranges::none_of(lone.statements, [&](const LoneJudgement& one) { return several(one) > 0; })) return;
    page_.add(Paragraph{in(lone_several_line), Tone::faint});
    add_lone(columns, several, [&](const LoneJudgement& one) {
      std::vector<Cell> cells;
      for (const auto& count : counts) cells.push_back(count_cell(count(one)));
      return cells;
    });
  }

  /// The statements that carry something of a sort, those that carry most first, and what that is.
  template <typename Count, typename Carried>
  void add_lone(const std::vector<Grid::Column>& columns, Count count, Carried carried) {
    std::vector<LoneJudgement> ordered;
    std::ranges::copy_if(report_.lone.statements, std::back_inserter(ordered),
                         [&](const LoneJudgement& one) { return count(one) > 0; });
    if (ordered.empty()) return;
    std::ranges::stable_sort(ordered, std::greater<>(), count);
    Grid grid;
    grid.columns = {{in(lone_statement)}, {in(words::basis_and_where)}};
    grid.columns.insert(grid.columns.end(), columns.begin(), columns.end());
    for (const auto& one : ordered) {
      auto& row = grid.rows.emplace_back();
      row.cells = {
          {statement_text(catalog_, one.fact, language_)},
          {with_mark(basis_and_place(catalog_, one.fact, language_), place_of(catalog_, one.fact), language_)}};
      for (auto& cell : carried(one)) row.cells.push_back(std::move(cell));
    }
    page_.grid(std::move(grid));
  }

  void add_overview() {
    if (result_.findings.empty()) {
      page_.add(Paragraph{in(nothing_found), Tone::good});
      return;
    }
    Grid grid;
    grid.columns = {{in(kind)}, {in(severity_title), false, true}, {in(found), true, true}};
    for (const auto wanted : severities) {
      for (const auto& row : finding_kinds()) {
        const auto count = static_cast<std::size_t>(std::ranges::count_if(
            result_.findings, [&](const Finding& f) { return f.kind == row.kind && f.severity == wanted; }));
        if (count == 0) continue;
        grid.rows.push_back(
            {{{in(heading_of(row.kind))}, {in(words_for(wanted)), tone_of(wanted)}, count_cell(count)}, false});
      }
    }
    page_.add(Heading{2, in(findings_by_kind)});
    page_.add(std::move(grid));
  }

  void add_coverage() {
    if (std::ranges::all_of(result_.cases, [](const CaseCoverage& c) { return c.coverage.exposures.empty(); })) return;
    const bool by_pattern =
        std::ranges::any_of(result_.cases, [](const CaseCoverage& c) { return c.pattern.has_value(); });
    Grid grid;
    grid.columns = {{in(system_case), false, true},
                    {in(words::exposure_count), true},
                    {in(words_for(CoverageStatus::covered, catalog_.measures.empty())), true},
                    {in(words::control_only), true},
                    {in(words::uncovered), true},
                    {in(single_column), true},
                    {in(unreached_column), true}};
    if (by_pattern) grid.columns.insert(grid.columns.begin() + 1, {in(words::pattern), false, true});
    for (const auto& [system_case_id, pattern, coverage, unreached] : result_.cases) {
      const auto name = system_case_id ? catalog_.system_cases[*system_case_id].code : in(all_components);
      grid.rows.push_back({{{name},
                            count_cell(coverage.exposures.size()),
                            count_cell(coverage.covered, Tone::good),
                            count_cell(coverage.control_only, Tone::caution),
                            count_cell(coverage.uncovered, Tone::bad),
                            count_cell(coverage.single_point, Tone::caution),
                            count_cell(unreached)},
                           false});
      auto& cells = grid.rows.back().cells;
      if (pattern) cells.insert(cells.begin() + 1, {catalog_.patterns[*pattern].code});
    }
    page_.add(Heading{2, in(coverage_title)});
    page_.add(std::move(grid));
    page_.add(Paragraph{in(columns_note)});
    if (catalog_.patterns.empty()) return;
    const auto& note = by_pattern                      ? coverage_by_pattern_note
                       : patterns_select(report_.view) ? coverage_open_note
                                                       : coverage_note;
    page_.add(Paragraph{in(note)});
  }

  void add_kind(FindingKind wanted) {
    std::vector<Points::Point> points;
    for (const auto& finding : result_.findings) {
      if (finding.kind == wanted) points.push_back(point(finding));
    }
    if (points.empty()) return;
    page_.add(Heading{2, in(heading_of(wanted)) + " [" + std::string(name_of(wanted)) + ']'});
    page_.add(Paragraph{in(hint_for(wanted)), Tone::faint});
    page_.points(points);
  }

  Points::Point point(const Finding& finding) const {
    Points::Point point{{say(words::colon, language_, words_for(finding.severity).in(language_),
                             message_of(report_.view, finding, language_)),
                         tone_of(finding.severity)},
                        {}};
    for (const auto& place : finding.places) point.below.push_back({text_of(place), Tone::faint});
    return point;
  }

  void add_bases() {
    if (result_.bases.empty()) return;
    page_.add(Heading{2, in(bases_title)});
    page_.add(bases_grid(result_.bases, language_));
  }

  const CheckReport& report_;
  const Catalog& catalog_;
  const CheckResult& result_;
  Language language_;
  ClippedPage page_;
};

}  // namespace

std::string check_text(const CheckReport& report, Language language, const TextStyle& style,
                       std::size_t most_of_a_kind) {
  return draw_text(CheckPage(report, language, most_of_a_kind).draw(), style);
}

std::string check_markdown(const CheckReport& report, Language language) {
  return draw_markdown(CheckPage(report, language, 0).draw());
}

}  // namespace michibiki
