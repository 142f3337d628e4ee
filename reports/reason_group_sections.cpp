#include <algorithm>
#include <map>

#include "engine/explain/controls_behind.hpp"
#include "reports/explanation_sections.hpp"
#include "reports/explanation_words.hpp"
#include "reports/naming.hpp"
#include "reports/step_parts.hpp"

namespace michibiki {
namespace {

/// Where there is one way, from what is called for: that.
std::size_t called_behind(const Justification& justification, std::size_t conclusion) {
  const auto& ways = justification.ways[conclusion];
  if (ways.size() > 1) return conclusion;
  for (const auto premise : justification.steps[ways.front()].premises) {
    if (std::holds_alternative<IsCalledFor>(justification.conclusions[premise])) return premise;
  }
  return conclusion;
}

/// By what a reason is put together with others; those without it stand apart, by why they are without.
struct Group {
  bool without = false;
  std::string name;

  auto operator<=>(const Group&) const = default;
};

Group plainly_without(const ExplanationTeller& teller, ReasonGroup by) {
  switch (by) {
    case ReasonGroup::threat:
      return {true, teller.in(words::without_threat)};
    case ReasonGroup::asset:
      return {true, teller.in(words::without_asset)};
    case ReasonGroup::control:
      break;
  }
  return {true, teller.in(words::without_control)};
}

Group without(const ExplanationTeller& teller, const Step& step, ReasonGroup by) {
  auto group = plainly_without(teller, by);
  const auto add = [&](const Words& why) {
    group.name += say(words::in_brackets, teller.language(), why.in(teller.language()));
  };
  if (step.kind == StepKind::involves) add(words::stakeholder_is_involved);
  if (step.kind == StepKind::requires_other) add(words::other_requires_it);
  return group;
}

Group group_by_control(const ExplanationTeller& teller, const Step& step) {
  const auto& of = teller.report().derivation;
  std::vector<std::string> names;
  for (const auto control : controls_behind({of.view, of.portfolio, of.derivation}, teller.justification(), step))
    names.push_back(title_and_id(teller.catalog().controls[control], teller.language()));
  return names.empty() ? without(teller, step, ReasonGroup::control) : Group{false, joined(names, teller.language())};
}

Group group_of(const ExplanationTeller& teller, const Step& step, ReasonGroup by) {
  if (by == ReasonGroup::control) return group_by_control(teller, step);
  const auto parts = parts_of(teller.report().derivation, teller.justification(), step);
  const std::string_view name = by == ReasonGroup::threat ? "threat" : "asset";
  const auto part = std::ranges::find(parts, name, &StepPart::name);
  return part == parts.end() ? without(teller, step, by) : Group{false, text_of(*part, teller.language())};
}

using Groups = std::vector<std::pair<Group, ReasonCount>>;

/// Those with most reasons first; last what is called for without any.
Groups groups_of(const ExplanationTeller& teller, std::size_t conclusion, ReasonGroup by) {
  const auto& justification = teller.justification();
  const auto& counts = teller.report().explanation.counts;
  // A value is grouped as what calls for its measure.
  const auto called = called_behind(justification, conclusion);
  const auto factor = counts.of_conclusions[conclusion].number / counts.of_conclusions[called].number;
  std::map<Group, ReasonCount> groups;
  for (const auto position : justification.ways[called]) {
    auto& group = groups[group_of(teller, justification.steps[position], by)];
    const auto& count = counts.of_steps[position];
    group.number += count.number * factor;
    group.at_least = group.at_least || count.at_least;
  }
  Groups ordered(groups.begin(), groups.end());
  std::ranges::stable_sort(ordered, [](const auto& a, const auto& b) {
    if (a.first.without != b.first.without) return b.first.without;
    return a.second.number > b.second.number;
  });
  return ordered;
}

struct Titles {
  const Words& section;
  const Words& column;
};

Titles titles_for(ReasonGroup by) {
  switch (by) {
    case ReasonGroup::threat:
      return {words::by_threat, words::threat};
    case ReasonGroup::asset:
      return {words::by_asset, words::asset};
    case ReasonGroup::control:
      break;
  }
  return {words::by_control, words::control};
}

}  // namespace

Page reason_group_section(const ExplanationTeller& teller, std::size_t conclusion, ReasonGroup by) {
  const auto groups = groups_of(teller, conclusion, by);
  if (groups.size() == 1 && groups.front().first == plainly_without(teller, by)) return {};  // nothing to group
  const auto titles = titles_for(by);
  auto page = teller.page();
  page.add(Heading{2, say(words::colon, teller.language(), teller.in(titles.section), teller.conclusion(conclusion))});
  if (by == ReasonGroup::control) page.add(Paragraph{teller.in(words::by_control_means), Tone::faint});
  Grid grid;
  grid.columns = {{teller.in(titles.column)}, {teller.in(words::reasons_column), true, true}};
  for (const auto& [group, count] : groups) grid.rows.push_back({{{group.name}, {teller.count(count)}}, false});
  page.add(std::move(grid));
  return page.take();
}

Page reason_group_sections(const ExplanationTeller& teller, ReasonGroup by) {
  Page page;
  for (const auto root : teller.justification().roots) append(page, reason_group_section(teller, root, by));
  return page;
}

}  // namespace michibiki
