#pragma once

#include <string>
#include <vector>

#include "reports/derivation_report.hpp"
#include "reports/page.hpp"
#include "reports/words.hpp"

namespace michibiki {

const Promise& promise_of(const DerivationReport& report, const HeldPromise& held);
const Promise& promise_of(const DerivationReport& report, const PromiseOverall& overall);

Tone tone_of_promise(const HeldPromise& held);

/// How it stands; beside several reference values the patterns or services of each, where it does not stand alike everywhere. Empty where it
/// stands beside none.
std::string standings_text(const DerivationReport& report, const PromiseOverall& overall, Language language);

/// What is promised for an indicator, in one cell: "1 time per 12 h (stricter)"; by pattern or group of services where it stands
/// differently beside several reference values, by service where there are several. Empty where nothing is promised.
Cell promises_cell(const DerivationReport& report, const std::vector<PromiseOverall>& promises, MeasureId measure,
                   std::size_t indicator, Language language);

/// Where the service says it, and why: "shop.yaml:12: by contract".
std::string place_and_reason(const Promise& promise, Language language);
/// "Promised for a: 1 time per 12 h (shop.yaml:12: by contract)".
std::string promise_reason(const DerivationReport& report, const PromiseOverall& overall, Language language);

/// How many there are and how they stand, each counted once where it is least good. Empty where nothing is promised.
Cell promise_counts(const DerivationReport& report, Language language);

}  // namespace michibiki
