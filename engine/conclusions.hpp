#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/derivation.hpp"
#include "model/service.hpp"
#include "model/view.hpp"

namespace michibiki {

/// 脅威の突合結果 by the ids of the catalogue and of the service; an id is empty where the catalogue has no such thing.
struct ExposureCode {
  std::string component;  ///< of one of several services: SERVICE/COMPONENT
  std::string asset;
  std::string threat;
  std::string property;
  std::string vulnerability;
  std::size_t repeated = 0;  ///< regardless of names: how many alike come before it
  auto operator<=>(const ExposureCode&) const = default;
};

/// By its position in the analysis.
ExposureCode code_of(const Catalog& catalog, const Portfolio& portfolio, const Derivation& derivation,
                     std::size_t exposure);

struct ExposureConclusion {
  CoverageStatus status = CoverageStatus::uncovered;
  std::set<std::string> links;     ///< by which measures answer it, or controls where those cover
  std::set<std::string> measures;  ///< that answer it
  std::set<std::string> controls;
  std::set<std::string> treatments;
  std::set<std::string> open;  ///< measures, or controls, that answer it in some of the possible patterns

  /// Answered alike; which link says so does not matter.
  bool operator==(const ExposureConclusion& other) const {
    return status == other.status && measures == other.measures && controls == other.controls &&
           treatments == other.treatments && open == other.open;
  }
};

/// The measure and the key of the indicator, and in which pattern (none where there are no patterns).
struct ValueCode {
  std::string measure;
  std::string indicator;
  std::string pattern;
  auto operator<=>(const ValueCode&) const = default;
};

struct MeasureConclusion {
  std::string measure_class;
  std::string chapter;
  std::set<std::string> stakeholders;
  std::set<std::string> required_by;  ///< what is selected and cannot do without it
  bool open = false;                  ///< called for only in some of the patterns that are still possible
  bool operator==(const MeasureConclusion&) const = default;
};

struct ControlConclusion {
  std::set<std::string> required_by;
  bool open = false;
  bool operator==(const ControlConclusion&) const = default;
};

/// All that a derivation concludes, in ids: what does not depend on positions can be compared with what another view or catalogue gives.
struct Conclusions {
  std::map<ExposureCode, ExposureConclusion> exposures;
  std::map<std::string, std::set<std::string>> unreached;  ///< threats, with the treatments proposed against them
  std::map<std::string, MeasureConclusion> measures;
  std::map<std::string, ControlConclusion> controls;
  std::map<ValueCode, std::string>
      values;  ///< as catalogues write them; several possible ones one after the other, each once

  bool operator==(const Conclusions&) const = default;
};

Conclusions conclude(const View& view, const Portfolio& portfolio, const Derivation& derivation);

/// The same whatever the components are called and whoever runs them, and whatever pattern gave a value, so that two services can be
/// compared. Of an asset that several components carry the first is the one that is covered least.
Conclusions regardless_of_names(const Conclusions& conclusions);

/// What one set of conclusions has and another has not. All lists are in the order of their ids.
struct Difference {
  std::vector<ExposureCode> new_exposures;
  std::vector<ExposureCode> gone_exposures;
  std::vector<ExposureCode> changed_exposures;  ///< in both, answered otherwise
  /// Component types, assets and threats that had exposures and have none.
  std::vector<std::string> gone_components;
  std::vector<std::string> gone_assets;
  std::vector<std::string> gone_threats;
  std::vector<std::string> new_unreached;  ///< threats
  std::vector<std::string> gone_unreached;
  std::vector<std::string> changed_unreached;  ///< in both, with other treatments
  std::vector<std::string> new_measures;
  std::vector<std::string> gone_measures;
  std::vector<std::string> moved_measures;  ///< in both, otherwise placed, required or called for, or involving others
  std::vector<std::string> new_controls;
  std::vector<std::string> gone_controls;
  std::vector<std::string> moved_controls;  ///< in both, otherwise required or called for
  std::vector<ValueCode>
      changed_values;  ///< of measures in both; a pattern that only one has makes each value of it one

  bool empty() const;
};

Difference difference(const Conclusions& before, const Conclusions& after);

}  // namespace michibiki
