#include "engine/called_for.hpp"

#include <algorithm>
#include <optional>

namespace michibiki {
namespace {

using Limit = std::vector<Sourced<PatternId>>;

bool stands(const View& view, const Sourced<PatternId>& member) {
  return view.standing(member.fact) != Standing::absent;
}

bool limits(const View& view, const Limit& limit) {
  return std::ranges::any_of(limit, [&](const auto& member) { return stands(view, member); });
}

/// How firm it is that the service is not of that pattern; none where it may be.
std::optional<BasisKind> ruled_out(const Classification& classification, PatternId pattern) {
  if (classification.may_be(pattern)) return std::nullopt;
  const auto found = std::ranges::find(classification.ruled_out, pattern, &RuledOut::pattern);
  return found == classification.ruled_out.end() ? BasisKind::unverified : found->basis;
}

bool surer(const Called& a, const Called& b) { return a.call != b.call ? a.call > b.call : a.basis > b.basis; }

}  // namespace

const Limit& patterns_of(const Catalog& catalog, EntryRef entry) {
  static const Limit none;
  if (entry.kind == EntryKind::measure) return catalog.measures.at(entry.index).patterns;
  if (entry.kind == EntryKind::control) return catalog.controls.at(entry.index).patterns;
  return none;
}

Called called_in(const View& view, const Limit& limit, PatternId pattern) {
  if (!limits(view, limit)) return {};
  const auto named = std::ranges::find(limit, pattern, &Sourced<PatternId>::value);
  if (named != limit.end() && stands(view, *named)) {
    const bool holds = view.holds(named->fact);
    return {holds ? Call::certain : Call::open, view.catalog().fact(named->fact).basis.kind};
  }
  const bool believed = std::ranges::any_of(limit, [&](const auto& member) { return view.holds(member.fact); });
  return {believed ? Call::none : Call::open, BasisKind::unverified};
}

bool patterns_select(const View& view) {
  const auto& catalog = view.catalog();
  const auto limited = [&](const auto& entry) { return limits(view, entry.patterns); };
  return std::ranges::any_of(catalog.measures, limited) || std::ranges::any_of(catalog.controls, limited);
}

Called Calls::by(const Limit& limit, const Classification& classification) const {
  const bool of_none = classification.patterns.empty() && classification.withheld.empty();
  Called all;
  bool any = false;   // whether it may be called for in a possible pattern
  bool every = true;  // whether it surely is in each
  for (std::size_t i = 0; i < view_.catalog().patterns.size(); ++i) {
    const PatternId id{i};
    if (view_.catalog().patterns[id].group || view_.standing(ref(id)) == Standing::absent) continue;
    const auto here = called_in(view_, limit, id);
    const auto out = of_none ? std::nullopt : ruled_out(classification, id);
    if (!out) {
      any = any || here.call != Call::none;
      every = every && here.call == Call::certain;
    }
    auto firm = out.value_or(BasisKind::unverified);
    if (here.call == Call::certain) firm = std::max(firm, here.basis);
    all.basis = std::min(all.basis, firm);
  }
  all.call = !any ? Call::none : every ? Call::certain : Call::open;
  return all;
}

Called Calls::called(EntryRef entry, std::size_t service) const {
  const auto& limit = patterns_of(view_.catalog(), entry);
  return limits(view_, limit) ? by(limit, classifications_[service]) : Called();
}

Called Calls::called(EntryRef entry, const std::vector<std::size_t>& services) const {
  if (!limits(view_, patterns_of(view_.catalog(), entry))) return {};
  Called surest{Call::none, BasisKind::unverified};
  for (const auto service : services) {
    const auto here = called(entry, service);
    if (surer(here, surest)) surest = here;
  }
  return surest;
}

}  // namespace michibiki
