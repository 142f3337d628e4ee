#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "reports/clipped_page.hpp"
#include "reports/explanation_report.hpp"
#include "reports/explanation_words.hpp"
#include "reports/grades.hpp"
#include "reports/levels.hpp"
#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/overrides.hpp"
#include "reports/promise_words.hpp"
#include "reports/promises.hpp"
#include "reports/reason_words.hpp"
#include "reports/statement_text.hpp"
#include "reports/statements.hpp"
#include "reports/step_parts.hpp"
#include "reports/step_teller.hpp"
#include "reports/text_page.hpp"
#include "reports/tones.hpp"
#include "reports/value_text.hpp"

namespace michibiki {
namespace {

constexpr std::size_t conclusions_at_once = 12;
constexpr std::size_t reasons_at_once = 2;

/// In the order of the alternatives of Conclusion.
const Words& words_for_conclusions(std::size_t kind) {
  static constexpr std::array<Words, std::variant_size_v<Conclusion>> all{
      {{"要求レベル", "Required levels"},
       {"パターン", "Patterns"},
       {"構成要素", "Components"},
       {"ステークホルダ", "Stakeholders"},
       {"情報資産", "Assets"},
       {"情報資産の種類", "Natures of assets"},
       {"脅威が損なう性質", "What threats harm"},
       {"脅威の仕組み", "How threats work"},
       {"仕組みが及ぶ種類", "What mechanisms act on"},
       {"脆弱性", "Weaknesses"},
       {"突合結果", "Exposures"},
       {"求められる対策項目・管理策", "Measures and controls"},
       {"対策項目の由来", "Lineage of measures"},
       {"対策項目の区分", "Classes of measures"},
       {"対策項目の章", "Chapters of measures"},
       {"対策参照値", "Reference values"}}};
  return all.at(kind);
}

class ExplanationPage {
 public:
  ExplanationPage(const ExplanationReport& report, Language language, bool whole)
      : report_(report),
        of_(report.derivation),
        catalog_(report.derivation.view.catalog()),
        justification_(report.explanation.justification),
        language_(language),
        whole_(whole),
        teller_(report.derivation, justification_, language, report.asked),
        page_(language, whole ? 0 : conclusions_at_once) {}

  Page draw() {
    page_.add(Heading{1, say(report_.resting ? words::rests_on : words::why, language_, report_.asked_in_words)});
    add_head();
    if (report_.resting) {
      add_resting(*report_.resting);
    } else {
      add_reasons();
    }
    auto page = page_.take();
    append(page, override_section(catalog_, language_));
    return page;
  }

 private:
  void add_reasons() {
    add_conclusions();
    if (!report_.values.empty()) {
      for (const auto& origin : report_.values) add_value(origin);
    } else if (!report_.firmness.empty()) {
      for (const auto& one : report_.firmness) add_firmness(one);
    } else if (report_.extent.by) {
      for (const auto root : justification_.roots) add_groups(root, *report_.extent.by);
    } else if (report_.extent.depth) {
      add_tree(*report_.extent.depth);
    } else if (report_.extent.all) {
      for (const auto root : justification_.roots) add_all(root, *report_.extent.all);
    } else {
      add_shortest();
    }
  }

  /// By its id where the head tells its title.
  std::string name(EntryRef entry) const {
    const bool known = std::ranges::count(report_.asked, entry) != 0;
    return known ? catalog_.entry(entry).code : title_and_id(catalog_.entry(entry), language_);
  }

  std::string in(const Words& words) const { return std::string(words.in(language_)); }

  void add_head() {
    Labelled head;
    const auto add = [&](const Words& label, const std::string& text) { head.lines.push_back({in(label), {text}}); };
    std::set<std::string> told;  // an asset may be called as the component that it is
    for (const auto entry : report_.asked) {
      const auto name = title_and_id(catalog_.entry(entry), language_);
      if (told.insert(name).second) add(words::asked_about, name);
    }
    if (report_.any_service) {
      add(words::derived_for, in(words::for_any_service));
    } else {
      for (const auto& service : of_.portfolio.services)
        add(words::derived_for, title_and_id(service.title, service.code, language_));
    }
    if (of_.view.trust() != BasisKind::unverified) add(words::under_trust, in(words_for(of_.view.trust())));
    page_.add(std::move(head));
  }

