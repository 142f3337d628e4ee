#include "engine/explain/firmness.hpp"

#include "engine/explain/smallest_cut.hpp"

namespace michibiki {

std::vector<Firmness> firmness_of_roots(const Justification& justification, const Catalog& catalog,
                                        const std::function<void(std::size_t, std::size_t)>& told) {
  const auto all = count_reasons(justification);
  std::vector<Firmness> found;
  for (const auto root : justification.roots) {
    const auto removable = [&](FactId fact) { return catalog.fact(fact).basis.kind != BasisKind::stated; };
    found.push_back({root, {}, {}, all.of_conclusions[root], smallest_cut(justification, root, removable)});
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
