#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reports/digest.hpp"
#include "reports/words.hpp"

namespace michibiki {

// What is proposed where no measure covers, as every form of the report tells it.

/// Treatments that are proposed together, with the exposures of a group against which they are; without treatments, those against which
/// nothing is.
struct ProposalLine {
  std::vector<TreatmentId> treatments;
  std::vector<std::size_t> exposures;  ///< positions in Analysis::exposures
};
/// What is proposed for a group of exposures, each once: in catalogue order, nothing last.
std::vector<ProposalLine> proposal_lines(const DerivationReport& report, const ExposureGroup& group);

/// One `treats` link that applies, and to what.
struct ProposalReason {
  LinkId link;
  std::size_t exposures = 0;
  std::vector<ThreatId> unreached;
  BasisKind basis = BasisKind::unverified;  ///< of the firmest of its proposals
};

/// A treatment that is proposed against something, with what it is proposed against.
struct ProposedTreatment {
  TreatmentId treatment;
  std::size_t exposures = 0;
  std::vector<ThreatId> unreached;
  std::vector<ProposalReason> reasons;
};
/// In catalogue order.
std::vector<ProposedTreatment> proposed_treatments(const DerivationReport& report);

/// The treatments of some proposals, each once, in catalogue order; and the links.
std::vector<TreatmentId> treatments_of(const std::vector<Proposal>& proposals);
std::vector<LinkId> links_of(const std::vector<Proposal>& proposals);

/// 「写しを置く（copies）」, of several that are proposed together "A (a) + B (b)".
std::string treatments_text(const Catalog& catalog, const std::vector<TreatmentId>& treatments, Language language);

}  // namespace michibiki