  /// What a conclusion says: of one that comes about in several ways that it is called for, or the last step of its shortest reason.
  std::string told(std::size_t conclusion) const {
    if (const auto* called = std::get_if<IsCalledFor>(&justification_.conclusions[conclusion])) {
      const auto& shortest = justification_.steps[report_.explanation.shortest[conclusion]];
      if (!called->exposure)
        return say(shortest.open ? words::called_for_open : words::called_for_anywhere, language_, name(called->entry));
    }
    return teller_.tell(report_.explanation.shortest[conclusion]);
  }

  std::string count_of(const ReasonCount& count) const {
    return count.at_least ? say(words::at_least_count, language_, count.number.str()) : count.number.str();
  }

  void add_conclusions() {
    page_.section(words::conclusions);
    Grid grid;
    grid.columns = {
        {in(words::conclusion)}, {in(words::reasons_column), true, true}, {in(words::firmness_column), false, true}};
    for (const auto root : justification_.roots) {
      const auto firm = report_.explanation.firmness[root];
      auto text = told(root);
      if (at_once(root)) {
        const auto basis = basis_of(justification_.steps[report_.explanation.shortest[root]]);
        if (!basis.text.empty()) text = with_mark(text, basis.text, language_);
      }
      grid.rows.push_back(
          {{{text}, {count_of(report_.explanation.counts.of_conclusions[root])}, {in(words_for(firm)), tone_of(firm)}},
           false});
    }
    page_.grid(std::move(grid));
    page_.add(Paragraph{in(words::reasons_mean), Tone::faint});
  }

  /// The row tells its only reason, a statement.
  bool at_once(std::size_t conclusion) const {
    const auto& ways = justification_.ways[conclusion];
    return ways.size() == 1 && justification_.steps[ways.front()].premises.empty();
  }

  static Tone tone_of(BasisKind kind) { return kind == BasisKind::unverified ? Tone::caution : Tone::plain; }

  /// The steps of a reason, numbered; what each rests on stands before it.
  Grid steps_of(const ReasonSteps& reason) const {
    Grid grid;
    grid.columns = {{"", true, true},
                    {in(words::step_column)},
                    {in(words::basis_and_where), false},
                    {in(words::from_column), false, true}};
    std::map<std::size_t, std::size_t> numbers;  // of conclusions
    std::set<std::size_t> told;
    auto teller = teller_;
    for (const auto position : reason) {
      if (!told.insert(position).second) continue;
      const auto& step = justification_.steps[position];
      std::vector<std::string> from;
      for (const auto premise : step.premises) from.push_back(std::to_string(numbers[premise]));
      const auto number = numbers[step.conclusion] = told.size();
      grid.rows.push_back(
          {{{std::to_string(number)}, {teller.tell_on(position)}, basis_of(step), {joined(from, language_)}}, false});
    }
    return grid;
  }

  /// The basis and source of the statement that makes the step, and where the catalogue says so. A step that merely draws a conclusion has
  /// none of its own.
  Cell basis_of(const Step& step) const {
    if (draws_conclusion(step)) return {};
    const auto fact = step.facts.front().front();
    const auto kind = catalog_.fact(fact).basis.kind;
    auto place = place_of(catalog_, fact);
    const auto others = told_apart(step);
    if (!others.empty()) place = say(words::with_facts, language_, place, joined(others, language_));
    auto text = with_mark(basis_and_place(catalog_, fact, language_), place, language_);
    const auto& why = step.link ? reason_of(catalog_, *step.link) : reason_of(catalog_, fact);
    if (whole_ && !why.empty()) text = say(words::colon, language_, text, why.in(language_));
    return {text, tone_of(kind)};
  }

  /// Where another way to the same conclusion differs only in what else it needs the catalogues to say: the places of that.
  std::vector<std::string> told_apart(const Step& step) const {
    std::set<std::string> places;
    for (const auto position : justification_.ways[step.conclusion]) {
      const auto& other = justification_.steps[position];
      const bool alike =
          other.kind == step.kind && other.premises == step.premises && other.facts.front() == step.facts.front();
      for (const auto& any : step.facts) {
        if (alike && std::ranges::count(other.facts, any) == 0) places.insert(place_of(catalog_, any.front()));
      }
    }
    return {places.begin(), places.end()};
  }

  static bool draws_conclusion(const Step& step) {
    return step.facts.empty() || step.kind == StepKind::exposed_by_mechanism || step.kind == StepKind::exposed_to_all;
  }

