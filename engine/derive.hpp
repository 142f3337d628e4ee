#pragma once

#include "engine/derivation.hpp"

namespace michibiki {

/// classify, identify, analyse, select, cover, propose, place, grade: the report's steps 図表22 to 図表41, in order. Pure: the same view and
/// portfolio give the same derivation.
Derivation derive(const View& view, const Portfolio& portfolio);

/// The same of services that are classified already, or are looked at as if they were of other patterns.
Derivation derive(const View& view, const Portfolio& portfolio, std::vector<Classification> classifications);

}  // namespace michibiki
