#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "reports/acceptance_sections.hpp"
#include "reports/changes_by_threat.hpp"
#include "reports/clipped_page.hpp"
#include "reports/naming.hpp"

namespace michibiki {
namespace {

constexpr Words types_title{"サービス種別", "Service types"};
constexpr Words composition{"典型的な構成", "Composition"};
constexpr Words compositions_of{"「{}」の典型的な構成", "Compositions of {}"};
constexpr Words single_column{"単一依存", "single point"};
constexpr Words unreached_column{"未到達", "unreached"};
constexpr Words all_components{"すべての構成要素", "all component types"};

// What is most like it
constexpr Words like{"{}：最も近い種別は{}（構成 {}）。一致 {}%（突合結果 {}%、対策項目 {}%、対策参照値 {}%）",
                     "{} is most like {} in {}: {} % the same (exposures {} %, measures {} %, values {} %)"};
constexpr Words like_none{"{}：比べる種別がない", "{}: there is no other type to compare it with"};
constexpr Words exposures_line{"突合結果 {}、相手は {}。この種別だけ {}、相手だけ {}、応じ方の違い {}",
                               "Exposures: {} here, {} there; {} only here, {} only there, {} answered otherwise"};
constexpr Words measures_line{"対策項目：{}", "Measures: {}"};
constexpr Words values_line{"対策参照値：{}", "Reference values: {}"};
constexpr Words only_here{"この種別だけ {}件（{}）", "{} only here ({})"};
constexpr Words only_there{"相手だけ {}件（{}）", "{} only there ({})"};
constexpr Words otherwise{"扱いの違い {}件（{}）", "{} called for otherwise ({})"};
constexpr Words other_values{"違い {}件（{}）", "{} differ ({})"};
constexpr Words no_difference{"突合結果、対策項目、対策参照値のどれにも違いはない",
                              "No difference in exposures, measures or reference values"};
constexpr Words how_compared{
    "一致とは、どちらかにあるもののうち両方に同じくあるものの割合と、その三つの平均をいう。構成要素の名称と運用者、突合結果への応じ方は問わない。",
    "The same: of what either has, the share that both have alike, and the mean of the three, whatever components are called, whoever runs "
    "them and however exposures are answered."};
constexpr Words here_column{"この種別", "This type"};
constexpr Words there_column{"相手", "The other"};
constexpr Words value_column{"評価項目", "Indicator"};
constexpr Words differing_values{"対策参照値の違い：{}と{}", "Values that differ: {} and {}"};
constexpr Words differing_exposures{"突合結果の違い：{}と{}", "Exposures that differ: {} and {}"};

std::string percent(double share) { return std::to_string(std::lround(share * 100)); }

class ServiceTypeSections {
 public:
  ServiceTypeSections(const AcceptanceReport& report, Language language, std::size_t most)
      : catalog_(report.view.catalog()), appraisal_(report.appraisal), language_(language), page_(language, most) {}

  Page draw() {
    const auto& types = appraisal_.types;
    if (types.empty()) return {};
    page_.section(types_title);
    if (types.size() == 1) {
      page_.add(compositions(types.front()));
    } else {
      page_.ledger(side_by_side());
    }
    std::vector<Points::Point> points;
    for (const auto& type : types) points.push_back(nearest(type));
    page_.points(points);
    const bool any = std::ranges::any_of(types, [](const auto& type) { return type.nearest.has_value(); });
    if (any) page_.add(Paragraph{in(how_compared), Tone::faint});
    return page_.take();
  }

  Page draw_lists() {
    for (const auto& type : appraisal_.types) {
      if (appraisal_.types.size() > 1) {
        page_.add(Heading{2, say(compositions_of, language_, code(type.type))});
        page_.add(compositions(type));
      }
      if (!type.nearest) continue;
      add_values(type);
      add_exposures(type);
    }
    return page_.take();
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }
  const std::string& code(ServiceTypeId type) const { return catalog_.service_types[type].code; }

  std::string case_code(const TypeInCase& type) const {
    return type.system_case ? catalog_.system_cases[*type.system_case].code : in(all_components);
  }

  static const TypeInCase& compared(const TypeAppraisal& type) {
    return type.compositions[type.nearest ? type.nearest->composition : 0];
  }

  std::vector<std::string> figure_names() const {
    std::vector<std::string> names;
    for (const auto* row : {&words::pattern, &words::assets, &words::threats, &words::exposure_count,
                            &words_for(CoverageStatus::covered, catalog_.measures.empty()), &words::control_only,
                            &words::uncovered, &single_column, &unreached_column, &words::measures})
      names.push_back(in(*row));
    return names;
  }

