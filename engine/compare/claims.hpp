#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/figures.hpp"
#include "model/view.hpp"

namespace michibiki {

/// What a claim says of many things, where no published cell says it of one.
enum class ClaimKind {
  /// 3.2.1⑦: a reference value varies with a property only if its measure counters exposures of that property.
  values_follow_exposures,
  /// 1123-1125: the section of a measure follows from where it is implemented and what it aims at.
  sections_follow_implementation,
  chapters_follow_implementation  ///< the same of the chapter that the section stands in
};

/// The word of reports for a claim: "values-follow-exposures".
std::string_view name_of(ClaimKind kind);

/// How often a claim would hold if what it claims to follow from were dealt out at random among the same things.
struct ByChance {
  std::size_t trials = 0;
  std::size_t total = 0;  ///< cases that agreed, over all trials
  std::size_t least = 0;  ///< in one trial
  std::size_t most = 0;
  std::size_t as_good = 0;  ///< trials in which at least as many agreed as in fact
};

struct ClaimException {
  std::string subject;  ///< "III.2.1.3.a", "III.1.1.5"
  std::string claimed;  ///< what follows
  std::string found;    ///< what is recorded
};

struct Claim {
  ClaimKind kind{};
  std::string part;            ///< id of the part of the guideline it is about; empty: all
  std::size_t cases = 0;       ///< things that the claim could be tried on
  std::size_t could_fail = 0;  ///< of those, how many could have contradicted it
  std::size_t agree = 0;
  std::vector<ClaimException> exceptions;
  ByChance chance;
};

/// The claims that the view can be tried on. `figures` are asked for the published chapters of measures only, after all is derived.
std::vector<Claim> try_claims(const View& view, const std::vector<FigureCatalog>& figures);

}  // namespace michibiki
