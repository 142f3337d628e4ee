#include <algorithm>
#include <map>
#include <set>

#include "reports/digest.hpp"
#include "reports/naming.hpp"
#include "reports/reason_words.hpp"
#include "reports/sections.hpp"

namespace michibiki {
namespace {

Tone tone_of(const ExposureCoverage& row) {
  if (row.accepted) return Tone::faint;
  switch (row.status) {
    case CoverageStatus::covered:
      return Tone::good;
    case CoverageStatus::control_only:
      return Tone::caution;
    case CoverageStatus::uncovered:
      break;
  }
  return Tone::bad;
}

class CoveragePages {
 public:
  CoveragePages(const DerivationReport& report, Language language, Detail detail)
      : report_(report),
        language_(language),
        detail_(detail),
        catalog_(report.view.catalog()),
        coverage_(report.derivation.coverage) {}

  Page matrix() const {
    Page page{Heading{2, heading(words::exposures, coverage_.exposures.size())}};
    if (coverage_.exposures.empty()) {
      page.push_back(Paragraph{text(words::no_exposures)});
      return page;
    }
    const auto covered = text(words_for(CoverageStatus::covered, controls_cover(report_)));
    page.push_back(Paragraph{say(words::relative_to_list, language_, covered, text(words::uncovered))});
    page.push_back(Paragraph{say(words::matrix_legend, language_, covered, text(words::single_point),
                                 text(words::control_only), text(words::uncovered))});
    page.push_back(matrix_grid());
    if (detail_ == Detail::brief) page.push_back(Paragraph{text(words::see_markdown), Tone::faint});
    return page;
  }

  template <typename Wanted>
  Page list(const Words& title, std::size_t count, Wanted wanted, bool with_controls) const {
    Page page{Heading{2, heading(title, count)}};
    if (count == 0) {
      page.push_back(Paragraph{text(words::none)});
      return page;
    }
    Grid grid;
    grid.columns = {{text(words::threat)}};
    if (with_properties()) grid.columns.push_back({text(words::property)});
    if (with_controls) grid.columns.push_back({text(words::controls)});
    grid.columns.push_back({text(words::basis), false, true});
    std::optional<std::size_t> asset;
    for (const auto& group : group_exposures(report_, wanted)) {
      const auto& first = exposure(group);
      if (asset != first.asset) grid.rows.push_back({{{asset_label(report_, first.asset, language_)}}, true});
      asset = first.asset;
      Grid::Row row{{{threat_label(report_, first, language_)}}, false};
      if (with_properties()) row.cells.push_back({properties(group, true)});
      if (with_controls) row.cells.push_back({controls(group)});
      row.cells.push_back({text(words_for(weakest(group)))});
      grid.rows.push_back(std::move(row));
    }
    page.push_back(std::move(grid));
    return page;
  }

  Page accepted() const {
    Page page{Heading{2, heading(words::accepted_title, coverage_.accepted)}};
    Grid grid;
    grid.columns = {{text(words::threat)}};
    if (with_properties()) grid.columns.push_back({text(words::property)});
    for (const auto* title : {&words::status, &words::reason, &words::accepted_by})
      grid.columns.push_back({text(*title)});
    grid.columns.push_back({text(words::accepted_on), false, true});
    std::optional<std::size_t> asset;
    for (const auto& group : group_exposures(report_, [](const ExposureCoverage& row) { return row.accepted; })) {
      const auto& first = exposure(group);
      const auto& row = coverage_.exposures[group.exposures.front()];
      if (asset != first.asset) grid.rows.push_back({{{asset_label(report_, first.asset, language_)}}, true});
      asset = first.asset;
      Grid::Row cells{{{threat_label(report_, first, language_)}}, false};
      if (with_properties()) cells.cells.push_back({properties(group, false)});
      cells.cells.push_back({text(words_for(row.status, controls_cover(report_)))});
      cells.cells.push_back({accepted_in(row, [&](const Acceptance& one) { return one.reason.in(language_); })});
      cells.cells.push_back({accepted_in(row, [](const Acceptance& one) { return one.by; })});
      cells.cells.push_back({accepted_in(row, [](const Acceptance& one) { return one.on; })});
      grid.rows.push_back(std::move(cells));
    }
    page.push_back(std::move(grid));
    return page;
  }

