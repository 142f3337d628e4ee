#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/yaml/context.hpp"
#include "model/yaml/scalars.hpp"

namespace michibiki {

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
  /// False where the key stands there and names nothing, no list or an empty one: that is an error.
  bool refuse_empty_list(std::string_view key);
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

}  // namespace michibiki
