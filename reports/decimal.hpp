#pragma once

#include <string>

#include "engine/compare/agreement.hpp"

namespace michibiki {

/// To that many digits behind the point, rounded half away from zero.
std::string decimal(const Ratio& ratio, int digits);

}  // namespace michibiki
