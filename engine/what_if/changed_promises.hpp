#pragma once

#include <string>
#include <vector>

#include "engine/explain/ways.hpp"

namespace michibiki {

/// Whether a promise is what holds, beside any of the reference values: else it may be undecided.
enum class PromiseBinds { no, undecided, yes };

/// What a service promises, where it stands otherwise in one of two derivations: beside other reference values it may be laxer, cease to be
/// what holds, or stand beside none as its measure is not called for.
struct ChangedPromise {
  std::string service;  ///< by its id
  std::string measure;
  std::string indicator;
  PromiseOverall before;
  PromiseOverall after;
  PromiseBinds bound{};  ///< before
  PromiseBinds binds{};  ///< after
};

/// Of promises made in both, by service. Reference values that change while a promise stands alike beside them make no difference.
std::vector<ChangedPromise> changed_promises(const Workings& before, const Workings& after);

}  // namespace michibiki
