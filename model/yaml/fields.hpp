#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.hpp"
#include "model/diagnostic.hpp"
#include "model/did_you_mean.hpp"
#include "model/gaps.hpp"
#include "model/layer.hpp"
#include "model/node.hpp"

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

  /// The entry of one of these kinds (none: of any) that the text names (`kind/id` settles which); says so when there is none.
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
  void need(const Node& node, EntryRef entry);
  /// Withdrawn entries that live statements need, and where.
  const std::map<EntryRef, std::vector<SourceLocation>>& still_needed() const { return still_needed_; }

  /// A text in one or two languages, plain or wrapped.
  Wording wording(const Node& node);
  Bilingual bilingual(const Node& node, const Scope& scope, std::string_view what = "this text");

 protected:
  /// The basis of a file or manifest, read once however many take it.
  std::optional<Basis> default_basis(const Node* node, std::string_view by);

 private:
  void check_source(const std::string& source, const SourceLocation& at, std::string_view by);
  void report_unknown(const Node& node, const std::string& id, const std::vector<EntryKind>& wanted);
  void report_heading(const Node& node, EntryRef heading);

  std::vector<Fact>& facts_;
  std::vector<Diagnostic>& diagnostics_;
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

/// A value that may stand in `{is: …, basis: …, because: …}`, with what it takes from there.
struct Stated {
  const Node* value = nullptr;
  const Node* wrapper = nullptr;  ///< null when the value stands plain
  Scope scope;
  Bilingual because;
};

/// Looks inside the wrapper; `also` are keys that this wrapper may have beside the usual ones.
Stated stated(Context& context, const Node& node, const Scope& scope,
              std::initializer_list<std::string_view> also = {});

/// Reads the keys of one mapping, each once; what nobody asked for is an unknown key.
class Fields {
 public:
  enum class Own { basis, no_basis };

  /// `what` names the record in messages: "threat 'malicious.theft'". Takes `basis` into its scope, where it may have one.
  Fields(Context& context, const Node& node, Scope scope, std::string what, Own own = Own::basis);

  const Scope& scope() const { return scope_; }
  /// What the record itself takes: as `scope()`, but no firmer than what overlays changed of attributes without a basis of their own.
  const Scope& whole() const { return whole_; }
  const Node& node() const { return node_; }

  /// The key's value, or null; null values count as absent. The key has to outlive this reader, as literals do.
  const Node* find(std::string_view key);
  /// The same; its absence is an error.
  const Node* require(std::string_view key);

  /// An attribute that has no basis of its own, as nothing is derived from it alone; null when there is none. One that an author gives
  /// a basis is refused; one that an overlay changed makes the record as firm as that edit.
  const Node* value(std::string_view key);
  std::string text(std::string_view key);
  bool flag(std::string_view key);
  /// A text in two languages, each a statement.
  Bilingual bilingual(std::string_view key);
  /// A list; a single value counts as a list of one.
  std::vector<const Node*> list(std::string_view key);
  /// The same for lists of statements: each member, or the whole list, may be wrapped to have a basis of its own.
  std::vector<Stated> statements(std::string_view key);
  /// The same of a value that stands in such an attribute.
  const Node* plain(const Node& node, std::string_view key, bool counts = true);
  void refuse_empty_list(std::string_view key);
  /// Makes the record no firmer than a part of it that was read by itself.
  void heed(const Scope& part);
  /// The members of a list that have no basis of their own. `counts`: whether anything follows from them.
  std::vector<const Node*> members(std::string_view key, bool counts = true);
  /// A mapping, plain or wrapped; anything else is an error and gives nothing.
  /// `own_basis`: whether it may be a statement of its own.
  std::optional<Stated> mapping(std::string_view key, std::string_view from_to, Own own_basis = Own::basis);

  template <typename T>
  std::optional<Id<T>> reference(std::string_view key, Want want = Want::any) {
    const auto* node = value(key);
    return node != nullptr ? context_.needed<T>(*node, want) : std::nullopt;
  }
  /// What a statement is limited to: none without the key. An empty list is an error, as it would limit it to nothing or to everything.
  template <typename T>
  std::vector<Id<T>> references(std::string_view key, Want want = Want::any) {
    refuse_empty_list(key);
    std::vector<Id<T>> ids;
    for (const auto* item : members(key)) {
      if (const auto id = context_.resolve_as<T>(*item, want)) ids.push_back(*id);
    }
    return ids;
  }
  /// References of which each is a statement with a basis of its own.
  template <typename T>
  std::vector<Sourced<Id<T>>> sourced(std::string_view key, Want want = Want::any) {
    std::vector<Sourced<Id<T>>> ids;
    for (const auto& item : statements(key)) {
      if (const auto id = context_.resolve_as<T>(*item.value, want))
        ids.push_back({*id, context_.fact(item.scope, item.value->at)});
    }
    return ids;
  }

  /// Says which keys nobody asked for; call it last.
  void finish();

 private:
  Context& context_;
  const Node& node_;
  Scope scope_;
  Scope whole_;
  std::string what_;
  std::vector<std::string_view> asked_;
};

/// The text of a scalar; anything else is an error and gives an empty text.
std::string text_of(Context& context, const Node& node, std::string_view what);
/// Whether that word stands there, and not a text in quotes that looks like it.
bool is_word(const Node& node, std::string_view word);
/// `true` or `false`; anything else is an error.
std::optional<bool> truth_of(Context& context, const Node& node, std::string_view what);
/// A whole number; anything else is an error.
std::optional<int> whole_number_of(Context& context, const Node& node, std::string_view what);
/// A date like 2026-11-22; says so when it is none. An absent one is fine.
std::string date_of(Context& context, const Node* node, std::string_view what);
/// The id in its one form; says so and gives an empty one when the node is none.
std::string id_of(Context& context, const Node& node, std::string_view what);

}  // namespace michibiki
