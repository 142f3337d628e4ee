#include "engine/what_if/fates.hpp"

#include <algorithm>
#include <map>

#include "engine/what_if/falling.hpp"

namespace michibiki {
namespace {

/// Conclusions share the statements that carry them: each set is derived without once.
class Derivations {
 public:
  Derivations(const Workings& here, const Justification& justification) : here_(here), justification_(justification) {}

  Fate fate(std::size_t conclusion, const std::vector<FactId>& facts) {
    auto known = falling_.find(facts);
    if (known == falling_.end()) known = falling_.emplace(facts, falling_without(here_, justification_, facts)).first;
    if (known->second.falls[conclusion]) return Fate::falls;
    return known->second.undecided[conclusion] ? Fate::undecided : Fate::stands;
  }

 private:
  const Workings& here_;
  const Justification& justification_;
  std::map<std::vector<FactId>, Falling> falling_;
};

}  // namespace

std::string_view name_of(Fate fate) {
  switch (fate) {
    case Fate::falls:
      return "falls";
    case Fate::undecided:
      return "undecided";
    case Fate::stands:
      return "stands";
  }
  return "";
}

std::vector<FirmnessFates> fates(const Workings& here, const Justification& justification,
                                 const std::vector<Firmness>& firmness,
                                 const std::function<void(std::size_t, std::size_t)>& told) {
  Derivations without(here, justification);
  const auto& catalog = here.view.catalog();
  const auto soft = [&](FactId fact) { return catalog.fact(fact).basis.kind != BasisKind::stated; };
  std::vector<FirmnessFates> found;
  for (const auto& one : firmness) {
    FirmnessFates those;
    for (const auto fact : one.alone) those.alone.push_back(without.fate(one.conclusion, {fact}));
    those.carried_by = one.carried_by;
    if (const auto falls = std::ranges::find(those.alone, Fate::falls); falls != those.alone.end())
      those.carried_by = {one.alone[static_cast<std::size_t>(falls - those.alone.begin())]};
    if (those.carried_by) those.without_carried_by = without.fate(one.conclusion, *those.carried_by);
    if (those.carried_by && those.without_carried_by != Fate::falls)
      those.dropping = dropping(here, justification.conclusions[one.conclusion], soft);
    if (one.besides) those.without_besides = without.fate(one.conclusion, *one.besides);
    found.push_back(std::move(those));
    if (told) told(found.size(), firmness.size());
  }
  return found;
}

}  // namespace michibiki
