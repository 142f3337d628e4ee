#include <algorithm>
#include <map>

#include "engine/grade.hpp"
#include "reports/called_for.hpp"
#include "reports/chapters.hpp"
#include "reports/grades.hpp"
#include "reports/naming.hpp"
#include "reports/placements.hpp"
#include "reports/promise_words.hpp"
#include "reports/promises.hpp"
#include "reports/reason_words.hpp"
#include "reports/requirements.hpp"
#include "reports/sections.hpp"
#include "reports/statement_grid.hpp"

namespace michibiki {
namespace {

class MeasurePages {
 public:
  MeasurePages(const DerivationReport& report, Language language, Detail detail)
      : report_(report),
        language_(language),
        detail_(detail),
        catalog_(report.view.catalog()),
        selected_(report.derivation.selection.measures),
        digests_(digest_measures(report)),
        promises_(each_promise(report.portfolio, report.derivation.promised)) {}

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
    if (promised()) grid.columns.push_back({text(words::promised_column)});
    for (const auto& chapter : chapter_tallies(report_, digests_)) {
      if (!catalog_.chapters.empty()) grid.rows.push_back({{{chapter_heading(report_, chapter, language_)}}, true});
      for (const auto position : chapter.measures) add_rows(grid, position, classed);
    }
    return grid;
  }

  /// Whether a promise stands beside any reference value.
  bool promised() const { return !report_.derivation.promised.empty(); }

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

  std::string called_text(std::size_t position) const {
    return michibiki::called_text(report_, ref(selected_[position].measure), selected_[position].open(), language_);
  }

  void add_rows(Grid& grid, std::size_t position, bool classed) const {
    const auto& measure = catalog_.measures[selected_[position].measure];
    const auto add = [&](const std::string& id, const std::string& measure_class, const std::string& topic,
                         const std::string& value, Cell promise = {}) {
      Grid::Row row;
      row.cells.push_back({id});
      if (classed) row.cells.push_back({measure_class});
      row.cells.push_back({topic});
      row.cells.push_back({value});
      if (promised()) row.cells.push_back(std::move(promise));
      grid.rows.push_back(std::move(row));
    };
    auto title = marked_title(catalog_, measure, language_);
    if (const auto printed = printed_elsewhere(report_, position)) {
      title = say(words::printed_in, language_, title,
                  catalog_.chapters[*printed].code + (digests_[position].number_doubtful ? "?" : ""));
    }
    if (const auto called = called_text(position); !called.empty()) title += say(words::in_brackets, language_, called);
    add(number(position), class_of(position), title, "");
    for (std::size_t i = 0; i < measure.indicators.size(); ++i) {
      const auto& indicator = measure.indicators[i];
      const auto topic = indicator.title.empty()
                             ? indicator.key
                             : say(words::indicator, language_, indicator.key, indicator.title.in(language_));
      add("", "", topic, grades_text(report_, digests_[position], i, language_),
          promises_cell(report_, promises_, selected_[position].measure, i, language_));
    }
  }

  /// A basis, and what it is no firmer than with all that it rests on.
  std::string with_premises(std::string where, FactId own, BasisKind with_all) const {
    if (with_all >= catalog_.fact(own).basis.kind) return where;
    return say(words::weaker, language_, where, words_for(with_all).in(language_));
  }

  /// "Origin: why (basis, place, line of the catalogue)".
  Cell line(const std::string& what, const Wording& why, FactId fact) const {
    const auto because = why.empty() ? text(words::no_reason_given) : why.in(language_);
    return {say(words::reason_line, language_, what, because, basis_and_line(catalog_, fact, language_))};
  }

  /// Who counters together with it: all of them where they are few, or where the link is told first.
  std::string together(const Link& link, std::size_t position) const {
    constexpr std::size_t few = 4;
    const auto& measure = catalog_.measures[selected_[position].measure];
    if (link.join == Join::any || link.from.size() < 2) return {};
    const auto& first = catalog_.entry(*std::min_element(link.from.begin(), link.from.end())).code;
    if (link.from.size() > few && first != measure.code)
      return say(words::partners_at, language_, first, link.from.size());
    std::vector<std::string> others;
    for (const auto from : link.from) {
      if (catalog_.entry(from).code != measure.code) others.push_back(catalog_.entry(from).code);
    }
    return say(words::together_with, language_, joined(others, language_));
  }

