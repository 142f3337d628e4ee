#include <algorithm>
#include <array>
#include <utility>

#include "engine/what_if/weaker_links.hpp"
#include "reports/entry_words.hpp"
#include "reports/explanation_words.hpp"
#include "reports/levels.hpp"
#include "reports/levels_shown.hpp"
#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/reason_words.hpp"
#include "reports/text_page.hpp"
#include "reports/tones.hpp"
#include "reports/what_if_words.hpp"
#include "reports/why_not.hpp"
#include "reports/why_not_words.hpp"

namespace michibiki {
namespace {

constexpr std::size_t ways_at_once = 5;

struct StageWords {
  std::string_view stage;
  Words heading;
  Words means;
};

/// In the order of the report's own steps.
constexpr std::array<StageWords, 7> stages{{
    {"itself", words::missing_itself, words::missing_itself_means},
    {"classify", words::missing_classify, words::missing_classify_means},
    {"identify", words::missing_identify, words::missing_identify_means},
    {"analyse", words::missing_analyse, words::missing_analyse_means},
    {"select", words::missing_select, words::missing_select_means},
    {"place", words::missing_place, words::missing_place_means},
    {"grade", words::missing_grade, words::missing_grade_means},
}};

class WhyNotPage {
 public:
  WhyNotPage(const WhyNotReport& report, Language language, bool whole)
      : report_(report),
        why_(report.why),
        catalog_(report.why.wider.base.catalog()),
        language_(language),
        whole_(whole) {}

  Page draw() {
    page_.emplace_back(Heading{1, say(words::why_not_title, language_, report_.asked_in_words)});
    add_head();
    if (why_.holds) {
      page_.emplace_back(why_.undecided ? Paragraph{in(words::may_hold_already), Tone::caution}
                                        : Paragraph{in(words::holds_already), Tone::good});
    } else if (why_.never) {
      add_never(*why_.never);
    } else {
      add_summary();
      for (const auto& stage : stages_nearest_first()) add_stage(stage);
    }
    return std::move(page_);
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }

  void add_head() {
    Labelled head;
    std::vector<std::string> told;
    for (const auto entry : report_.asked) {
      auto name = title_and_id(catalog_.entry(entry), language_);
      if (std::ranges::count(told, name) != 0) continue;
      head.lines.push_back({in(words::asked_about), {name}});
      told.push_back(std::move(name));
    }
    for (const auto& service : report_.portfolio.services)
      head.lines.push_back({in(words::derived_for), {title_and_id(service.title, service.code, language_)}});
    if (why_.wider.base.trust() != BasisKind::unverified)
      head.lines.push_back({in(words::under_trust), {in(words_for(why_.wider.base.trust()))}});
    for (auto& note : level_notes(catalog_, levels_shown(), language_)) head.lines.push_back(std::move(note));
    page_.emplace_back(std::move(head));
  }

  std::vector<LevelId> levels_shown() const {
    LevelsShown shown(why_.wider.workings());
    for (const auto entry : report_.asked) shown.add(entry);
    for (const auto& remedy : why_.remedies) {
      for (const auto step : remedy.steps) {
        const auto& justification = why_.assumptions.justification;
        shown.add(justification.conclusions[justification.steps[step].conclusion]);
      }
    }
    return shown.levels();
  }

  void add_never(Never never) {
    if (never == Never::too_far) {
      page_.emplace_back(Paragraph{applies_not(), Tone::caution});
    } else if (never != Never::no_values && never != Never::unknown_value) {
      page_.emplace_back(Paragraph{in(words::can_never_apply), Tone::caution});
    }
    switch (never) {
      case Never::no_conclusion:
        page_.emplace_back(Paragraph{in(words::never_concluded)});
        break;
      case Never::heading:
        page_.emplace_back(Paragraph{in(words::never_heading)});
        break;
      case Never::replaced: {
        std::vector<std::string> names;
        for (const auto entry : report_.instead) names.push_back(title_and_id(catalog_.entry(entry), language_));
        page_.emplace_back(Paragraph{say(words::never_replaced, language_, joined(names, language_))});
        break;
      }
      case Never::no_values:
        page_.emplace_back(Paragraph{in(words::never_a_value)});
        break;
      case Never::unknown_value:
        page_.emplace_back(Paragraph{in(words::never_known), Tone::caution});
        page_.emplace_back(Paragraph{say(words::state_the_value, language_, measure_asked_about())});
        break;
      case Never::too_far:
        page_.emplace_back(Paragraph{say(words::too_far, language_, most_edits)});
        if (why_.wider.base.trust() != BasisKind::unverified)
          page_.emplace_back(Paragraph{in(words::too_far_under_trust)});
        break;
      case Never::no_way:
        page_.emplace_back(Paragraph{in(words::never_no_way)});
        break;
    }
  }

