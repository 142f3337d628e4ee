#include "model/yaml/fields.hpp"

#include <algorithm>

#include "model/text.hpp"

namespace michibiki {
namespace {

/// Stands for what is missing where that has been said already.
const Node& said_missing() {
  static const Node node = [] {
    Node nothing;
    nothing.refused = true;
    return nothing;
  }();
  return node;
}

}  // namespace

Stated stated(Context& context, const Node& node, const Scope& scope, std::initializer_list<std::string_view> also) {
  const auto about_a_value = [&](const Node::Entry& entry) {
    return entry.key == "basis" || entry.key == "because" || std::ranges::find(also, entry.key) != also.end();
  };
  const bool wrapped = node.find("is") != nullptr ||
                       (!node.entries.empty() && !node.refused && std::ranges::all_of(node.entries, about_a_value));
  if (!wrapped) return {&node, nullptr, context.within(node, scope), {}};
  Fields fields(context, node, scope, "this statement");
  const auto* value = fields.require("is");
  Stated result{value != nullptr ? value : &said_missing(), &node, fields.scope(), fields.bilingual("because")};
  for (const auto key : also) fields.find(key);
  fields.finish();
  const bool own_basis = node.find("basis") != nullptr;
  const bool takes_reason =
      result.scope.basis && result.scope.basis->kind != BasisKind::stated && !result.because.empty();
  if (takes_reason && (!own_basis || result.scope.basis->reason.empty())) {
    context.set_reason(*result.scope.basis, result.because);
  }
  return result;
}

Fields::Fields(Context& context, const Node& node, Scope scope, std::string what, Own own)
    : context_(context),
      node_(node),
      scope_(context.within(node, std::move(scope))),
      whole_(scope_),
      what_(std::move(what)) {
  if (!node.is_mapping() && !node.refused) {
    context_.error(DiagnosticKind::wrong_type, node.at,
                   what_ + " is " + std::string(describe(node.kind)) + "; write a mapping");
  }
  if (own == Own::no_basis) return;
  if (const auto* basis = node.find("basis")) {
    asked_.push_back("basis");
    // A basis that is malformed has been said to be; what stands under it should not complain of having none.
    scope_.basis = context_.basis(*basis, scope_.catalog).value_or(Basis{});
    whole_ = scope_;
  }
}

const Node* Fields::find(std::string_view key) {
  if (std::ranges::find(asked_, key) == asked_.end()) asked_.push_back(key);
  const auto* value = node_.find(key);
  return value == nullptr || value->is_null() ? nullptr : value;
}

const Node* Fields::require(std::string_view key) {
  const auto* value = find(key);
  if (value == nullptr && node_.is_mapping() && !node_.refused) {
    context_.error(DiagnosticKind::missing_key, node_.at, what_ + " lacks `" + std::string(key) + '`');
  }
  return value;
}

const Node* Fields::value(std::string_view key) {
  const auto* written = find(key);
  return written == nullptr ? nullptr : plain(*written, key, true);
}

const Node* Fields::plain(const Node& node, std::string_view key, bool counts) {
  const auto item = stated(context_, node, scope_);
  if (!node.amended) {
    if (item.wrapper != nullptr && item.value != &said_missing()) {
      context_.error(DiagnosticKind::unknown_key, node.at,
                     '`' + std::string(key) + "` has no basis or reason of its own: it counts with " + what_ +
                         "; write the value alone");
    }
    return item.value;
  }
  if (counts && !item.scope.basis) {
    context_.error(DiagnosticKind::missing_basis, node.at,
                   "nothing says why this edit is believed; give it, its file or its manifest a `basis`");
  } else if (counts) {
    heed(item.scope);
  }
  return item.value;
}

void Fields::heed(const Scope& part) {
  if (!part.basis || (whole_.basis && part.basis->kind >= whole_.basis->kind)) return;
  whole_.basis = part.basis;
  whole_.catalog = part.catalog;
}

std::vector<const Node*> Fields::members(std::string_view key, bool counts) {
  std::vector<const Node*> found;
  const auto* written = find(key);
  const auto* list = written == nullptr ? nullptr : plain(*written, key, counts);
  if (list == nullptr || list == &said_missing()) return found;
  if (!list->is_sequence()) return {list};
  for (const auto& item : list->items) found.push_back(plain(item, key, counts));
  return found;
}

bool Fields::refuse_empty_list(std::string_view key) {
  find(key);
  const auto* written = node_.find(key);
  if (written == nullptr) return true;
  const auto* wrapped = written->find("is");
  const auto& list = wrapped == nullptr ? *written : *wrapped;
  const bool nothing = list.is_null() || (list.is_sequence() && list.items.empty());
  if (!nothing || list.refused) return true;
  context_.error(DiagnosticKind::missing_key, written->at,
                 '`' + std::string(key) + "` is empty; name at least one entry, or leave the key out");
  return false;
}

std::string Fields::text(std::string_view key) {
  const auto* written = value(key);
  return written == nullptr ? std::string() : text_of(context_, *written, '`' + std::string(key) + '`');
}

bool Fields::flag(std::string_view key) {
  const auto* written = value(key);
  return written != nullptr && truth_of(context_, *written, '`' + std::string(key) + '`').value_or(false);
}

Bilingual Fields::bilingual(std::string_view key) {
  const auto* value = find(key);
  return value == nullptr ? Bilingual{} : context_.bilingual(*value, scope_, '`' + std::string(key) + '`');
}

std::vector<const Node*> Fields::list(std::string_view key) {
  std::vector<const Node*> items;
  const auto* value = find(key);
  if (value == nullptr) return items;
  if (!value->is_sequence()) return {value};
  for (const auto& item : value->items) items.push_back(&item);
  return items;
}

std::vector<Stated> Fields::statements(std::string_view key) {
  std::vector<Stated> found;
  const auto* value = find(key);
  if (value == nullptr) return found;
  auto whole = stated(context_, *value, scope_);
  if (!whole.value->is_sequence()) {
    if (whole.value != &said_missing()) found.push_back(std::move(whole));
    return found;
  }
  for (const auto& item : whole.value->items) {
    auto member = stated(context_, item, whole.scope);
    // The reason of the whole list is not that of a member which an overlay put into it.
    if (member.because.empty() && !item.amended) member.because = whole.because;
    found.push_back(std::move(member));
  }
  return found;
}

std::optional<Stated> Fields::mapping(std::string_view key, std::string_view from_to, Own own_basis) {
  const auto* value = find(key);
  if (value == nullptr) return std::nullopt;
  auto whole =
      own_basis == Own::basis ? stated(context_, *value, scope_) : Stated{plain(*value, key), nullptr, scope_, {}};
  if (whole.value->is_mapping()) return whole;
  if (!whole.value->refused) {
    context_.error(DiagnosticKind::wrong_type, whole.value->at,
                   '`' + std::string(key) + "` is " + std::string(describe(whole.value->kind)) +
                       "; write a mapping from " + std::string(from_to));
  }
  return std::nullopt;
}

void Fields::finish() {
  for (const auto& entry : node_.entries) {
    if (std::ranges::find(asked_, entry.key) != asked_.end()) continue;
    const std::vector<std::string> known(asked_.begin(), asked_.end());
    std::string allowed;
    for (const auto& key : known) allowed += (allowed.empty() ? "" : ", ") + key;
    context_.error(DiagnosticKind::unknown_key, entry.key_at,
                   what_ + " has no key " + quote(entry.key) + "; its keys are " + allowed,
                   context_.guesses.hint(entry.key, known));
  }
}

}  // namespace michibiki
