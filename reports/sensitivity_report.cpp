#include "reports/sensitivity_report.hpp"

#include "reports/decimal.hpp"
#include "reports/json_facts.hpp"
#include "reports/markdown_page.hpp"
#include "reports/overrides.hpp"
#include "reports/page.hpp"
#include "reports/sensitivity_words.hpp"
#include "reports/text_page.hpp"

namespace michibiki {
namespace {

constexpr Words title{"判断したリンクを除いたときの変化", "What becomes of the result without some judged links"};
constexpr Words intro{
    "すべての構成要素を持つシステムについて、判断によるリンクを無作為に除いて{}回ずつ導いた。数は平均、括弧内は最小と最大。",
    "A system with every component, derived {} times with judged links removed at random. Averages, with least and most."};
constexpr Words share_column{"除いた割合", "Removed"};
constexpr Words links_column{"除いた数", "of them"};
constexpr Words exposures_column{"突合数", "Exposures"};
constexpr Words covered_column{"対策あり", "Covered"};
constexpr Words uncovered_column{"対策なし", "Uncovered"};
constexpr Words single_column{"単一依存", "Single point"};
constexpr Words measures_column{"対策項目", "Measures"};
constexpr Words controls_column{"管理策", "Controls"};
constexpr Words none_removed{"なし", "none"};
constexpr Words all_kinds{"すべて", "all"};
constexpr Words kappa_note{
    "κの行は、二人目が一人目のリンクのうちそれだけを欠き、ほかに違いがないとしたら、実際に測ったκになる割合を除いたもの。",
    "The rows with κ remove the share that would give the κ which was measured, if the second judge merely lacked so many of the first's links."};

std::string spread_text(const Spread& spread, std::size_t trials) {
  if (spread.least == spread.most) return std::to_string(spread.least);
  return decimal(mean_of(spread, trials), 1) + " (" + std::to_string(spread.least) + '-' + std::to_string(spread.most) +
         ')';
}

class SensitivityPage {
 public:
  SensitivityPage(const SensitivityReport& report, Language language)
      : catalog_(report.view.catalog()), result_(report.result), language_(language) {}

  Page draw() const {
    Grid grid;
    grid.columns = {{in(share_column), false, true}, {in(links_column), true, true}};
    for (const auto& column :
         {exposures_column, covered_column, uncovered_column, single_column, measures_column, controls_column})
      grid.columns.push_back({in(column), true, false});
    bool kappa = false;
    for (const auto& series : result_.series) {
      grid.rows.push_back(
          {{{name_of_series(series, language_) + " (" + std::to_string(series.whole.links) + ')'}}, true});
      grid.rows.push_back(row(in(none_removed), series.whole, 1));
      for (const auto& point : series.points) {
        grid.rows.push_back(row(share_text(point), point, result_.trials));
        kappa = kappa || point.kappa;
      }
    }
    Page page;
    page.push_back(Heading{1, in(title)});
    page.push_back(Paragraph{say(intro, language_, result_.trials)});
    page.push_back(std::move(grid));
    if (kappa) page.push_back(Paragraph{in(kappa_note), Tone::faint});
    append(page, override_section(catalog_, language_));
    return page;
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }

  static Grid::Row row(const std::string& share, const SensitivityPoint& point, std::size_t trials) {
    Grid::Row row{{{share}, {std::to_string(point.removed)}}, false};
    for (const auto* spread :
         {&point.exposures, &point.covered, &point.uncovered, &point.single_point, &point.measures, &point.controls})
      row.cells.push_back({spread_text(*spread, trials)});
    return row;
  }

  const Catalog& catalog_;
  const Sensitivity& result_;
  Language language_;
};

Json json_spread(const Spread& spread, std::size_t trials) {
  return {{"mean", decimal(mean_of(spread, trials), 2)}, {"least", spread.least}, {"most", spread.most}};
}

Json json_point(const SensitivityPoint& point, std::size_t trials) {
  Json json;
  json["removed"] = point.removed;
  json["removed_percent"] = point.percent;
  json["kappa"] = point.kappa ? Json(decimal(*point.kappa, 4)) : Json(nullptr);
  json["exposures"] = json_spread(point.exposures, trials);
  json["covered"] = json_spread(point.covered, trials);
  json["uncovered"] = json_spread(point.uncovered, trials);
  json["single_point"] = json_spread(point.single_point, trials);
  json["measures"] = json_spread(point.measures, trials);
  json["controls"] = json_spread(point.controls, trials);
  return json;
}

}  // namespace

std::string name_of_series(const SensitivitySeries& series, Language language) {
  return series.kinds.size() == 1 ? std::string(name_of(series.kinds.front())) : std::string(all_kinds.in(language));
}

std::string share_text(const SensitivityPoint& point) {
  const auto percent = std::to_string(point.percent) + " %";
  return point.kappa ? "κ " + decimal(*point.kappa, 2) + " (" + percent + ')' : percent;
}

Ratio mean_of(const Spread& spread, std::size_t trials) {
  return trials == 0 ? Ratio(0) : Ratio(static_cast<std::int64_t>(spread.total), static_cast<std::int64_t>(trials));
}

std::string sensitivity_text(const SensitivityReport& report, Language language, const TextStyle& style) {
  return draw_text(SensitivityPage(report, language).draw(), style);
}

std::string sensitivity_markdown(const SensitivityReport& report, Language language) {
  return draw_markdown(SensitivityPage(report, language).draw());
}

std::string sensitivity_json(const SensitivityReport& report) {
  const auto& result = report.result;
  Json json;
  json["format"] = "michibiki-sensitivity";
  json["version"] = 1;
  json["trust"] = name_of(report.view.trust());
  json["catalogs"] = json_catalogs(report.view.catalog());
  json["overrides"] = json_overrides(report.view.catalog());
  json["trials"] = result.trials;
  json["series"] = Json::array();
  for (const auto& series : result.series) {
    Json json_series;
    json_series["kinds"] = Json::array();
    for (const auto kind : series.kinds) json_series["kinds"].push_back(name_of(kind));
    json_series["links"] = series.whole.links;
    json_series["whole"] = json_point(series.whole, 1);
    json_series["points"] = Json::array();
    for (const auto& point : series.points) json_series["points"].push_back(json_point(point, result.trials));
    json["series"].push_back(std::move(json_series));
  }
  return json_document(json);
}

}  // namespace michibiki
