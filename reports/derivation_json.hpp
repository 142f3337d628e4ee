#pragma once

#include <string>

#include "reports/derivation_report.hpp"

namespace michibiki {

/// The derivation for programs: format "michibiki-derivation", version 1. Every key is there for every catalogue; what there is none
/// of is null or an empty list. Values are written as catalogues write them, titles in both languages.
std::string derivation_json(const DerivationReport& report);

}  // namespace michibiki