  std::string measure_asked_about() const {
    const auto found = std::ranges::find(report_.asked, EntryKind::measure, &EntryRef::kind);
    return found == report_.asked.end() ? std::string() : catalog_.entry(*found).code;
  }

  void add_summary() {
    const auto& nearest = why_.remedies.front();
    if (why_.only_value) page_.emplace_back(Paragraph{in(words::only_value), Tone::strong});
    const auto edits = nearest.edits.size();
    const auto ways = why_.remedies.size();
    const auto between = in(words::between_sentences);
    const auto& nearest_is = why_.cut ? words::nearest_found_is : words::nearest_is;
    page_.emplace_back(Paragraph{applies_not() + between +
                                     (edits == 1 ? in(words::nearest_is_one) : say(nearest_is, language_, edits)) +
                                     between + (ways == 1 ? in(words::one_way) : say(words::ways, language_, ways)),
                                 Tone::strong});
    const auto& alone = ways == 1 ? words::service_alone : words::some_service_alone;
    page_.emplace_back(why_.by_service ? Paragraph{in(alone)} : Paragraph{in(words::not_by_service), Tone::caution});
    if (why_.cut) page_.emplace_back(Paragraph{in(words::more_may_exist), Tone::caution});
    page_.emplace_back(Paragraph{in(words::checked_by_deriving), Tone::faint});
  }

  std::string applies_not() const {
    return in(report_.portfolio.services.size() == 1 ? words::applies_not : words::applies_to_none);
  }

  /// The remedies stand by number of edits, then by stage.
  std::vector<StageWords> stages_nearest_first() const {
    std::vector<StageWords> found;
    for (const auto& remedy : why_.remedies) {
      const auto stage = std::ranges::find(stages, stage_of(remedy), &StageWords::stage);
      if (std::ranges::count(found, stage->stage, &StageWords::stage) == 0) found.push_back(*stage);
    }
    return found;
  }

  void add_stage(const StageWords& stage) {
    std::size_t shown = 0;
    std::size_t left = 0;
    for (const auto& remedy : why_.remedies) {
      if (stage_of(remedy) != stage.stage) continue;
      if (shown == 0) {
        page_.emplace_back(Heading{2, in(stage.heading)});
        page_.emplace_back(Paragraph{in(stage.means), Tone::faint});
      }
      if (!whole_ && shown == ways_at_once) {
        ++left;
        continue;
      }
      add_remedy(remedy, ++shown);
    }
    if (left > 0) page_.emplace_back(Paragraph{say(words::more_ways, language_, left), Tone::faint});
  }

  void add_remedy(const Remedy& remedy, std::size_t number) {
    std::vector<std::string> edits;
    for (const auto& edit : remedy.edits) edits.push_back(edit_text(report_, edit, language_));
    std::string all;
    for (const auto& edit : edits) all += (all.empty() ? "" : in(words::semicolon)) + edit;
    page_.emplace_back(Heading{3, say(words::edit_numbered, language_, number, all)});
    Grid grid;
    grid.columns = {{in(words::premise_state), false, true}, {in(words::premise)}, {in(words::basis_and_where)}};
    for (const auto step : remedy.steps) {
      for (const auto fact : in_the_way(report_, remedy, step))
        grid.rows.push_back(
            {{{in(words::premise_in_the_way), Tone::bad}, {obstacle_text(report_, fact, language_)}, stated_at(fact)},
             false});
      const auto [words, tone] = state_of(remedy, step);
      grid.rows.push_back({{{in(*words), tone}, {premise_text(report_, step, language_)}, where(step)}, false});
    }
    page_.emplace_back(std::move(grid));
    Labelled more;
    for (const auto& edit : remedy.edits) add_weaker(edit, more);
    more.lines.push_back({in(words::would_change), {changes_of(remedy)}});
    if (const auto command = command_for(report_, remedy); !command.empty())
      more.lines.push_back({in(words::try_it), {command, Tone::faint}});
    page_.emplace_back(std::move(more));
  }