  void add_shortest() {
    auto left = whole_ ? justification_.roots.size() : reasons_at_once;
    for (const auto root : justification_.roots) {
      if (at_once(root)) continue;
      if (left == 0) {
        page_.add(Paragraph{in(words::see_other_conclusions), Tone::faint});
        break;
      }
      --left;
      page_.add(Heading{2, say(words::shortest_reason_of, language_, told(root))});
      page_.add(steps_of(report_.explanation.shortest_reason(root)));
    }
    if (!whole_) page_.add(Paragraph{in(words::see_more_reasons), Tone::faint});
  }

  void add_all(std::size_t root, std::size_t most) {
    if (at_once(root)) return;
    const auto& count = report_.explanation.counts.of_conclusions[root];
    if (count.number > most) {
      add_groups(root, ReasonGroup::threat);
      page_.add(Paragraph{say(words::too_many_reasons, language_, count_of(count), count.number.str())});
      return;
    }
    page_.add(Heading{2, say(words::every_reason_of, language_, told(root))});
    std::size_t number = 0;
    each_reason(justification_, root, [&](const ReasonSteps& reason) {
      page_.add(Heading{3, say(words::reason_number, language_, ++number)});
      page_.add(steps_of(reason));
      return number < most;
    });
  }

  const ReasonCounts& counts() const { return report_.explanation.counts; }

  /// Where there is one way, from what is called for: that.
  std::size_t called_behind(std::size_t root) const {
    if (justification_.ways[root].size() > 1) return root;
    for (const auto premise : justification_.steps[justification_.ways[root].front()].premises) {
      if (std::holds_alternative<IsCalledFor>(justification_.conclusions[premise])) return premise;
    }
    return root;
  }

  void add_groups(std::size_t root, ReasonGroup by) {
    // A value is grouped as what calls for its measure.
    const auto called = called_behind(root);
    const auto factor = counts().of_conclusions[root].number / counts().of_conclusions[called].number;
    std::map<std::string, ReasonCount> groups;
    for (const auto position : justification_.ways[called]) {
      auto& group = groups[group_of(justification_.steps[position], by)];
      const auto& count = counts().of_steps[position];
      group.number += count.number * factor;
      group.at_least = group.at_least || count.at_least;
    }
    if (groups.size() == 1 && groups.contains(in(words::no_group))) return;  // nothing to group
    std::vector<std::pair<std::string, ReasonCount>> ordered(groups.begin(), groups.end());
    std::ranges::stable_sort(ordered, [](const auto& a, const auto& b) { return a.second.number > b.second.number; });
    const auto& title = by == ReasonGroup::threat  ? words::by_threat
                        : by == ReasonGroup::asset ? words::by_asset
                                                   : words::by_control;
    page_.add(Heading{2, say(words::colon, language_, in(title), told(root))});
    if (by == ReasonGroup::control) page_.add(Paragraph{in(words::by_control_means), Tone::faint});
    Grid grid;
    grid.columns = {{in(by == ReasonGroup::threat  ? words::threat
                        : by == ReasonGroup::asset ? words::asset
                                                   : words::control)},
                    {in(words::reasons_column), true, true}};
    for (const auto& [name, count] : ordered) grid.rows.push_back({{{name}, {count_of(count)}}, false});
    page_.add(std::move(grid));
  }

  std::string group_of(const Step& step, ReasonGroup by) const {
    if (by == ReasonGroup::control) return controls_behind(step);
    // What is called for without a threat is so for somebody, or for what requires it.
    const auto parts = parts_of(of_, justification_, step);
    for (const std::string_view name : {by == ReasonGroup::threat ? "threat" : "asset", "stakeholder", "by"}) {
      const auto part = std::ranges::find(parts, name, &StepPart::name);
      if (part != parts.end()) return text_of(*part, language_);
    }
    return in(words::no_group);
  }

  /// By which control of its lineage a measure answers: those that mitigate the same exposure.
  std::string controls_behind(const Step& step) const {
    const auto& conclusion = justification_.conclusions[step.conclusion];
    const auto* called = std::get_if<IsCalledFor>(&conclusion);
    std::optional<std::size_t> exposure;
    for (const auto premise : step.premises) {
      if (const auto* exposed = std::get_if<IsExposed>(&justification_.conclusions[premise]))
        exposure = exposed->exposure;
    }
    if (called == nullptr || !exposure) return in(words::no_group);
    std::set<EntryRef> origins;
    for (const auto link : of_.view.links_from_upwards(called->entry, LinkKind::originates_from)) {
      for (const auto to : catalog_.link(link).to) origins.insert(to);
    }
    std::set<ControlId> controls;
    for (const auto& support : of_.derivation.selection.answers[*exposure].controls) {
      for (const auto control : support.controls) {
        if (origins.contains(ref(control)) || ref(control) == called->entry) controls.insert(control);
      }
    }
    std::vector<std::string> names;
    for (const auto control : controls) names.push_back(title_and_id(catalog_.controls[control], language_));
    return names.empty() ? in(words::no_group) : joined(names, language_);
  }

