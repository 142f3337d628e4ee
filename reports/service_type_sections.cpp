#include <cmath>
#include <set>

#include "reports/acceptance_sections.hpp"
#include "reports/clipped_page.hpp"
#include "reports/naming.hpp"

namespace michibiki {
namespace {

constexpr Words type_title{"サービス種別「{}」", "Service type: {}"};
constexpr Words composition{"典型的な構成", "Composition"};
constexpr Words single_column{"単一依存", "single point"};
constexpr Words unreached_column{"未到達", "unreached"};
constexpr Words all_components{"すべての構成要素", "all component types"};
constexpr Words nearest{"最も近い種別", "Most like it"};
constexpr Words nearest_line{"{}（{}、一致 {}%）", "{} ({}, {} % the same)"};
constexpr Words without_nearest{"ほかに種別がない", "there is no other type"};
constexpr Words compared{"比べた構成", "Compared in"};
constexpr Words more_and_less{"＋{}、−{}", "+{}, -{}"};
constexpr Words more_less_changed{"＋{}、−{}、変化 {}", "+{}, -{}, {} otherwise"};
constexpr Words only_here{"この種別だけの対策項目", "Measures of this type only"};
constexpr Words only_there{"最も近い種別だけの対策項目", "Measures of the other only"};
constexpr Words here_column{"この種別", "This type"};
constexpr Words there_column{"最も近い種別", "The other"};
constexpr Words value_column{"評価項目", "Indicator"};

constexpr Words other_values{"変わる対策参照値", "Values that change"};

class ServiceTypeSections {
 public:
  ServiceTypeSections(const AcceptanceReport& report, Language language, std::size_t most)
      : catalog_(report.view.catalog()), appraisal_(report.appraisal), language_(language), page_(language, most) {}

  Page draw() {
    add_types();
    return page_.take();
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }

  std::string case_name(const TypeInCase& type) const {
    return type.system_case ? title_and_id(catalog_.system_cases[*type.system_case], language_) : in(all_components);
  }

  void add_types() {
    for (const auto& type : appraisal_.types) {
      page_.add(Heading{2, say(type_title, language_, title_and_id(catalog_.service_types[type.type], language_))});
      add_compositions(type);
      add_nearest(type);
    }
  }

  void add_compositions(const TypeAppraisal& type) {
    Ledger ledger;
    ledger.things = in(composition);
    for (const auto* row : {&words::pattern, &words::assets, &words::threats, &words::exposure_count,
                            &words_for(CoverageStatus::covered, catalog_.measures.empty()), &words::control_only,
                            &words::uncovered, &single_column, &unreached_column, &words::measures})
      ledger.rows.push_back(in(*row));
    for (const auto& one : type.compositions) {
      std::set<std::string> assets;
      std::set<std::string> threats;
      for (const auto& [code, answer] : one.conclusions.exposures) {
        assets.insert(code.asset);
        threats.insert(code.threat);
      }
      auto& column = ledger.columns.emplace_back();
      column.title = one.system_case ? catalog_.system_cases[*one.system_case].code : in(all_components);
      column.cells.push_back(listed(pattern_codes(one), language_));
      for (const auto count : {assets.size(), threats.size(), one.coverage.exposures.size(), one.coverage.covered,
                               one.coverage.control_only, one.coverage.uncovered, one.coverage.single_point,
                               one.unreached.size(), one.conclusions.measures.size()})
        column.cells.push_back(std::to_string(count));
    }
    page_.add(std::move(ledger));
  }

  std::vector<std::string> pattern_codes(const TypeInCase& type) const {
    std::vector<std::string> codes;
    for (const auto pattern : type.patterns) codes.push_back(catalog_.patterns[pattern].code);
    return codes;
  }

  void add_nearest(const TypeAppraisal& type) {
    Labelled lines;
    const auto add = [&](const Words& label, std::string text) {
      lines.lines.push_back({in(label), {std::move(text)}});
    };
    if (!type.nearest) {
      add(nearest, in(without_nearest));
      page_.add(std::move(lines));
      return;
    }
    const auto& [position, other, similarity, difference] = *type.nearest;
    add(nearest, say(nearest_line, language_, title_and_id(catalog_.service_types[other.type], language_),
                     case_name(other), std::to_string(std::lround(similarity * 100))));
    if (type.compositions.size() > 1) add(compared, case_name(type.compositions[position]));
    add(words::exposure_count, say(more_less_changed, language_, difference.new_exposures.size(),
                                   difference.gone_exposures.size(), difference.changed_exposures.size()));
    add(words::measures,
        say(more_and_less, language_, difference.new_measures.size(), difference.gone_measures.size()));
    if (!difference.new_measures.empty()) add(only_here, page_.ids(difference.new_measures));
    if (!difference.gone_measures.empty()) add(only_there, page_.ids(difference.gone_measures));
    if (!difference.changed_values.empty()) add(other_values, std::to_string(difference.changed_values.size()));
    page_.add(std::move(lines));
    if (!difference.changed_values.empty()) add_values(difference, type.compositions[position], other);
  }

  void add_values(const Difference& difference, const TypeInCase& here, const TypeInCase& there) {
    Grid grid;
    grid.columns = {{in(value_column)}, {in(here_column)}, {in(there_column)}};
    const auto value = [&](const TypeInCase& type, const ValueCode& code) {
      const auto found = type.conclusions.values.find(code);
      return found == type.conclusions.values.end() ? in(words::none) : found->second;
    };
    for (const auto& code : difference.changed_values) {
      grid.rows.push_back({{{code.measure + '.' + code.indicator}, {value(here, code)}, {value(there, code)}}, false});
    }
    page_.grid(std::move(grid));
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

}  // namespace michibiki