  std::vector<std::string> figures(const TypeInCase& type) const {
    std::set<std::string> assets;
    std::set<std::string> threats;
    for (const auto& [exposure, answer] : type.conclusions.exposures) {
      assets.insert(exposure.asset);
      threats.insert(exposure.threat);
    }
    std::vector<std::string> patterns;
    for (const auto pattern : type.patterns) patterns.push_back(catalog_.patterns[pattern].code);
    std::vector<std::string> cells{listed(patterns, language_)};
    for (const auto count : {assets.size(), threats.size(), type.coverage.exposures.size(), type.coverage.covered,
                             type.coverage.control_only, type.coverage.uncovered, type.coverage.single_point,
                             type.unreached.size(), type.conclusions.measures.size()})
      cells.push_back(std::to_string(count));
    return cells;
  }

  Ledger compositions(const TypeAppraisal& type) const {
    Ledger ledger{in(composition), figure_names(), {}};
    for (const auto& one : type.compositions) ledger.columns.push_back({case_code(one), figures(one)});
    return ledger;
  }

  /// Every type in the composition that it is compared in.
  Ledger side_by_side() const {
    Ledger ledger{in(words::service_type), figure_names(), {}};
    ledger.rows.insert(ledger.rows.begin(), in(composition));
    for (const auto& type : appraisal_.types) {
      auto cells = figures(compared(type));
      cells.insert(cells.begin(), case_code(compared(type)));
      ledger.columns.push_back({code(type.type), std::move(cells)});
    }
    return ledger;
  }

  Points::Point nearest(const TypeAppraisal& type) const {
    if (!type.nearest) return {{say(like_none, language_, code(type.type))}, {}};
    const auto& [position, other, likeness, difference] = *type.nearest;
    Points::Point point;
    point.cell.text = say(like, language_, code(type.type), title_and_id(catalog_.service_types[other.type], language_),
                          case_code(other), percent(likeness.mean()), percent(likeness.exposures),
                          percent(likeness.measures), percent(likeness.values));
    if (difference.empty()) {
      point.below.push_back({in(no_difference)});
      return point;
    }
    point.below.push_back(
        {say(exposures_line, language_, compared(type).coverage.exposures.size(), other.coverage.exposures.size(),
             difference.new_exposures.size(), difference.gone_exposures.size(), difference.changed_exposures.size())});
    const auto note = [&](const Words& line, const std::vector<std::string>& parts) {
      if (!parts.empty()) point.below.push_back({say(line, language_, joined(parts, language_))});
    };
    note(measures_line, counted({{&only_here, difference.new_measures},
                                 {&only_there, difference.gone_measures},
                                 {&otherwise, difference.moved_measures}}));
    note(values_line, counted({{&other_values, value_names(difference.changed_values)}}));
    return point;
  }

  /// Those of the lists that are not empty, each with its count.
  std::vector<std::string> counted(const std::vector<std::pair<const Words*, std::vector<std::string>>>& lists) const {
    std::vector<std::string> parts;
    for (const auto& [words, codes] : lists) {
      if (!codes.empty()) parts.push_back(say(*words, language_, codes.size(), page_.ids(codes)));
    }
    return parts;
  }

  static std::vector<std::string> value_names(const std::vector<ValueCode>& codes) {
    std::vector<std::string> names;
    for (const auto& value : codes) names.push_back(value.measure + '.' + value.indicator);
    return names;
  }

  void add_values(const TypeAppraisal& type) {
    const auto& [position, other, likeness, difference] = *type.nearest;
    if (difference.changed_values.empty()) return;
    Grid grid;
    grid.columns = {{in(value_column)}, {in(here_column)}, {in(there_column)}};
    const auto value = [&](const TypeInCase& of, const ValueCode& which) {
      const auto found = of.conclusions.values.find(which);
      return found == of.conclusions.values.end() ? in(words::none) : found->second;
    };
    for (const auto& which : difference.changed_values) {
      grid.rows.push_back(
          {{{which.measure + '.' + which.indicator}, {value(compared(type), which)}, {value(other, which)}}, false});
    }
    page_.add(Heading{2, say(differing_values, language_, code(type.type), code(other.type))});
    page_.add(std::move(grid));
  }

  void add_exposures(const TypeAppraisal& type) {
    auto grid = changes_by_threat(catalog_, type.nearest->difference, language_);
    if (grid.rows.empty()) return;
    page_.add(Heading{2, say(differing_exposures, language_, code(type.type), code(type.nearest->other.type))});
    page_.add(std::move(grid));
  }

  const Catalog& catalog_;
  const Appraisal& appraisal_;
  Language language_;
  ClippedPage page_;
};

}  // namespace

Page service_type_sections(const AcceptanceReport& report, Language language, std::size_t most_of_a_list) {
  return ServiceTypeSections(report, language, most_of_a_list).draw();
}

Page service_type_lists(const AcceptanceReport& report, Language language) {
  return ServiceTypeSections(report, language, 0).draw_lists();
}

}  // namespace michibiki
