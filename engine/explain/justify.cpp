#include "engine/explain/justify.hpp"

#include <algorithm>
#include <map>

namespace michibiki {
namespace {

/// Everything that the roots may rest on, in the order in which it is met.
class Walk {
 public:
  explicit Walk(const Workings& workings) : workings_(workings) {}

  Justification from(const std::vector<Conclusion>& roots) {
    for (const auto& root : roots) found_.roots.push_back(position_of(root));
    for (std::size_t next = 0; next < found_.conclusions.size(); ++next) {
      const auto conclusion = found_.conclusions[next];  // the list grows meanwhile
      const auto ways = std::visit([&](const auto& one) { return ways_to(workings_, one); }, conclusion);
      for (const auto& way : ways) add(next, way);
    }
    return std::move(found_);
  }

 private:
  std::size_t position_of(const Conclusion& conclusion) {
    const auto [known, added] = positions_.try_emplace(conclusion, found_.conclusions.size());
    if (added) {
      found_.conclusions.push_back(conclusion);
      found_.ways.emplace_back();
    }
    return known->second;
  }

  void add(std::size_t conclusion, const Way& way) {
    Step step{way.kind, conclusion, {}, {}, way.link, way.who, way.no_firmer_than, way.open};
    for (const auto& any : way.facts) {
      if (std::ranges::count(step.facts, any) == 0) step.facts.push_back(any);
    }
    for (const auto& premise : way.premises) step.premises.push_back(position_of(premise));
    found_.ways[conclusion].push_back(found_.steps.size());
    found_.steps.push_back(std::move(step));
  }

  const Workings& workings_;
  Justification found_;
  std::map<Conclusion, std::size_t> positions_;
};

}  // namespace

Justification justify(const Workings& workings, const std::vector<Conclusion>& roots) {
  return restricted(Walk(workings).from(roots), [](const Step&) { return true; });
}

}  // namespace michibiki