  Cell reason(const LinkReason& reason, std::size_t position) const {
    const auto& link = catalog_.link(reason.link);
    const auto& why = reason_of(catalog_, reason.link);
    auto because = why.empty() ? text(words::no_reason_given) : why.in(language_);
    if (!link.stands_because.empty()) {
      because = say(words::stands_because, language_, because, link.stands_because.in(language_));
    }
    auto where = basis_and_place(catalog_, link.fact, language_);
    if (detail_ == Detail::full) where = basis_and_line(catalog_, reason.link, language_);
    // What follows is no firmer than the weakest of all that the exposures rest on.
    where = with_premises(std::move(where), link.fact, reason.basis);
    return {say(words::link_reason, language_, because, together(link, position), link.code, reason.exposures, where)};
  }

  Cell reason(const Obligation& obligation) const {
    const auto& link = catalog_.link(obligation.link);
    auto who = title_of(catalog_.stakeholders[obligation.stakeholder], language_);
    if (link.role) who += say(words::in_brackets, language_, title_of(catalog_.roles[*link.role], language_));
    const auto& why = reason_of(catalog_, obligation.link);
    const auto because = why.empty() ? text(words::no_reason_given) : why.in(language_);
    if (detail_ == Detail::full) {
      return {say(words::reason_line, language_, who, because,
                  with_premises(basis_and_line(catalog_, link.fact, language_), link.fact, obligation.basis()))};
    }
    return {with_mark(say(words::colon, language_, who, because),
                      with_premises(basis_and_place(catalog_, link.fact, language_), link.fact, obligation.basis()),
                      language_)};
  }

  Cell reason(const Requirement& requirement) const {
    std::vector<std::string> who;
    for (const auto by : requirement.by) who.push_back(title_and_id(catalog_.entry(by), language_));
    const auto fact = catalog_.link(requirement.link).fact;
    const auto& why = reason_of(catalog_, requirement.link);
    const auto because = why.empty() ? text(words::no_reason_given) : why.in(language_);
    return {say(words::reason_line, language_, say(words::required_by, language_, joined(who, language_)), because,
                with_premises(basis_and_line(catalog_, fact, language_), fact, requirement.basis))};
  }