  Page single_points() const {
    std::map<EntryRef, std::size_t> held;
    for (const auto& row : coverage_.exposures) {
      for (const auto entry : row.indispensable) ++held[entry];
    }
    Page page{Heading{2, heading(words::single_point_title, coverage_.single_point)}};
    Grid grid;
    grid.columns = {{text(controls_cover(report_) ? words::control : words::measure)},
                    {text(words::exposure_count), true, true}};
    for (const auto& [entry, count] : held) {
      const auto& holder = catalog_.entry(entry);
      grid.rows.push_back({{{holder.title.empty() ? holder.code : holder.code + ' ' + holder.title.in(language_)},
                            {std::to_string(count)}},
                           false});
    }
    page.push_back(std::move(grid));
    return page;
  }

  Page unreached() const {
    const auto& threats = report_.derivation.analysis.unreached;
    Page page{Heading{2, heading(words::unreached, threats.size())}, Paragraph{text(words::unreached_means)}};
    Points points;
    for (const auto threat : threats)
      points.points.push_back({{title_and_id(catalog_.threats[threat], language_)}, {}});
    page.push_back(std::move(points));
    return page;
  }

 private:
  /// What the acceptances of an exposure say, each once: several where several services share its component.
  template <typename Said>
  std::string accepted_in(const ExposureCoverage& row, Said said) const {
    std::vector<std::string> all;
    for (const auto& [service, position] : row.acceptances) {
      const std::string one = said(report_.portfolio.services[service].accepted[position]);
      if (std::ranges::find(all, one) == all.end()) all.push_back(one);
    }
    return joined(all, language_);
  }

  std::string text(const Words& words) const { return std::string(words.in(language_)); }
  std::string heading(const Words& title, std::size_t count) const {
    return text(title) + say(words::in_brackets, language_, say(words::count, language_, count));
  }
  bool with_properties() const { return !catalog_.properties.empty(); }

  const Exposure& exposure(const ExposureGroup& group) const {
    return report_.derivation.analysis.exposures[group.exposures.front()];
  }

  std::string properties(const ExposureGroup& group, bool mark_accepted) const {
    std::vector<std::string> titles;
    for (const auto position : group.exposures) {
      const auto property = report_.derivation.analysis.exposures[position].property;
      if (!property) continue;
      auto title = title_of(catalog_.properties[*property], language_);
      const bool mark = mark_accepted && coverage_.exposures[position].accepted;
      titles.push_back(mark ? title + say(words::in_brackets, language_, words::accepted.in(language_)) : title);
    }
    return listed(titles, language_);
  }

