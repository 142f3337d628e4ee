#include "reports/digest.hpp"
#include "reports/naming.hpp"
#include "reports/overrides.hpp"
#include "reports/sections.hpp"

namespace michibiki {
namespace {

class GroundPages {
 public:
  GroundPages(const DerivationReport& report, Language language)
      : report_(report), language_(language), catalog_(report.view.catalog()) {}

  Page catalogs() const {
    Page page{Heading{2, text(words::catalogs_used)}};
    Points points;
    for (const auto& layer : catalog_.layers) {
      auto line = layer.code + ' ' + layer.version;
      if (!layer.released.empty()) line += say(words::in_brackets, language_, layer.released);
      if (!layer.title.empty()) line = say(words::colon, language_, line, layer.title.in(language_));
      points.points.push_back({{line}, {{"sha256 " + layer.sha256, Tone::faint}}});
    }
    page.push_back(std::move(points));
    page.push_back(Paragraph{say(words::colon, language_, words::trust.in(language_), trust())});
    if (catalog_.sources.empty()) return page;
    page.push_back(Heading{3, text(words::sources)});
    Points sources;
    for (const auto& [code, source] : catalog_.sources) {
      auto line = source.title.empty() ? code : say(words::colon, language_, code, source.title.in(language_));
      if (!source.published.empty()) line += say(words::in_brackets, language_, source.published);
      sources.points.push_back({{line}, {}});
    }
    page.push_back(std::move(sources));
    return page;
  }

  Page counts() const {
    const auto digests = digest_measures(report_);
    Grid grid;
    grid.columns.push_back({text(words::counted)});
    for (const auto* title :
         {&words::stated, &words::judgement, &words::unverified, &words::unknown_count, &words::total}) {
      grid.columns.push_back({text(*title), true, true});
    }
    const bool hides = report_.view.trust() != BasisKind::unverified;
    if (hides) grid.columns.insert(grid.columns.end() - 1, {text(words::value_withheld), true, true});
    const auto add = [&](const Words& what, const BasisCount& count) {
      if (count.total() == 0) return;
      Grid::Row row{{{text(what)}}, false};
      for (const auto kind : {BasisKind::stated, BasisKind::judgement, BasisKind::unverified}) {
        row.cells.push_back({std::to_string(count.of(kind))});
      }
      row.cells.push_back({std::to_string(count.none)});
      if (hides) row.cells.push_back({std::to_string(count.withheld)});
      row.cells.push_back({std::to_string(count.total())});
      grid.rows.push_back(std::move(row));
    };
    add(words::exposures, count_exposures(report_));
    add(words::selected_measures, count_measures(digests));
    if (!catalog_.classes.empty()) add(words::measure_classes, count_classes(report_, digests));
    const auto values = count_values(report_);
    add(words::values, values);
    if (grid.rows.empty()) return {};
    Page page{Heading{2, text(words::basis_counts)}, std::move(grid), Paragraph{text(words::weakest_means)}};
    if (values.total() > 0 && !catalog_.patterns.empty()) page.push_back(Paragraph{text(words::value_basis_means)});
    return page;
  }

  Page marks() const {
    Grid grid;
    grid.columns = {{text(words::mark), false, true}, {text(words::meaning)}};
    const auto add = [&](const std::string& mark, const std::string& meaning) {
      grid.rows.push_back({{{mark}, {meaning}}, false});
    };
    const bool by_controls = controls_cover(report_);
    add(text(words::exposures), text(words::exposure_means));
    add(text(words_for(CoverageStatus::covered, by_controls)),
        text(by_controls ? words::covered_by_control_means : words::covered_means));
    if (!by_controls) add(text(words::control_only), text(words::control_only_means));
    add(text(words::uncovered), text(words::uncovered_means));
    add(text(words::single_point), text(words::single_point_means));
    add(text(words::accepted), text(words::accepted_means));
    add(text(words::stated_mark), text(words::stated_means));
    add(text(words::judgement_mark), text(words::judgement_means));
    add(text(words::unverified_mark), text(words::unverified_means));
    if (!report_.derivation.grading.grades.empty()) {
      add("*", text(words::star_means));
      add(text(words::value_free), text(words::free_means));
      add(text(words::value_unknown), say(words::unknown_means, language_, text(words::value_free)));
      add(text(words::value_withheld), text(words::withheld_means));
    }
    if (!report_.derivation.selection.measures.empty()) add("?", text(words::question_mark_means));
    return {Heading{2, text(words::marks)}, std::move(grid)};
  }

 private:
  std::string text(const Words& words) const { return std::string(words.in(language_)); }

  std::string trust() const {
    switch (report_.view.trust()) {
      case BasisKind::stated:
        return text(words::trust_stated);
      case BasisKind::judgement:
        return text(words::trust_judgement);
      case BasisKind::unverified:
        break;
    }
    return text(words::trust_unverified);
  }

  const DerivationReport& report_;
  Language language_;
  const Catalog& catalog_;
};

}  // namespace

Page ground_sections(const DerivationReport& report, Language language) {
  const GroundPages pages(report, language);
  Page page = pages.catalogs();
  append(page, override_section(report.view.catalog(), language));
  append(page, pages.counts());
  append(page, pages.marks());
  return page;
}

Page detail_sections(const DerivationReport& report, Language language, Detail detail) {
  Page page = level_sections(report, language);
  append(page, measure_sections(report, language, detail));
  append(page, coverage_sections(report, language, detail));
  if (detail == Detail::full) append(page, harm_sections(report, language));
  append(page, control_sections(report, language, detail));
  append(page, inventory_sections(report, language));
  append(page, ground_sections(report, language));
  return page;
}

}  // namespace michibiki