  /// What is said of the measure itself: class, number, lineage, considerations, best practice, placement, values.
  void add_own(std::size_t position, std::vector<Cell>& below) const {
    const MeasureId id = selected_[position].measure;
    const auto& measure = catalog_.measures[id];
    // What is remarked about something hidden may repeat it.
    const auto doubt = [&](const std::string& label, FactId fact, bool shown) {
      const auto& why = reason_of(catalog_, fact);
      const auto told = say(words::colon, language_, label, basis_and_line(catalog_, fact, language_));
      below.push_back({why.empty() || !shown ? told : say(words::word_and_count, language_, told, why.in(language_))});
    };
    doubt(text(words::title_label), language_ == Language::ja ? measure.title.ja_fact : measure.title.en_fact, true);
    if (measure.number)
      doubt(text(words::number_label), measure.number->fact, report_.view.holds(measure.number->fact));
    if (measure.measure_class)
      doubt(text(words::class_label), measure.measure_class->fact, digests_[position].class_shown == Shown::yes);
    const auto links = [&](const Words& label, LinkKind kind) {
      // What is said of several at once stands once, at the place of the first.
      std::vector<std::pair<LinkId, std::vector<std::string>>> said;
      for (const auto link : report_.view.links_from(ref(id), kind)) {
        const auto same = std::ranges::find_if(said, [&](const auto& other) {
          return reason_of(catalog_, other.first) == reason_of(catalog_, link) &&
                 catalog_.fact(catalog_.link(other.first).fact).basis == catalog_.fact(catalog_.link(link).fact).basis;
        });
        auto& ends = same == said.end() ? said.emplace_back(link, std::vector<std::string>()).second : same->second;
        for (const auto to : catalog_.link(link).to) ends.push_back(title_and_id(catalog_.entry(to), language_));
      }
      for (const auto& [link, ends] : said) {
        below.push_back(line(say(words::word_and_count, language_, text(label), joined(ends, language_)),
                             reason_of(catalog_, link), catalog_.link(link).fact));
      }
    };
    links(words::origin_label, LinkKind::originates_from);
    links(words::consideration_label, LinkKind::considers);
    for (const auto related : related_links(report_.view, ref(id))) {
      const auto& link = catalog_.link(related);
      std::vector<std::string> others;
      for (const auto& end : {link.from, link.to}) {
        for (const auto entry : end) {
          if (entry != ref(id)) others.push_back(title_and_id(catalog_.entry(entry), language_));
        }
      }
      below.push_back(line(say(words::word_and_count, language_, text(words::related_label), joined(others, language_)),
                           reason_of(catalog_, related), link.fact));
    }
    if (!measure.summary.empty()) {
      below.push_back(line(text(words::summary_label), measure.summary,
                           language_ == Language::ja ? measure.summary.ja_fact : measure.summary.en_fact));
    }
    const auto& placement = report_.derivation.placements[position];
    if (placement.rule) {
      const auto chapter = placement.chapter ? catalog_.chapters[*placement.chapter].code : text(words::no_chapter);
      below.push_back(line(say(words::word_and_count, language_, text(words::placement_label), chapter),
                           reason_of(catalog_, *placement.rule), *placement.rule));
    } else if (placement.withheld) {
      below.push_back({say(words::reason_line, language_, text(words::placement_label), text(words::level_withheld),
                           basis_and_line(catalog_, *placement.withheld, language_))});
    } else if (!catalog_.placement.empty()) {
      below.push_back({say(words::colon, language_, text(words::placement_label), text(words::no_rule))});
    }
    links(words::purpose_label, LinkKind::aims_at);
    links(words::implemented_label, LinkKind::implemented_on);
    for (const auto grade : digests_[position].grades) {
      const auto& value = report_.derivation.grading.grades[grade];
      if (!value.fact) continue;
      const auto& key = measure.indicators[value.indicator].key;
      auto label = say(words::value_label, language_, key);
      if (value.pattern) label += say(words::in_brackets, language_, catalog_.patterns[*value.pattern].code);
      doubt(label, *value.fact, !value.withheld);
      if (value.direction) {
        below.push_back(
            line(say(words::direction_label, language_, key), reason_of(catalog_, *value.direction), *value.direction));
      }
    }
    for (const auto& one : promises_) {
      if (!one.beside.empty() && promise_of(report_, one).measure == id)
        below.push_back({promise_reason(report_, one, language_)});
    }
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
    if (auto called = called_text(position); !called.empty()) facts.push_back(std::move(called));
    const auto& measure = catalog_.measures[selected.measure];
    auto heading =
        number(position) + ' ' + (measure.title.empty() ? std::string() : marked_title(catalog_, measure, language_));
    if (!facts.empty()) heading += say(words::in_brackets, language_, joined(facts, language_));
    Points::Point point{{heading, Tone::strong}, {}};
    for (const auto& item : digests_[position].reasons) point.below.push_back(reason(item, position));
    for (const auto& item : digests_[position].open_reasons) point.below.push_back(reason(item, position));
    for (const auto* obligations : {&selected.obligations, &selected.open_obligations}) {
      for (const auto obligation : *obligations) {
        point.below.push_back(reason(report_.derivation.selection.obligations[obligation]));
      }
    }
    for (const auto requirement : all_requirements(selected)) {
      point.below.push_back(reason(report_.derivation.selection.requirements[requirement]));
    }
    if (detail_ == Detail::full) add_own(position, point.below);
    return point;
  }

  const DerivationReport& report_;
  Language language_;
  Detail detail_;
  const Catalog& catalog_;
  const std::vector<SelectedMeasure>& selected_;
  std::vector<MeasureDigest> digests_;
  std::vector<PromiseOverall> promises_;
};

}  // namespace

Page measure_sections(const DerivationReport& report, Language language, Detail detail) {
  Page page;
  page.push_back(Heading{2, std::string(words::measures.in(language))});
  if (report.derivation.selection.measures.empty()) {
    const auto& why = report.view.catalog().measures.empty() ? words::no_measures : words::none_selected;
    page.push_back(Paragraph{std::string(why.in(language))});
    return page;
  }
  const MeasurePages pages(report, language, detail);
  if (!report.view.catalog().chapters.empty())
    page.push_back(Paragraph{std::string(words::placement_is_ours.in(language))});
  page.push_back(pages.table());
  if (pages.promised()) page.push_back(Paragraph{std::string(words::promises_mean.in(language)), Tone::faint});
  page.push_back(Heading{2, std::string(words::why_measures.in(language))});
  page.push_back(pages.reasons());
  if (detail == Detail::brief) page.push_back(Paragraph{std::string(words::see_markdown.in(language)), Tone::faint});
  return page;
}

}  // namespace michibiki
