// What would have to be otherwise, against deriving with every edit from the start.

#include "engine/what_if/why_not.hpp"

#include <algorithm>
#include <array>

#include "tests/second/engine_form.hpp"
#include "tests/second/random_field.hpp"
#include "tests/support/derivation_rows.hpp"
#include "tests/support/justified.hpp"
#include "tests/support/pick.hpp"

namespace michibiki::testing {
namespace {

constexpr std::array kinds{EntryKind::measure,     EntryKind::measure,       EntryKind::measure, EntryKind::control,
                           EntryKind::asset,       EntryKind::component,     EntryKind::threat,  EntryKind::threat,
                           EntryKind::stakeholder, EntryKind::vulnerability, EntryKind::pattern, EntryKind::level};

std::optional<EntryRef> some_entry(const Catalog& catalog, EntryKind kind) {
  if (catalog.size(kind) == 0) return std::nullopt;
  return EntryRef(kind, pick(catalog.size(kind)));
}

Missed something(const Catalog& catalog) {
  Missed missed;
  const auto code = [&](EntryKind kind) {
    if (const auto entry = some_entry(catalog, kind)) missed.exposures.push_back(catalog.entry(*entry).code);
  };
  if (one_in(4)) {
    code(EntryKind::threat);
    if (one_in(2)) code(EntryKind::asset);
    if (one_in(3)) code(EntryKind::property);
    if (one_in(3)) code(EntryKind::component);
    if (one_in(2)) missed.answer = some_entry(catalog, one_in(3) ? EntryKind::control : EntryKind::measure);
  } else if (const auto entry = some_entry(catalog, kinds.at(pick(kinds.size())))) {
    missed.entries.push_back(*entry);
  }
  return missed;
}

/// From the start: in a service that is refused for its levels nothing appears.
class Scratch {
 public:
  Scratch(const Derived& before, const WhyNot& why, const Missed& missed)
      : before_(before), why_(why), missed_(missed) {}

  bool appears(const std::vector<ProposedEdit>& edits) const {
    const auto view = edited(why_.wider.base, edits);
    const auto portfolio = edited(view.catalog(), before_.portfolio, edits);
    const auto derivation = derive(view, portfolio);
    for (std::size_t i = 0; i < derivation.classifications.size(); ++i) {
      if (derivation.classifications[i].outside_lattice && !before_.derivation.classifications[i].outside_lattice)
        return false;
    }
    return !found_of({view, portfolio, derivation}, missed_).empty();
  }

  std::string told(const std::vector<ProposedEdit>& edits) const {
    const auto& catalog = why_.wider.base.catalog();
    std::string text;
    for (const auto& edit : edits) {
      text += std::string(name_of(edit.kind)) + ' ';
      if (edit.component) text += catalog.components[*edit.component].code + ' ';
      if (edit.operated_by) text += catalog.stakeholders[*edit.operated_by].code + ' ';
      if (edit.level) text += catalog.properties[*edit.property].code + '=' + catalog.levels[*edit.level].code + ' ';
      for (const auto& link : catalog.links) {
        if (edit.fact == link.fact) text += link.code + ' ';
      }
      for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
        for (std::size_t i = 0; i < catalog.size(static_cast<EntryKind>(kind)); ++i) {
          const auto& entry = catalog.entry({static_cast<EntryKind>(kind), i});
          if (edit.fact == entry.fact) text += entry.code + ' ';
        }
      }
      if (edit.fact) text += '#' + std::to_string(edit.fact->index()) + ' ';
    }
    return text;
  }

 private:
  const Derived& before_;
  const WhyNot& why_;
  const Missed& missed_;
};

std::string told(const Catalog& catalog, const Missed& missed) {
  std::string text;
  for (const auto entry : missed.entries)
    text += std::string(name_of(entry.kind)) + ' ' + catalog.entry(entry).code + ' ';
  for (const auto& code : missed.exposures) text += code + ' ';
  if (missed.answer) text += "by " + catalog.entry(*missed.answer).code;
  return text;
}

bool is_part(const std::vector<ProposedEdit>& part, const std::vector<ProposedEdit>& whole) {
  return std::ranges::all_of(part, [&](const ProposedEdit& edit) { return std::ranges::count(whole, edit) != 0; });
}

}  // namespace

TEST_CASE("what is missed appears with the edits proposed, and not with fewer of them", "[second][why-not]") {
  rc::prop("derived from the start", [] {
    const auto field = *random_field();
    const World world(field.catalogs);
    const auto before = world.derive(field.service, *rc::gen::elementOf(every_trust));
    const auto missed = something(world.catalog());
    const auto why = why_not(workings_of(before), missed);
    const Scratch scratch(before, why, missed);
    RC_ASSERT(why.holds == !found_of(workings_of(before), missed).empty());
    RC_ASSERT(dump(Derived(before.graph, before.view, before.portfolio)) == dump(before));
    for (const auto& remedy : why.remedies) {
      RC_ASSERT(!remedy.steps.empty());
      RC_ASSERT(scratch.appears(remedy.edits));
      for (std::size_t members = 0; members + 1 < std::size_t{1} << remedy.edits.size(); ++members) {
        std::vector<ProposedEdit> part;
        for (std::size_t i = 0; i < remedy.edits.size(); ++i) {
          if ((members >> i & 1U) != 0) part.push_back(remedy.edits[i]);
        }
        if (scratch.appears(part))
          RC_FAIL(told(world.catalog(), missed) + ": " + scratch.told(part) + "of " + scratch.told(remedy.edits));
      }
    }
  });
}

TEST_CASE("no nearer edits are overlooked", "[second][why-not]") {
  rc::prop("every one and every two of them tried", [] {
    const auto field = *random_plain_field();
    const World world(field.catalogs);
    const auto before = world.derive(field.service, *rc::gen::elementOf(every_trust));
    const auto missed = something(world.catalog());
    const auto why = why_not(workings_of(before), missed);
    if (why.holds || why.cut) return;
    const Scratch scratch(before, why, missed);
    const auto known = [&](const std::vector<ProposedEdit>& edits) {
      return std::ranges::any_of(why.remedies, [&](const Remedy& remedy) { return is_part(remedy.edits, edits); });
    };
    const auto& edits = why.assumptions.edits;
    for (std::size_t a = 0; a < edits.size() && a < 40; ++a) {
      for (std::size_t b = a; b < edits.size() && b < 40; ++b) {
        const auto two = a == b ? std::vector{edits[a]} : std::vector{edits[a], edits[b]};
        if (contradict(edits, {a, b}) || known(two)) continue;
        if (scratch.appears(two)) RC_FAIL(told(world.catalog(), missed) + ": " + scratch.told(two));
      }
    }
  });
}

}  // namespace michibiki::testing
