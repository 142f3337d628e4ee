#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/check.hpp"

#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {

inline std::string joined(const Catalog& catalog, const std::vector<EntryRef>& entries) {
  std::string all;
  for (const auto entry : entries) all += (all.empty() ? "" : ",") + catalog.entry(entry).code;
  return all;
}

/// In codes, what is absent left out: "warning theft > disk [secrecy] {case} link 'm/t' ~ 'm/all' ("a")". The reports have the words.
inline std::string describe(const Catalog& catalog, const Finding& finding) {
  std::string text(name(finding.severity));
  if (finding.subject) text += ' ' + catalog.entry(*finding.subject).code;
  if (finding.object) text += " > " + catalog.entry(*finding.object).code;
  if (!finding.members.empty()) text += " [" + joined(catalog, finding.members) + ']';
  if (!finding.cases.empty()) text += " {" + joined(catalog, finding.cases) + '}';
  if (finding.link) text += " link '" + catalog.link(*finding.link).code + '\'';
  if (finding.other) text += " ~ '" + catalog.link(*finding.other).code + '\'';
  for (const auto& part : finding.texts) text += " \"" + part + '"';
  if (!finding.proposed.empty()) text += " proposes " + joined(catalog, finding.proposed);
  return text;
}

inline Strings found(const World& world, FindingKind kind, const std::set<std::string>& only = {},
                     BasisKind trust = BasisKind::unverified) {
  const auto view = world.view(trust);
  Strings lines;
  for (const auto& finding : check(view, only).findings) {
    if (finding.kind == kind) lines.push_back(describe(world.catalog(), finding));
  }
  return lines;
}

/// Theft takes disks away; a lock counters it, and comes from a control that mitigates it.
inline const std::string theft = R"(
properties: [{id: secrecy}, {id: presence}]
natures: [{id: thing}, {id: data}]
mechanisms: [{id: taking, acts-on: [{natures: [thing], properties: [secrecy, presence]}]}]
components: [{id: rack, carries: [disk]}]
assets: [{id: disk, natures: [thing]}]
threats: [{id: theft, harms: [secrecy, presence], mechanisms: [taking]}]
)";

}  // namespace michibiki::testing
