#pragma once

#include <string>

#include "reports/digest.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// Everything that the derivation says of an indicator's value, in one cell: the value; or per pattern while the pattern is open; or
/// per group of services that share what the measure protects. Unverified values end in `?`, hidden ones are 「未確認」.
std::string grades_text(const DerivationReport& report, const MeasureDigest& digest, std::size_t indicator,
                        Language language);

/// The text of such a value, with a remark where a stricter one may exist: of a pattern that trust hides, or one that nobody knows.
std::string with_gaps(const DerivationReport& report, const Grade& grade, const std::string& text, Language language);

}  // namespace michibiki
