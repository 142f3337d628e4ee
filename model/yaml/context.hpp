#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalog.hpp"
#include "model/diagnostic.hpp"
#include "model/did_you_mean.hpp"
#include "model/gaps.hpp"
#include "model/node.hpp"
#include "model/resolve.hpp"
#include "model/successors.hpp"

namespace michibiki {

/// What a statement takes from where it stands when it does not say it itself.
struct Scope {
  std::optional<Basis> basis;
  std::string catalog;
  bool withdrawn = false;
};

/// What may stand in a place: any entry, where a heading stands for everything under it, or an item only.
enum class Want { any, item };

/// What readers share: the catalogue that references are looked up in, the facts and the diagnostics that gather.
class Context {
 public:
  Context(const Catalog& known, std::vector<Fact>& facts, std::vector<Diagnostic>& diagnostics)
      : catalog(known), facts_(facts), diagnostics_(diagnostics) {}

  const Catalog& catalog;
  bool knows_sources = true;  ///< false while single layers are read: sources may come from another one
  /// Which sources each catalogue may cite. One that is not here may cite any: it is not known on what it depends.
  std::map<std::string, std::set<std::string>, std::less<>> citable;
  /// The catalogue that each file is of, and whom each depends on: what one withdraws, those below it could not know of.
  std::map<std::string, std::string> author_of;
  Dependencies dependencies;
  const Gaps* gaps = nullptr;  ///< what could not be read and may be what a reference means
  /// Whether a reference to what an overlay has withdrawn is a mistake of whoever refers: in a service, not in the catalogue below.
  bool refuses_withdrawn = false;
  bool reading_withdrawn = false;  ///< whether the record being read is withdrawn itself: what it needs may be gone too
  Guesses guesses;

  void error(DiagnosticKind kind, const SourceLocation& at, std::string message, std::string hint = {});
  /// The same with another place that explains it.
  void error_with(DiagnosticKind kind, const SourceLocation& at, std::string message, Related related);
  void error_with(DiagnosticKind kind, const SourceLocation& at, std::string message, std::vector<Related> related);

  /// Records a statement; one without any basis is an error.
  FactId fact(const Scope& scope, const SourceLocation& at);
  /// What a statement takes from where it stands, and from the overlay that put it there.
  Scope within(const Node& node, Scope scope);
  /// The id of a source that this catalogue cites; says so when it may not.
  std::string cited_source(const Node& node, std::string_view by);
  /// Reads the `basis: …` that this catalogue gives; nothing when it is malformed (which is then said).
  std::optional<Basis> basis(const Node& node, std::string_view by);

  /// The entry of one of these kinds (none: of any) that the text names (`kind/id` settles which); says so when there is none. Who
  /// replaced an entry that has gone stands for it.
  std::optional<EntryRef> resolve(const Node& node, const std::vector<EntryKind>& kinds, Want want = Want::any);
  template <typename T>
  std::optional<Id<T>> resolve_as(const Node& node, Want want = Want::any) {
    static const std::vector<EntryKind> kinds{T::kind};
    const auto found = resolve(node, kinds, want);
    return found ? std::optional(Id<T>{found->index}) : std::nullopt;
  }

  /// The same of what a statement cannot do without: if an overlay has withdrawn it, that is noted in `still_needed`.
  template <typename T>
  std::optional<Id<T>> needed(const Node& node, Want want = Want::item) {
    const auto found = resolve_as<T>(node, want);
    if (found) need(node, ref(*found));
    return found;
  }
  void need(const Node& node, EntryRef entry) { need(node.at, entry); }
  void need(const SourceLocation& at, EntryRef entry);
  /// Whether that text names an earlier id of the entry, so that two texts may mean the same.
  bool by_earlier_id(const Node& node, EntryRef entry) const;
  /// Withdrawn entries that live statements need, and where.
  const std::map<EntryRef, std::vector<SourceLocation>>& still_needed() const { return still_needed_; }

  /// A text in one or two languages, plain or wrapped.
  Wording wording(const Node& node);
  Bilingual bilingual(const Node& node, const Scope& scope, std::string_view what = "this text");
  /// What is given as `because` made the reason of a basis.
  void set_reason(Basis& basis, const Bilingual& because) const;

 protected:
  /// The basis of a file or manifest, read once however many take it.
  std::optional<Basis> default_basis(const Node* node, std::string_view by);

 private:
  void check_source(const std::string& source, const SourceLocation& at, std::string_view by);
  std::vector<EntryRef> called(std::string& id, const std::vector<EntryKind>& kinds) const;
  std::optional<EntryRef> successor(const Node& node, const std::string& id, const std::vector<EntryKind>& kinds,
                                    std::optional<EntryRef> gone);
  void report_renamed(const Node& node, const std::string& id, EntryRef now, std::optional<EntryRef> gone);
  bool lies_below(const std::string& one, const std::string& above) const;
  void report_unknown(const Node& node, const std::string& id, const std::vector<EntryKind>& wanted);
  void report_heading(const Node& node, EntryRef heading);

  std::vector<Fact>& facts_;
  std::vector<Diagnostic>& diagnostics_;
  std::optional<Successors> successors_;  ///< once they are asked for, when all entries are there
  std::map<const Node*, Basis> default_bases_;
  std::map<EntryRef, std::vector<SourceLocation>> still_needed_;
};

/// The context in which a catalogue itself is read.
class Builder : public Context {
 public:
  Builder(Catalog& target, std::vector<Diagnostic>& diagnostics)
      : Context(target, target.facts, diagnostics), building(target) {}

  Catalog& building;
  std::set<EntryRef>
      incomplete;  ///< of which a part could not be told: whether something is that part cannot be judged

  /// What a record takes from its file or manifest.
  Scope scope_of(const Record& record);
  /// The same for a record that is a statement itself: says so, once, when nothing at all says why it is believed.
  Scope scope_of(const Record& record, const std::string& what);
  /// Makes a fact no firmer than its record turned out to be, once all of it has been read.
  void restate(FactId fact, const Scope& whole);
};

}  // namespace michibiki
