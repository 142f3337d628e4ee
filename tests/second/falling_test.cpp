// What falls without statements, of whatever kind these are: against a derivation from the start.

#include "engine/what_if/falling.hpp"

#include <set>

#include "engine/place.hpp"
#include "model/value_notation.hpp"

#include "tests/second/engine_form.hpp"
#include "tests/second/random_field.hpp"
#include "tests/support/justified.hpp"

namespace michibiki::testing {
namespace {

/// A value by itself, whatever pattern gives it; a placement with its chapter.
std::string told(const Derived& derived, const std::string& name, const Conclusion& conclusion) {
  if (const auto* value = std::get_if<HasValue>(&conclusion)) {
    const auto& is = derived.derivation.grading.grades[value->grade].value;
    return name.substr(0, name.rfind(" of ")) + " is " + value_notation(derived.catalog(), is) +
           (is.starred ? " *" : "");
  }
  if (const auto* placed = std::get_if<IsPlaced>(&conclusion))
    return name + " is " + derived.catalog().chapters[place(derived.view, placed->measure).chapter.value()].code;
  return name;
}

std::set<std::string> all_told(const Derived& derived) {
  std::set<std::string> all;
  for (const auto& [name, conclusion] : concluded(derived)) all.insert(told(derived, name, conclusion));
  // Whether it is called for or not, the catalogues say where a measure belongs.
  const auto& measures = derived.catalog().measures;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const MeasureId measure{i};
    if (derived.view.holds(ref(measure)) && place(derived.view, measure).chapter)
      all.insert(told(derived, "chapter of " + measures[measure].code, IsPlaced{measure}));
  }
  return all;
}

/// Read off the results themselves; none where nothing of the kind can be open.
std::optional<bool> open_in(const Derived& derived, const Conclusion& conclusion) {
  const auto& derivation = derived.derivation;
  if (const auto* pattern = std::get_if<MayBeOfPattern>(&conclusion))
    return !derivation.classifications[pattern->service].decided();
  if (const auto* required = std::get_if<MayRequireLevel>(&conclusion)) {
    const auto& levels = derivation.classifications[required->service].levels;
    return std::ranges::find(levels, required->property, &RequiredLevel::property)->possible.size() > 1;
  }
  const auto* called = std::get_if<IsCalledFor>(&conclusion);
  if (called == nullptr || called->exposure) return std::nullopt;
  for (const auto& selected : derivation.selection.measures) {
    if (ref(selected.measure) == called->entry) return selected.open();
  }
  for (const auto& selected : derivation.selection.controls) {
    if (ref(selected.control) == called->entry) return selected.open();
  }
  return std::nullopt;
}

struct Count {
  std::size_t otherwise = 0;  ///< than the reasons that are left, or not, would make one think
  std::size_t fall = 0;
  std::size_t undecided = 0;
};

/// What is wrong about what falls, a line each.
std::string wrong_about_falling(const World& world, const std::string& service, const Derived& derived,
                                const std::vector<FactId>& gone, Count& count) {
  const auto justification = justified(derived);
  const auto falling = falling_without(workings_of(derived), justification, gone);
  const auto by_reasons =
      following_without(justification, [&](FactId fact) { return std::ranges::count(gone, fact) != 0; });
  const auto after = world.derive(service, derived.view.without(gone));
  const auto left = all_told(after);
  std::string lines;
  for (const auto& [name, conclusion] : concluded(derived)) {
    const auto position = justification.find(conclusion).value();
    const bool falls = falling.falls[position];
    if (falls == left.contains(told(derived, name, conclusion)))
      lines += name + (falls ? " is still so\n" : " is not so any more\n");
    count.fall += falls ? 1U : 0U;
    count.otherwise += falls == by_reasons[position] ? 1U : 0U;
    count.undecided += falling.undecided[position] ? 1U : 0U;
    const auto was_open = open_in(derived, conclusion);
    if (!was_open) continue;
    const bool becomes_open = !falls && !*was_open && open_in(after, conclusion).value_or(false);
    if (falling.undecided[position] != becomes_open) lines += name + (becomes_open ? " is open\n" : " is not open\n");
  }
  return lines;
}

}  // namespace

TEST_CASE("what falls is what a derivation without it does not conclude, whatever statements are taken away",
          "[second][what-if][falling]") {
  rc::prop("against a derivation from the start", [] {
    const auto field = *random_field();
    const World world(field.catalogs);
    const auto derived = world.derive(field.service, *rc::gen::elementOf(every_trust));
    std::vector<FactId> gone;
    const auto share = *rc::gen::inRange<std::size_t>(2, 2 * world.catalog().facts.size());
    for (std::size_t i = 0; i < world.catalog().facts.size(); ++i) {
      if (*rc::gen::inRange<std::size_t>(0, share) == 0) gone.emplace_back(i);
    }
    Count count;
    RC_ASSERT(wrong_about_falling(world, field.service, derived, gone, count) == "");
    RC_CLASSIFY(count.fall > 0, "something falls");
    RC_CLASSIFY(count.undecided > 0, "something is no longer decided");
    RC_CLASSIFY(count.otherwise > 0, "other than by the reasons that are left");
  });
}

}  // namespace michibiki::testing
