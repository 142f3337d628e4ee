#pragma once

#include <compare>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "engine/conclusions.hpp"
#include "model/view.hpp"

namespace michibiki {

/// An asset of a component by their ids; empty where the catalogue has no such thing.
struct AssetCode {
  std::string component;
  std::string asset;
  auto operator<=>(const AssetCode&) const = default;
};

/// A judged or unverified statement without which, alone, something would not follow. What is so of a measure only as it is called for (a
/// value) goes with it; its class and its chapter are so whether it is called for or not.
struct LoneJudgement {
  FactId fact{};
  std::vector<EntryRef> carries{};        ///< measures and controls that would not be called for, in catalogue order
  std::vector<ExposureCode> exposures{};  ///< that would not be there, in the order of the analysis
  std::vector<ValueCode> values{};        ///< reference values that would not be known
  std::vector<MeasureId> chapters{};      ///< measures called for that would stand in another chapter, or in none
  std::vector<MeasureId> classes{};       ///< measures called for whose class would not be known
  std::vector<AssetCode> assets{};        ///< that would not be there

  /// Values, chapters, classes and assets together.
  std::size_t others() const { return values.size() + chapters.size() + classes.size() + assets.size(); }
};

/// So many of them some such statement carries.
struct CarriedOf {
  std::size_t carried = 0;
  std::size_t all = 0;
};

struct LoneJudgements {
  std::vector<LoneJudgement> statements{};  ///< in catalogue order; those of the catalogues looked at
  CarriedOf called_for{};                   ///< measures and controls
  CarriedOf exposures{};
  CarriedOf values{};
  CarriedOf chapters{};
  CarriedOf classes{};
  CarriedOf assets{};
};

/// In a system with every type of component, of any pattern. `only`: the catalogues whose statements matter; empty: all.
LoneJudgements lone_judgements(const View& view, const std::set<std::string>& only);

}  // namespace michibiki