  void add_tree(std::size_t depth) {
    page_.section(words::whole_tree);
    page_.add(Paragraph{in(words::tree_means), Tone::faint});
    Outline outline;
    std::set<std::size_t> shown;
    if (const auto step = report_.extent.step) {
      add_step(*step - 1, true, 0, depth, outline, shown);
    } else {
      for (const auto root : justification_.roots) {
        outline.lines.push_back({0, {told(root), Tone::strong}});
        add_below(root, 1, depth, outline, shown);
      }
    }
    page_.add(std::move(outline));
  }

  void add_below(std::size_t conclusion, std::size_t at, std::size_t depth, Outline& outline,
                 std::set<std::size_t>& shown) const {
    const auto& ways = justification_.ways[conclusion];
    for (const auto position : ways) add_step(position, position == ways.front(), at, depth, outline, shown);
  }

  void add_step(std::size_t position, bool first, std::size_t at, std::size_t depth, Outline& outline,
                std::set<std::size_t>& shown) const {
    const auto& step = justification_.steps[position];
    auto text = "[" + std::to_string(position + 1) + "] " + (first ? "" : in(words::or_else)) + teller_.tell(position);
    const bool again = !shown.insert(position).second;
    const bool deeper = !again && at < depth;
    if (again) {
      text += in(words::shown_above);
    } else if (!deeper && !step.premises.empty()) {
      text += say(words::more_below, language_, step.premises.size());
    }
    const auto cell = basis_of(step);
    outline.lines.push_back({at, {cell.text.empty() ? text : with_mark(text, cell.text, language_), cell.tone}});
    if (!deeper) return;
    for (const auto premise : step.premises) add_below(premise, at + 1, depth, outline, shown);
  }

  void add_value(const ValueOrigin& origin) {
    const auto& grade = of_.derivation.grading.grades[origin.grade];
    const auto& measure = catalog_.measures[grade.measure];
    const auto& indicator = measure.indicators[grade.indicator];
    page_.add(Heading{2, say(words::origin_of_value, language_, measure.code + '.' + indicator.key,
                             indicator.title.empty() ? std::string() : indicator.title.in(language_))});
    Labelled facts;
    const auto add = [&](const Words& label, const std::string& text) { facts.lines.push_back({in(label), {text}}); };
    const auto value = value_text(catalog_, indicator, grade.value, language_);
    add(words::value_taken,
        grade.pattern ? say(words::of_pattern, language_, value, title_of(catalog_.patterns[*grade.pattern], language_))
                      : value);
    if (grade.services.size() > 1) {
      std::vector<std::string> services;
      for (const auto service : grade.services) services.push_back(of_.portfolio.services[service].code);
      add(words::how_taken, say(words::taken_by_strictness, language_, joined(services, language_),
                                codes(grade.compared, catalog_.patterns, language_)));
    } else if (grade.pattern) {
      const auto& service = of_.portfolio.services[grade.services.front()];
      add(words::how_taken,
          say(words::taken_by_pattern, language_, title_and_id(service.title, service.code, language_)));
    }
    const auto* promised = promised_beside(of_.derivation.promised, origin.grade);
    if (promised != nullptr) add_promises(*promised, facts);
    add(words::countered_properties, titles_of(origin.countered));
    add(words::varying, origin.varies.empty() ? in(words::varies_not) : titles_of(origin.varies));
    for (const auto position : origin.overrides)
      add(words::overridden_value, override_text(catalog_.overrides[position]));
    page_.add(std::move(facts));
    if (promised != nullptr) warn_of_lax(*promised);
    auto undriven = origin.varies;
    std::erase_if(undriven, [&](PropertyId property) { return std::ranges::count(origin.countered, property) != 0; });
    if (!undriven.empty()) page_.add(Paragraph{say(words::drives_not, language_, titles_of(undriven)), Tone::caution});
    add_offered(origin, indicator);
  }

