#include <algorithm>
#include <map>

#include "engine/grade.hpp"
#include "reports/chapters.hpp"
#include "reports/grades.hpp"
#include "reports/naming.hpp"
#include "reports/sections.hpp"

namespace michibiki {
namespace {

class MeasurePages {
 public:
  MeasurePages(const DerivationReport& report, Language language)
      : report_(report),
        language_(language),
        catalog_(report.view.catalog()),
        selected_(report.derivation.selection.measures),
        digests_(digest_measures(report)) {}

  Grid table() const {
    const bool graded = std::ranges::any_of(selected_, [&](const SelectedMeasure& selected) {
      return !catalog_.measures[selected.measure].indicators.empty();
    });
    const bool classed = !catalog_.classes.empty();
    Grid grid;
    grid.columns.push_back({text(words::id), false, true});
    if (classed) grid.columns.push_back({text(words::measure_class), false, true});
    grid.columns.push_back({text(graded ? words::topic_and_indicator : words::measure)});
    if (graded) grid.columns.push_back({text(words::reference_value)});
    for (const auto& chapter : chapter_tallies(report_, digests_)) {
      if (!catalog_.chapters.empty()) grid.rows.push_back({{{chapter_heading(report_, chapter, language_)}}, true});
      for (const auto position : chapter.measures) add_rows(grid, position, classed);
    }
    return grid;
  }

  Points reasons() const {
    Points points;
    for (std::size_t i = 0; i < selected_.size(); ++i) points.points.push_back(why(i));
    return points;
  }

 private:
  std::string text(const Words& words) const { return std::string(words.in(language_)); }

  std::string number(std::size_t position) const {
    const auto& measure = catalog_.measures[selected_[position].measure];
    auto id = measure.code;
    if (measure.number && measure.number->value != measure.code && report_.view.holds(measure.number->fact)) {
      id = say(words::title_and_id, language_, measure.number->value, measure.code);
    }
    return digests_[position].number_doubtful ? id + '?' : id;
  }

  std::string class_of(std::size_t position) const {
    const auto& measure = catalog_.measures[selected_[position].measure];
    switch (digests_[position].class_shown) {
      case Shown::not_stated:
        return text(words::value_unknown);
      case Shown::withheld:
        return text(words::value_withheld);
      case Shown::yes:
        break;
    }
    const auto& title = title_of(catalog_.classes[measure.measure_class->value], language_);
    return catalog_.fact(measure.measure_class->fact).basis.kind == BasisKind::unverified ? title + '?' : title;
  }

  void add_rows(Grid& grid, std::size_t position, bool classed) const {
    const auto& measure = catalog_.measures[selected_[position].measure];
    const auto add = [&](const std::string& id, const std::string& measure_class, const std::string& topic,
                         const std::string& value) {
      Grid::Row row;
      row.cells.push_back({id});
      if (classed) row.cells.push_back({measure_class});
      row.cells.push_back({topic});
      row.cells.push_back({value});
      grid.rows.push_back(std::move(row));
    };
    add(number(position), class_of(position), title_of(measure, language_), "");
    for (std::size_t i = 0; i < measure.indicators.size(); ++i) {
      const auto& indicator = measure.indicators[i];
      const auto topic = indicator.title.empty()
                             ? indicator.key
                             : say(words::indicator, language_, indicator.key, indicator.title.in(language_));
      add("", "", topic, grades_text(report_, digests_[position], i, language_));
    }
  }

  std::string mark(BasisKind basis) const {
    const auto words = text(mark_for(basis));
    return language_ == Language::ja ? words : words + ' ';
  }

  Cell reason(const MeasureReason& reason) const {
    const auto& link = catalog_.link(reason.link);
    std::vector<std::string> others;
    for (const auto other : reason.together_with) others.push_back(catalog_.measures[other].code);
    const auto together =
        others.empty() ? std::string() : say(words::together_with, language_, joined(others, language_));
    auto because = link.because.empty() ? text(words::no_reason_given) : link.because.in(language_);
    if (!link.stands_because.empty()) {
      because = say(words::stands_because, language_, because, link.stands_because.in(language_));
    }
    return {say(words::link_reason, language_, mark(reason.basis), because, together, link.code, reason.exposures)};
  }

  Cell reason(const Obligation& obligation) const {
    const auto& link = catalog_.link(obligation.link);
    auto who = title_of(catalog_.stakeholders[obligation.stakeholder], language_);
    if (link.role) who += say(words::in_brackets, language_, title_of(catalog_.roles[*link.role], language_));
    const auto because = link.because.empty() ? text(words::no_reason_given) : link.because.in(language_);
    return {mark(catalog_.fact(link.fact).basis.kind) + say(words::colon, language_, who, because)};
  }

  Points::Point why(std::size_t position) const {
    const auto& selected = selected_[position];
    const auto exposures = selected.exposures.size();
    std::vector<std::string> facts;
    if (exposures > 0) {
      facts.push_back(say(exposures == 1 ? words::counters_one : words::counters_count, language_, exposures));
      std::vector<std::string> properties;
      for (const auto property : driving_properties(report_.derivation.analysis, selected)) {
        properties.push_back(title_of(catalog_.properties[property], language_));
      }
      if (!properties.empty()) facts.push_back(say(words::driven_by, language_, listed(properties, language_)));
    }
    const auto& measure = catalog_.measures[selected.measure];
    auto heading = number(position) + ' ' + (measure.title.empty() ? std::string() : measure.title.in(language_));
    if (!facts.empty()) heading += say(words::in_brackets, language_, joined(facts, language_));
    Points::Point point{{heading, Tone::strong}, {}};
    for (const auto& item : digests_[position].reasons) point.below.push_back(reason(item));
    for (const auto obligation : selected.obligations) {
      point.below.push_back(reason(report_.derivation.selection.obligations[obligation]));
    }
    return point;
  }

  const DerivationReport& report_;
  Language language_;
  const Catalog& catalog_;
  const std::vector<SelectedMeasure>& selected_;
  std::vector<MeasureDigest> digests_;
};

}  // namespace

Page measure_sections(const DerivationReport& report, Language language) {
  Page page;
  page.push_back(Heading{2, std::string(words::measures.in(language))});
  if (report.derivation.selection.measures.empty()) {
    const auto& why = report.view.catalog().measures.empty() ? words::no_measures : words::none_selected;
    page.push_back(Paragraph{std::string(why.in(language))});
    return page;
  }
  const MeasurePages pages(report, language);
  if (!report.view.catalog().chapters.empty())
    page.push_back(Paragraph{std::string(words::placement_is_ours.in(language))});
  page.push_back(pages.table());
  page.push_back(Heading{2, std::string(words::why_measures.in(language))});
  page.push_back(pages.reasons());
  return page;
}

}  // namespace michibiki
