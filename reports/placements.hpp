#pragma once

#include <optional>

#include "reports/derivation_report.hpp"

namespace michibiki {

/// The chapter that a selected measure is printed in, by its published number, where another one was derived for it. A number begins with
/// the id of its chapter.
std::optional<ChapterId> printed_elsewhere(const DerivationReport& report, std::size_t position);

}  // namespace michibiki