  /// What the services promise themselves, and which value holds.
  void add_promises(const PromisedGrade& promised, Labelled& facts) const {
    const auto& grade = of_.derivation.grading.grades[promised.grade];
    const auto& indicator = catalog_.measures[grade.measure].indicators[grade.indicator];
    const auto add = [&](const Words& label, Cell cell) { facts.lines.push_back({in(label), std::move(cell)}); };
    for (const auto& held : promised.promises) {
      const auto& promise = promise_of(of_, held);
      add(words::promised_by,
          {say(words::promise_of, language_, value_text(catalog_, indicator, promise.value, language_),
               service_of(held), words_for(held).in(language_)),
           tone_of_promise(held)});
      add(words::promise_because, {place_and_reason(promise, language_)});
      if (held.direction) add(words::compared_by, basis_of(*held.direction));
    }
    add(words::what_holds, what_holds(promised, grade, indicator));
  }

  std::string service_of(const HeldPromise& held) const {
    const auto& service = of_.portfolio.services[held.service];
    return title_and_id(service.title, service.code, language_);
  }

  Cell what_holds(const PromisedGrade& promised, const Grade& grade, const Indicator& indicator) const {
    const auto text = [&](const Value& value) {
      return with_gaps(of_, grade, value_text(catalog_, indicator, value, language_), language_);
    };
    switch (promised.holds) {
      case Holds::reference:
        return {say(words::reference_holds, language_, text(grade.value)), Tone::strong};
      case Holds::promise: {
        const auto& held = promised.promises[promised.strictest];
        return {say(words::promise_holds, language_, text(promise_of(of_, held).value), service_of(held)),
                Tone::strong};
      }
      case Holds::undecided:
        break;
    }
    return {in(words::holds_undecided), Tone::caution};
  }

  void warn_of_lax(const PromisedGrade& promised) {
    for (const auto& held : promised.promises) {
      if (held.standing != PromiseStanding::laxer) continue;
      page_.add(Paragraph{say(words::lax_promise, language_, service_of(held)), Tone::caution});
    }
  }

  void add_offered(const ValueOrigin& origin, const Indicator& indicator) {
    Grid grid;
    grid.columns = {{in(words::pattern), false, true}, {in(words::value_taken)}, {""}, {in(words::basis_and_where)}};
    for (const auto& one : origin.offered) {
      const auto& mark = one.taken ? words::taken_mark : words::compared_mark;
      grid.rows.push_back(
          {{{one.pattern ? pattern_text(of_, *one.pattern, false, language_) : std::string()},
            {value_text(catalog_, indicator, one.value, language_), one.taken ? Tone::strong : Tone::plain},
            {one.taken || one.compared ? in(mark) : std::string()},
            basis_of(one.fact)},
           false});
    }
    page_.add(std::move(grid));
  }

  std::string titles_of(const std::vector<PropertyId>& properties) const {
    std::vector<std::string> titles;
    for (const auto property : properties) titles.push_back(title_of(catalog_.properties[property], language_));
    return titles.empty() ? in(words::none) : listed(titles, language_);
  }

  std::string override_text(const Override& change) const {
    const auto at = [](const std::string& catalog, const SourceLocation& place) {
      return catalog + '/' + file_name_of(place) + ':' + std::to_string(place.line);
    };
    return say(words::override_line, language_, change.before, at(change.stated_by, change.stated_at),
               change.after.empty() ? in(words::withdrawn_value) : change.after, at(change.catalog, change.edited_at));
  }

  void add_firmness(const Firmness& one) {
    page_.add(Heading{2, say(words::firmness_of, language_, told(one.conclusion))});
    Labelled counts;
    const auto add = [&](const Words& label, const ReasonCount& count) {
      const bool none = count.number == 0;
      counts.lines.push_back(
          {in(label), {none ? in(words::nothing_left) : count_of(count), none ? Tone::caution : Tone::plain}});
    };
    add(words::with_stated, one.stated);
    if (one.judged.number != one.all.number) add(words::with_judged, one.judged);
    add(words::with_all, one.all);
    page_.add(std::move(counts));
    if (!one.carried_by) {
      page_.add(Paragraph{in(words::stands_without), Tone::good});
      return;
    }
    page_.add(Paragraph{one.carried_by->size() == 1 ? in(words::carried_by_one)
                                                    : say(words::carried_by, language_, one.carried_by->size())});
    Grid grid;
    grid.columns = {{in(words::statement_column)}, {in(words::basis_and_where)}};
    for (const auto fact : *one.carried_by) grid.rows.push_back({{{statement(fact)}, basis_of(fact)}, false});
    page_.add(std::move(grid));
  }