  std::string controls(const ExposureGroup& group) const {
    std::vector<ControlId> ids;
    for (const auto position : group.exposures) {
      for (const auto control : controls_of(report_.derivation.selection.answers[position])) ids.push_back(control);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::vector<std::string> codes;
    for (const auto id : ids) codes.push_back(catalog_.controls[id].code);
    return joined(codes, language_);
  }

  std::string measures(const ExposureGroup& group) const {
    std::set<MeasureId> ids;
    for (const auto position : group.exposures) {
      for (const auto measure : measures_of(report_.derivation.selection.answers[position])) ids.insert(measure);
    }
    std::vector<std::string> codes;
    for (const auto id : ids) codes.push_back(catalog_.measures[id].code);
    return joined(codes, language_);
  }

  /// Through which mechanism on which nature the threat reaches the asset: what the tables of reasons are looked up by.
  std::string mechanisms(const ExposureGroup& group) const {
    std::vector<std::string> ways;
    for (const auto position : group.exposures) {
      for (const auto& ground : report_.derivation.analysis.exposures[position].grounds) {
        auto way = text(words::stated_outright);
        if (!ground.exposes && !ground.works_by) continue;
        if (ground.works_by && ground.acts_on) {
          const auto mechanism = catalog_.link(*ground.acts_on).from.front();
          const auto nature = catalog_.link(*ground.acts_on).to;
          std::string codes;
          for (const auto entry : nature) {
            if (ground.nature && report_.view.graph().lies_under(ref(*ground.nature), entry))
              codes = catalog_.entry(entry).code;
          }
          way = say(words::by_mechanism, language_, catalog_.entry(mechanism).code, codes);
        }
        if (std::ranges::find(ways, way) == ways.end()) ways.push_back(way);
      }
    }
    return joined(ways, language_);
  }

  BasisKind weakest(const ExposureGroup& group) const {
    auto basis = BasisKind::stated;
    for (const auto position : group.exposures) {
      basis = std::min(basis, report_.derivation.analysis.exposures[position].basis);
    }
    return basis;
  }

  Cell status_cell(std::size_t position) const {
    const auto& row = coverage_.exposures[position];
    std::string mark = "x";
    if (row.status == CoverageStatus::control_only) mark = "c";
    if (row.status == CoverageStatus::covered) {
      mark = 'o' + std::to_string(row.depth);
      if (row.depth_is_lower_bound) mark += '+';
      if (!row.indispensable.empty()) mark += '!';
    }
    if (row.accepted) mark += "(a)";
    return {mark, tone_of(row)};
  }

  Grid matrix_grid() const {
    Grid grid;
    grid.columns = {{text(words::threat)}};
    for (const auto& property : catalog_.properties)
      grid.columns.push_back({title_of(property, language_), false, true});
    if (!with_properties()) grid.columns.push_back({text(words::status), false, true});
    const auto statuses = grid.columns.size();
    if (detail_ == Detail::full) {
      grid.columns.push_back({text(words::through)});
      grid.columns.push_back({text(controls_cover(report_) ? words::controls : words::answered_by)});
    }
    std::optional<std::size_t> asset;
    for (const auto& group : group_exposures(report_, [](const ExposureCoverage&) { return true; })) {
      const auto& first = exposure(group);
      if (asset != first.asset) grid.rows.push_back({{{asset_label(report_, first.asset, language_)}}, true});
      asset = first.asset;
      Grid::Row row;
      row.cells.resize(grid.columns.size());
      row.cells.front().text = threat_label(report_, first, language_);
      for (const auto position : group.exposures) {
        const auto property = report_.derivation.analysis.exposures[position].property;
        row.cells[property ? property->index() + 1 : statuses - 1] = status_cell(position);
      }
      if (detail_ == Detail::full) {
        row.cells[statuses].text = mechanisms(group);
        row.cells[statuses + 1].text = controls_cover(report_) ? controls(group) : measures(group);
      }
      grid.rows.push_back(std::move(row));
    }
    return grid;
  }

  const DerivationReport& report_;
  Language language_;
  Detail detail_;
  const Catalog& catalog_;
  const Coverage& coverage_;
};

}  // namespace

Page coverage_sections(const DerivationReport& report, Language language, Detail detail) {
  const auto& coverage = report.derivation.coverage;
  const CoveragePages pages(report, language, detail);
  const auto with_status = [](CoverageStatus status) {
    return [status](const ExposureCoverage& row) { return row.status == status; };
  };
  Page page = pages.matrix();
  if (!coverage.exposures.empty()) {
    append(page, pages.list(words::uncovered_title, coverage.uncovered, with_status(CoverageStatus::uncovered), false));
  }
  if (coverage.control_only > 0) {
    append(page, pages.list(words::control_only_title, coverage.control_only, with_status(CoverageStatus::control_only),
                            true));
  }
  if (coverage.accepted > 0) append(page, pages.accepted());
  if (coverage.single_point > 0) append(page, pages.single_points());
  if (!report.derivation.analysis.unreached.empty()) append(page, pages.unreached());
  return page;
}

}  // namespace michibiki
