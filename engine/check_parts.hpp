#pragma once

#include <vector>

#include "engine/check.hpp"

namespace michibiki::checks {

/// What the parts of a check have in common: where findings go and how one starts.
class Findings {
 public:
  explicit Findings(const View& view) : view_(view) {}

  const View& view() const { return view_; }
  const Catalog& catalog() const { return view_.catalog(); }

  /// A finding at the place of a fact, with the usual severity of its kind. The reference holds until the next one is added.
  Finding& add(FindingKind kind, FactId at);
  Finding& add(FindingKind kind, EntryRef about);
  Finding& add(FindingKind kind, LinkId about);
  Finding& add(FindingKind kind, Place at);
  Place place(FactId fact) const;

  std::vector<Finding> take() { return std::move(found_); }

 private:
  const View& view_;
  std::vector<Finding> found_;
};

/// The entries of a kind that hold and are no headings.
std::vector<EntryRef> items(const View& view, EntryKind kind);

/// Whether the catalogues have links of that kind at all: a catalogue that is not about them is not blamed entry by entry.
bool has_links(const View& view, LinkKind kind);

/// Whether it is declared, of the entry or of what it lies under, that it has no link of that kind on purpose.
bool declared_without(const View& view, EntryRef entry, LinkKind kind);

/// Whether one pattern requires at least as much as the other in every property, and more in one.
bool requires_more(const Catalog& catalog, PatternId a, PatternId b);

void check_threats(Findings& findings);    ///< threats, mechanisms, natures, assets
void check_answers(Findings& findings);    ///< controls and measures
void check_carrying(Findings& findings);   ///< what component types carry and lack
void check_links(Findings& findings);      ///< contradictions, redundant links, counters without support
void check_declared(Findings& findings);   ///< what maps to nothing on purpose, links to what was withdrawn
void check_orphans(Findings& findings);    ///< entries that nothing uses
void check_values(Findings& findings);     ///< reference values
void check_selection(Findings& findings);  ///< what is called for in some patterns alone
void check_texts(Findings& findings);      ///< translations, titles, reasons, overrides
std::vector<CaseCoverage> check_coverage(Findings& findings);  ///< every system case, and pattern where those select

std::vector<BasisTally> count_bases(const Catalog& catalog, const std::set<std::string>& only);

}  // namespace michibiki::checks