  /// A statement as the step tells it that it makes; of one that only stands behind steps, what it says.
  std::string statement(FactId fact) const {
    for (const auto& step : justification_.steps) {
      if (!draws_conclusion(step) && step.facts.front().front() == fact) return teller_.tell(step);
    }
    return statement_text(catalog_, fact, language_);
  }

  Cell basis_of(FactId fact) const {
    auto text = with_mark(basis_and_place(catalog_, fact, language_), place_of(catalog_, fact), language_);
    const auto& why = reason_of(catalog_, fact);
    if (!why.empty()) text = say(words::colon, language_, text, why.in(language_));
    return {text, tone_of(catalog_.fact(fact).basis.kind)};
  }

  void add_resting(const Resting& resting) {
    struct Counts {
      std::size_t all = 0;
      std::size_t rest = 0;
      std::size_t fall = 0;
    };
    std::map<std::size_t, Counts> counts;
    std::vector<std::string> falling;
    for (std::size_t i = 0; i < justification_.conclusions.size(); ++i) {
      const auto& conclusion = justification_.conclusions[i];
      const auto* called = std::get_if<IsCalledFor>(&conclusion);
      if (called != nullptr && called->exposure) continue;  // a place of what counts anyway
      if (const auto* exposed = std::get_if<IsExposed>(&conclusion); exposed != nullptr && exposed->within) continue;
      auto& count = counts[conclusion.index()];
      ++count.all;
      count.rest += resting.rests[i] ? 1U : 0U;
      count.fall += resting.falls[i] ? 1U : 0U;
      if (called != nullptr && resting.falls[i]) falling.push_back(name(called->entry));
    }
    page_.section(words::conclusions);
    Grid grid;
    grid.columns = {{in(words::kind_of_conclusion)},
                    {in(words::rest_column), true},
                    {in(words::fall_column), true},
                    {in(words::all_column), true}};
    for (const auto& [kind, count] : counts) {
      if (count.rest == 0) continue;
      grid.rows.push_back({{{in(words_for_conclusions(kind))},
                            {std::to_string(count.rest)},
                            {std::to_string(count.fall), count.fall > 0 ? Tone::caution : Tone::plain},
                            {std::to_string(count.all)}},
                           false});
    }
    page_.add(std::move(grid));
    page_.add(Paragraph{in(words::resting_means), Tone::faint});
    page_.section(words::falling_measures);
    page_.add(Paragraph{falling.empty() ? in(words::nothing_falls) : page_.names(falling)});
    if (report_.extent.depth) {
      add_upwards(resting, *report_.extent.depth);
    } else {
      page_.add(Paragraph{in(words::see_upwards), Tone::faint});
    }
  }

  void add_upwards(const Resting& resting, std::size_t depth) {
    page_.section(words::tree_upwards);
    page_.add(Paragraph{in(words::upwards_means), Tone::faint});
    std::vector<std::vector<std::size_t>> users(justification_.conclusions.size());
    for (std::size_t i = 0; i < justification_.steps.size(); ++i) {
      for (const auto premise : justification_.steps[i].premises) users[premise].push_back(i);
    }
    Outline outline;
    std::set<std::size_t> shown;
    for (const auto step : resting.directly) add_above(step, 0, depth, users, outline, shown);
    page_.add(std::move(outline));
  }

  void add_above(std::size_t position, std::size_t at, std::size_t depth,
                 const std::vector<std::vector<std::size_t>>& users, Outline& outline,
                 std::set<std::size_t>& shown) const {
    const auto& above = users[justification_.steps[position].conclusion];
    const bool again = !shown.insert(position).second;
    const bool deeper = !again && at + 1 < depth;
    auto text = "[" + std::to_string(position + 1) + "] " + teller_.tell(position);
    if (again) {
      text += in(words::shown_above);
    } else if (!deeper && !above.empty()) {
      text += say(words::more_above, language_, above.size());
    }
    outline.lines.push_back({at, {text}});
    if (!deeper) return;
    for (const auto step : above) add_above(step, at + 1, depth, users, outline, shown);
  }

  const ExplanationReport& report_;
  const DerivationReport& of_;
  const Catalog& catalog_;
  const Justification& justification_;
  Language language_;
  bool whole_;
  StepTeller teller_;
  ClippedPage page_;
};

}  // namespace

std::string explanation_text(const ExplanationReport& report, Language language, const TextStyle& style) {
  return draw_text(ExplanationPage(report, language, report.extent.verbose).draw(), style);
}

std::string explanation_markdown(const ExplanationReport& report, Language language) {
  return draw_markdown(ExplanationPage(report, language, true).draw());
}

}  // namespace michibiki
