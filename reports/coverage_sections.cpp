#include <algorithm>
#include <map>
#include <set>

#include "reports/digest.hpp"
#include "reports/naming.hpp"
#include "reports/proposals.hpp"
#include "reports/reason_words.hpp"
#include "reports/sections.hpp"
#include "reports/statement_grid.hpp"
#include "reports/statements.hpp"
#include "reports/tones.hpp"

namespace michibiki {
namespace {

Tone tone_of(const ExposureCoverage& row) { return row.accepted ? Tone::faint : michibiki::tone_of(row.status); }

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
      for (auto& line : proposals(group)) grid.rows.push_back({{std::move(line)}, false});
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
    for (std::size_t i = 0; i < threats.size(); ++i) {
      auto& point = points.points.emplace_back();
      point.cell.text = title_and_id(catalog_.threats[threats[i]], language_);
      if (!treated()) continue;
      std::set<std::vector<TreatmentId>> each;
      for (const auto& proposal : report_.derivation.proposals.unreached[i]) each.insert(proposal.treatments);
      for (const auto& treatments : each)
        point.below.push_back({say(words::proposed, language_, treatments_text(catalog_, treatments, language_))});
      if (each.empty()) point.below.push_back({text(words::nothing_proposed), Tone::caution});
    }
    page.push_back(std::move(points));
    return page;
  }

  Page treatments() const {
    const auto proposed = proposed_treatments(report_);
    if (proposed.empty()) return {};
    Page page{Heading{2, heading(words::treatments, proposed.size())}, Paragraph{text(words::proposals_mean)}};
    Points points;
    for (const auto& one : proposed) {
      const auto& treatment = catalog_.treatments[one.treatment];
      auto& point = points.points.emplace_back();
      point.cell.text = say(words::proposed_against, language_, title_and_id(treatment, language_), one.exposures,
                            one.unreached.size());
      if (!treatment.note.empty()) point.below.push_back({treatment.note.in(language_)});
      for (const auto& reason : one.reasons) point.below.push_back(why(reason));
    }
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

  /// Whether the catalogues propose anything at all; else nothing is said of proposals.
  bool treated() const {
    for (std::size_t i = 0; i < catalog_.treatments.size(); ++i) {
      const TreatmentId id{i};
      if (!catalog_.treatments[id].group && report_.view.holds(ref(id))) return true;
    }
    return false;
  }

  /// What is proposed for a group, or that nothing is: a line of its own across the table.
  std::vector<Cell> proposals(const ExposureGroup& group) const {
    std::vector<Cell> lines;
    if (!treated()) return lines;
    for (const auto& line : proposal_lines(report_, group)) {
      const bool all = line.exposures.size() == group.exposures.size();
      const auto where = all ? std::string() : properties({line.exposures}, false);
      if (line.treatments.empty()) {
        lines.push_back(
            {all ? text(words::nothing_proposed) : say(words::nothing_proposed_for, language_, where), Tone::caution});
      } else {
        const auto what = treatments_text(catalog_, line.treatments, language_);
        lines.push_back(
            {all ? say(words::proposed, language_, what) : say(words::proposed_for, language_, where, what)});
      }
    }
    return lines;
  }

  /// Why it is proposed.
  Cell why(const ProposalReason& reason) const {
    const auto& link = catalog_.link(reason.link);
    const auto& said = reason_of(catalog_, reason.link);
    const auto because = said.empty() ? text(words::no_reason_given) : said.in(language_);
    auto where = detail_ == Detail::full ? basis_and_line(catalog_, reason.link, language_)
                                         : basis_and_place(catalog_, link.fact, language_);
    const auto own = catalog_.fact(link.fact).basis.kind;
    if (reason.basis < own) where = say(words::weaker, language_, where, words_for(reason.basis).in(language_));
    return {
        say(words::proposal_reason, language_, because, link.code, reason.exposures + reason.unreached.size(), where)};
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
  append(page, pages.treatments());
  return page;
}

}  // namespace michibiki
