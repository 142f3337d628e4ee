#include "reports/proposals.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "reports/naming.hpp"

namespace michibiki {
namespace {

template <typename T>
std::vector<T> listed(const std::set<T>& items) {
  return {items.begin(), items.end()};
}

/// Against what a treatment, or one of its links, is proposed.
struct Against {
  std::set<std::size_t> exposures;
  std::set<ThreatId> unreached;
  BasisKind basis = BasisKind::unverified;
};

}  // namespace

std::vector<ProposalLine> proposal_lines(const DerivationReport& report, const ExposureGroup& group) {
  std::map<std::vector<TreatmentId>, std::set<std::size_t>> proposed;
  ProposalLine nothing;
  for (const auto position : group.exposures) {
    const auto& proposals = report.derivation.proposals.exposures[position];
    if (proposals.empty()) nothing.exposures.push_back(position);
    for (const auto& proposal : proposals) proposed[proposal.treatments].insert(position);
  }
  std::vector<ProposalLine> lines;
  for (const auto& [treatments, exposures] : proposed) lines.push_back({treatments, listed(exposures)});
  if (!nothing.exposures.empty()) lines.push_back(std::move(nothing));
  return lines;
}

std::vector<ProposedTreatment> proposed_treatments(const DerivationReport& report) {
  const auto& analysis = report.derivation.analysis;
  const auto& proposals = report.derivation.proposals;
  std::map<TreatmentId, std::map<LinkId, Against>> found;
  const auto note = [&](const Proposal& proposal, const auto& add) {
    for (const auto treatment : proposal.treatments) {
      auto& against = found[treatment][proposal.link];
      against.basis = std::max(against.basis, proposal.basis);
      add(against);
    }
  };
  for (std::size_t i = 0; i < proposals.exposures.size(); ++i) {
    for (const auto& proposal : proposals.exposures[i])
      note(proposal, [&](Against& against) { against.exposures.insert(i); });
  }
  for (std::size_t i = 0; i < proposals.unreached.size(); ++i) {
    for (const auto& proposal : proposals.unreached[i])
      note(proposal, [&](Against& against) { against.unreached.insert(analysis.unreached[i]); });
  }
  std::vector<ProposedTreatment> treatments;
  for (const auto& [treatment, links] : found) {
    Against all;
    auto& one = treatments.emplace_back();
    one.treatment = treatment;
    for (const auto& [link, against] : links) {
      one.reasons.push_back({link, against.exposures.size(), listed(against.unreached), against.basis});
      all.exposures.insert(against.exposures.begin(), against.exposures.end());
      all.unreached.insert(against.unreached.begin(), against.unreached.end());
    }
    one.exposures = all.exposures.size();
    one.unreached = listed(all.unreached);
  }
  return treatments;
}

std::vector<TreatmentId> treatments_of(const std::vector<Proposal>& proposals) {
  std::set<TreatmentId> treatments;
  for (const auto& proposal : proposals) treatments.insert(proposal.treatments.begin(), proposal.treatments.end());
  return listed(treatments);
}

std::vector<LinkId> links_of(const std::vector<Proposal>& proposals) {
  std::set<LinkId> links;
  for (const auto& proposal : proposals) links.insert(proposal.link);
  return listed(links);
}

std::string treatments_text(const Catalog& catalog, const std::vector<TreatmentId>& treatments, Language language) {
  std::string text;
  for (const auto treatment : treatments)
    text += (text.empty() ? "" : " + ") + title_and_id(catalog.treatments[treatment], language);
  return text;
}

}  // namespace michibiki