  Cell where(std::size_t step) const {
    const auto ground = ground_of(report_, step);
    if (const auto* at = std::get_if<SourceLocation>(&ground))
      return {with_mark(in(words::said_by_service), place_in_service(*at), language_), tone_of(BasisKind::stated)};
    const auto* fact = std::get_if<FactId>(&ground);
    if (fact == nullptr) return {};
    return is_new(*fact) ? Cell{in(words::stated_nowhere)} : stated_at(*fact);
  }

  Cell stated_at(FactId fact) const {
    return {with_mark(basis_and_place(catalog_, fact, language_), place_of(catalog_, fact), language_),
            tone_of(catalog_.fact(fact).basis.kind)};
  }

  bool is_new(FactId fact) const {
    return std::ranges::any_of(why_.assumptions.edits, [&](const ProposedEdit& edit) {
      return edit.kind == EditKind::state && edit.fact == fact;
    });
  }

  /// What the catalogues say already, but within limits.
  void add_weaker(const ProposedEdit& edit, Labelled& more) const {
    const auto link =
        std::ranges::find(catalog_.links, edit.fact, [](const Link& one) { return std::optional(one.fact); });
    if (edit.kind != EditKind::state || link == catalog_.links.end()) return;
    for (const auto id : weaker_links(why_.wider.base, *link)) {
      const auto& known = catalog_.link(id);
      std::vector<std::string> limits;
      for (const auto entry : known.limits.named())
        limits.push_back(
            say(words::thing, language_, in(words_for(entry.kind)), title_and_id(catalog_.entry(entry), language_)));
      const auto place = place_of(catalog_, known.fact);
      auto text = limits.empty() ? say(words::only_together, language_, known.code, place)
                                 : say(words::only_for, language_, known.code, joined(limits, language_), place);
      const auto standing = why_.wider.base.standing(known.fact);
      if (standing == Standing::distrusted) text = say(words::hidden_by_trust, language_, text);
      if (standing == Standing::absent) text = say(words::said_no_longer, language_, text);
      more.lines.push_back({in(words::said_within_limits), {text, Tone::caution}});
    }
  }

  std::pair<const Words*, Tone> state_of(const Remedy& remedy, std::size_t step) const {
    const auto& assumed = why_.assumptions;
    if (assumed.holding[assumed.justification.steps[step].conclusion]) return {&words::premise_holds, Tone::good};
    if (is_missing(report_, remedy, step)) return {&words::premise_missing, Tone::bad};
    return {&words::premise_follows, Tone::plain};
  }

  std::string changes_of(const Remedy& remedy) const {
    std::vector<std::string> all;
    const auto add = [&](const Words& what, std::size_t more, std::size_t fewer) {
      std::string count;
      if (more > 0) count += '+' + std::to_string(more);
      if (fewer > 0) count += (count.empty() ? "-" : " -") + std::to_string(fewer);
      if (!count.empty()) all.push_back(say(words::change_of, language_, in(what), count));
    };
    const auto& changes = remedy.changes;
    add(words::components_change, remedy.come.components, remedy.go.components);
    add(words::assets_change, remedy.come.assets, remedy.go.assets);
    add(words::exposures_change, changes.new_exposures.size(), changes.gone_exposures.size());
    if (!remedy.newly_open.empty())
      all.push_back(say(words::change_of, language_, in(words::newly_open_change), remedy.newly_open.size()));
    add(words::measures_change, changes.new_measures.size(), changes.gone_measures.size());
    add(words::controls_change, changes.new_controls.size(), changes.gone_controls.size());
    if (!changes.changed_exposures.empty())
      all.push_back(say(words::change_of, language_, in(words::answers_change), changes.changed_exposures.size()));
    if (const auto moved = changes.moved_measures.size() + changes.moved_controls.size(); moved > 0)
      all.push_back(say(words::change_of, language_, in(words::calls_change), moved));
    if (remedy.changed_values > 0)
      all.push_back(say(words::change_of, language_, in(words::values_change), remedy.changed_values));
    return all.empty() ? in(words::nothing_else) : joined(all, language_);
  }

  const WhyNotReport& report_;
  const WhyNot& why_;
  const Catalog& catalog_;
  Language language_;
  bool whole_;
  Page page_;
};

}  // namespace

std::string why_not_text(const WhyNotReport& report, Language language, const TextStyle& style) {
  return draw_text(WhyNotPage(report, language, report.verbose).draw(), style);
}

std::string why_not_markdown(const WhyNotReport& report, Language language) {
  return draw_markdown(WhyNotPage(report, language, true).draw());
}

}  // namespace michibiki
