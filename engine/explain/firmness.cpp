#include "engine/explain/firmness.hpp"

#include <algorithm>

#include "engine/explain/indispensable.hpp"
#include "engine/explain/smallest_cut.hpp"

namespace michibiki {

std::vector<Firmness> firmness_of_roots(const Justification& justification, const Catalog& catalog,
                                        const std::function<void(std::size_t, std::size_t)>& told) {
  const auto all = count_reasons(justification);
  std::vector<Firmness> found;
  const auto soft = [&](FactId fact) { return catalog.fact(fact).basis.kind != BasisKind::stated; };
  const auto alone = indispensable_to_roots(justification, soft);
  for (std::size_t i = 0; i < justification.roots.size(); ++i) {
    const auto root = justification.roots[i];
    const auto other = [&](FactId fact) { return soft(fact) && std::ranges::count(alone[i], fact) == 0; };
    Firmness one;
    one.conclusion = root;
    one.all = all.of_conclusions[root];
    one.alone = alone[i];
    auto fewest = smallest_cut(justification, root, other);
    if (one.alone.empty()) {
      one.carried_by = std::move(fewest);
    } else {
      one.carried_by = {one.alone.front()};
      one.besides = std::move(fewest);
    }
    found.push_back(std::move(one));
    if (told) told(found.size(), justification.roots.size());
  }
  const auto count = [&](BasisKind least, ReasonCount Firmness::*field) {
    const auto firm = restricted(justification, [&](const Step& step) { return own_basis(step, catalog) >= least; });
    const auto counts = count_reasons(firm);
    for (auto& one : found) {
      const auto left = firm.find(justification.conclusions[one.conclusion]);
      if (left) one.*field = counts.of_conclusions[*left];
    }
  };
  count(BasisKind::stated, &Firmness::stated);
  count(BasisKind::judgement, &Firmness::judged);
  return found;
}

}  // namespace michibiki
