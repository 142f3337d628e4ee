#pragma once

#include <map>
#include <set>
#include <vector>

#include "engine/explain/ways.hpp"

namespace michibiki {

/// What would stand in the way of the steps of a wider world in the world as it is: that is masked in the wider one.
class Blockers {
 public:
  /// `base`: the world as it is; `wider`: where nothing stands in the way.
  Blockers(const View& base, const Workings& wider, const Justification& justification);

  /// All statements that could: exclusions, and links that say what a type lacks or a mechanism spares.
  static std::vector<FactId> all(const Catalog& catalog);

  /// Those without which the step would lead to its conclusion, where all that it needs were so.
  std::vector<FactId> of(const Step& step) const;

 private:
  std::vector<FactId> lacking(const Step& step) const;
  std::vector<FactId> sparing(const Step& step) const;
  /// The world as it is, with what the step needs, and with one of several blockers.
  View with_one(const View& view, const std::vector<FactId>& blockers, FactId one) const;
  View needed_by(const Step& step) const;

  const View& base_;
  const Workings& wider_;
  const Justification& justification_;
  std::map<std::size_t, std::set<FactId>> excluding_;       ///< by component of the wider world
  std::map<std::size_t, std::set<FactId>> excluding_runs_;  ///< the same where whoever runs it is believed in, too
};

}  // namespace michibiki
