#include "engine/require.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/supports.hpp"

namespace michibiki {
namespace {

using Firmness = std::map<std::size_t, BasisKind>;

BasisKind firmest(const Firmness& firmness) {
  auto basis = BasisKind::unverified;
  for (const auto& [position, firm] : firmness) basis = std::max(basis, firm);
  return basis;
}

/// False when all of it was known.
bool add(Firmness& known, const Firmness& more) {
  bool news = false;
  for (const auto& [position, firm] : more) {
    const auto [there, added] = known.try_emplace(position, firm);
    news = news || added || firm > there->second;
    there->second = std::max(there->second, firm);
  }
  return news;
}

/// Where something is selected, and how firm that is at each place: exposures, and services whose stakeholders it involves.
struct Places {
  Firmness exposures;
  Firmness services;

  bool empty() const { return exposures.empty() && services.empty(); }
  BasisKind basis() const { return std::max(firmest(exposures), firmest(services)); }
  bool add(const Places& other) {
    const bool more = michibiki::add(exposures, other.exposures);
    return michibiki::add(services, other.services) || more;
  }
  Places no_firmer_than(BasisKind basis) const {
    auto result = *this;
    for (auto* firmness : {&result.exposures, &result.services}) {
      for (auto& [position, firm] : *firmness) firm = std::min(firm, basis);
    }
    return result;
  }
};

using Selected = std::map<EntryRef, Places>;
using Required =
    std::map<std::tuple<EntryRef, LinkId, std::vector<EntryRef>>, Places>;  // what is needed, by which link, by whom

/// What answers and involves by itself; with what is open, or without.
Selected selected_by_itself(const Selection& selection, bool with_open) {
  Selected selected;
  for (std::size_t i = 0; i < selection.answers.size(); ++i) {
    const auto note = [&](const auto& supports, auto members) {
      for (const auto& support : supports) {
        for (const auto member : support.*members) selected[ref(member)].add({{{i, support.basis}}, {}});
      }
    };
    const auto& answer = selection.answers[i];
    note(answer.measures, &MeasureSupport::measures);
    note(answer.controls, &ControlSupport::controls);
    if (!with_open) continue;
    note(answer.open_measures, &MeasureSupport::measures);
    note(answer.open_controls, &ControlSupport::controls);
  }
  for (const auto& obligation : selection.obligations) {
    const auto note = [&](const std::vector<InService>& services) {
      for (const auto& in : services) selected[ref(obligation.measure)].add({{}, {{in.service, in.basis}}});
    };
    note(obligation.services);
    if (with_open) note(obligation.open_services);
  }
  return selected;
}

/// Follows `requires` until nothing new comes in.
class Follower {
 public:
  Follower(const View& view, const Inventory& inventory, const Analysis& analysis, Selected selected)
      : view_(view), inventory_(inventory), analysis_(analysis), selected_(std::move(selected)) {}

  Required all() {
    for (const auto& [entry, places] : selected_) unfollowed_.insert(entry);
    while (!unfollowed_.empty()) {
      const auto entry = unfollowed_.extract(unfollowed_.begin()).value();
      for (const auto id : view_.links_from(entry, LinkKind::requires_other)) follow(id, entry);
    }
    return std::move(required_);
  }

 private:
  /// A link from an entry that is selected, with those that stand at its start beside it.
  void follow(LinkId id, EntryRef entry) {
    const auto& link = view_.catalog().link(id);
    const auto by = link.join == Join::any ? std::vector{entry} : link.from;
    Places all;
    auto weakest = BasisKind::stated;
    for (const auto one : by) {
      const auto selected = selected_.find(one);
      if (selected == selected_.end()) return;
      weakest = std::min(weakest, selected->second.basis());
      all.add(selected->second);
    }
    const auto places = within_limits(link.limits, all.no_firmer_than(weakest));
    if (places.empty()) return;
    for (const auto& [needed, meant] : items_meant(view_, id)) {
      if (std::ranges::count(by, needed) != 0) continue;  // a heading may stand over it
      const auto there = places.no_firmer_than(meant);
      required_[{needed, id, by}].add(there);
      if (selected_[needed].add(there)) unfollowed_.insert(needed);
    }
  }

  /// Limits are about exposures: what involves stakeholders is in none.
  Places within_limits(const Limits& limits, Places places) const {
    if (limits == Limits{}) return places;
    Places inside;
    for (const auto& [exposure, firm] : places.exposures) {
      const auto fits = within(view_, limits, circumstance_of(view_, inventory_, analysis_.exposures[exposure]));
      if (fits) inside.exposures.emplace(exposure, std::min(firm, *fits));
    }
    return inside;
  }

  const View& view_;
  const Inventory& inventory_;
  const Analysis& analysis_;
  Selected selected_;
  std::set<EntryRef> unfollowed_;
  Required required_;
};

void part(const Firmness& possible, const Firmness& certain, std::vector<std::size_t>& sure,
          std::vector<std::size_t>& open) {
  for (const auto& [position, firm] : possible) (certain.contains(position) ? sure : open).push_back(position);
}

}  // namespace

std::vector<Requirement> requirements(const View& view, const Inventory& inventory, const Analysis& analysis,
                                      const Selection& selection) {
  const auto requires_something = [](const Link& link) { return link.kind == LinkKind::requires_other; };
  if (std::ranges::none_of(view.catalog().links, requires_something)) return {};
  const auto follow = [&](bool with_open) {
    return Follower(view, inventory, analysis, selected_by_itself(selection, with_open)).all();
  };
  const auto certain = follow(false);
  std::vector<Requirement> found;
  for (const auto& [key, possible] : follow(true)) {
    const auto& [needed, link, by] = key;
    const auto known = certain.find(key);
    const auto& sure = known == certain.end() ? Places() : known->second;
    Requirement requirement{link, by, needed, {}, {}, {}, {}, sure.empty() ? possible.basis() : sure.basis()};
    part(possible.exposures, sure.exposures, requirement.exposures, requirement.open_exposures);
    part(possible.services, sure.services, requirement.services, requirement.open_services);
    found.push_back(std::move(requirement));
  }
  return found;
}

}  // namespace michibiki
