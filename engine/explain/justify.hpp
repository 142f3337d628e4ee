#pragma once

#include "engine/explain/justification.hpp"
#include "engine/explain/ways.hpp"

namespace michibiki {

/// Walks back from these conclusions to the facts of the catalogues and what the services say themselves. Reads the frozen graph and the
/// finished derivation, and changes neither; what is not so is left out.
Justification justify(const Workings& workings, const std::vector<Conclusion>& roots);

}  // namespace michibiki
