#pragma once

#include <optional>
#include <vector>

#include "model/service.hpp"
#include "model/view.hpp"

namespace michibiki {

/// Where a required level was taken from.
enum class LevelOrigin { given, answers, service_type, criteria };

/// One reason for a required level: a rule of the level criteria that fired, or the line of the table of service types.
struct LevelGround {
  FactId fact;
  std::optional<ReasonId> reason;
  Bilingual because;
};

/// The levels of one property that the service may require; several while a question is open.
struct RequiredLevel {
  PropertyId property;
  std::vector<LevelId> possible;
  LevelOrigin origin{};
  std::vector<LevelGround> grounds;
  std::vector<QuestionId> open_questions;  ///< their answers would decide
  std::vector<FactId> withheld;            ///< statements below the wanted trust that keep it open: they may decide
  std::vector<LevelGround> overruled;      ///< what the service type says, where the answers rule it out
};

/// A pattern that the service is not of, and how firm that is: to trust only what is firmer leaves it possible.
struct RuledOut {
  PatternId pattern;
  BasisKind basis = BasisKind::stated;
};

struct Classification {
  std::vector<RequiredLevel> levels;
  std::vector<PatternId> patterns;  ///< every pattern that is still possible, in catalogue order
  std::vector<PatternId> withheld;  ///< patterns below the wanted trust that may fit: they keep open which it is
  std::vector<RuledOut> ruled_out;  ///< all the others that the view does not lack, in catalogue order
  bool outside_lattice =
      false;  ///< there are patterns, and none has these levels, nor may one that is hidden have them

  bool decided() const { return patterns.size() == 1 && withheld.empty(); }
  bool may_be(PatternId pattern) const;
  /// No pattern has these levels, or only patterns that trust hides: nothing is derived for such a service.
  bool fits_none() const { return patterns.empty() && (outside_lattice || !withheld.empty()); }
};

/// 図表22-24: required levels, and the pattern of the lattice that they make. The service's own levels come first, then its answers
/// to the level criteria, then its type as far as they leave it; what none of them decides stays open. What trust hides never decides
/// by its absence: a criterion or a line of the table of types that may hold keeps its levels possible beside what the others say, and a pattern that may fit
/// keeps the others from being the one.
Classification classify(const View& view, const Service& service);

/// Of each service, in order.
std::vector<Classification> classify(const View& view, const Portfolio& portfolio);

/// Of a service that is of that pattern, whatever makes it so.
Classification classified_as(const View& view, PatternId pattern);

}  // namespace michibiki
