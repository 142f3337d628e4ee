#include "engine/what_if/labels.hpp"

#include <algorithm>
#include <deque>
#include <iterator>

namespace michibiki {
namespace {

/// False where something at least as small is there already.
bool add(Label& label, Environment environment, const LabelLimits& limits) {
  auto& all = label.environments;
  if (environment.size() > limits.size) {
    label.cut = true;
    return false;
  }
  if (std::ranges::any_of(all, [&](const Environment& known) { return within(known, environment); })) return false;
  std::erase_if(all, [&](const Environment& known) { return within(environment, known); });
  const auto place = std::ranges::lower_bound(all, environment, comes_before);
  const bool last = place == all.end();
  if (last && all.size() >= limits.number) {
    label.cut = true;
    return false;
  }
  all.insert(place, std::move(environment));
  if (all.size() > limits.number) {
    all.pop_back();
    label.cut = true;
  }
  return true;
}

}  // namespace

bool comes_before(const Environment& a, const Environment& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

bool within(const Environment& part, const Environment& whole) { return std::ranges::includes(whole, part); }

Label either(const Label& one, const Label& other, const LabelLimits& limits) {
  auto label = one;
  label.cut = one.cut || other.cut;
  for (const auto& environment : other.environments) add(label, environment, limits);
  return label;
}

Label both(const Label& one, const Label& other, const LabelLimits& limits, const Contradicts& contradicts) {
  Label label;
  label.cut = one.cut || other.cut;
  for (const auto& a : one.environments) {
    for (const auto& b : other.environments) {
      Environment together;
      std::ranges::set_union(a, b, std::back_inserter(together));
      if (!contradicts(together)) add(label, std::move(together), limits);
    }
  }
  return label;
}

std::vector<Label> labels(const std::vector<bool>& holding, const std::vector<LabelledStep>& steps,
                          const LabelLimits& limits, const Contradicts& contradicts) {
  std::vector<Label> found(holding.size());
  for (std::size_t i = 0; i < holding.size(); ++i) {
    if (holding[i]) found[i] = holds_anyway();
  }
  std::vector<std::vector<std::size_t>> users(holding.size());
  std::deque<std::size_t> waiting;
  std::vector<bool> waits(steps.size(), false);
  const auto wake = [&](std::size_t step) {
    if (holding[steps[step].conclusion] || waits[step]) return;
    waits[step] = true;
    waiting.push_back(step);
  };
  for (std::size_t i = 0; i < steps.size(); ++i) {
    for (const auto premise : steps[i].premises) users[premise].push_back(i);
    wake(i);
  }
  while (!waiting.empty()) {
    const auto position = waiting.front();
    const auto& step = steps[position];
    waiting.pop_front();
    waits[position] = false;
    auto label = holds_anyway();
    for (const auto& condition : step.conditions) label = both(label, condition, limits, contradicts);
    for (const auto premise : step.premises) {
      if (label.environments.empty() && !label.cut) break;
      label = both(label, found[premise], limits, contradicts);
    }
    auto& known = found[step.conclusion];
    auto better = either(known, label, limits);
    if (better.environments == known.environments && better.cut == known.cut) continue;
    known = std::move(better);
    for (const auto user : users[step.conclusion]) wake(user);
  }
  return found;
}

}  // namespace michibiki
