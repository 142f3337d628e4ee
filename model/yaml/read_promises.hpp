#pragma once

#include <vector>

#include "model/service.hpp"
#include "model/yaml/fields.hpp"

namespace michibiki {

/// What a service promises, under its key `promises`; says what is wrong with it. Each is comparable with all values that the catalogues
/// give its indicator, as far as they say which is stricter.
std::vector<Promise> read_promises(Context& context, Fields& service);

}  // namespace michibiki
