#include "model/yaml/fields.hpp"

#include <algorithm>
#include <charconv>

#include "model/did_you_mean.hpp"
#include "model/text.hpp"

namespace michibiki {
namespace {

std::string listed(const std::vector<EntryKind>& kinds) {
  std::string sections;
  for (const auto kind : kinds) {
    if (!sections.empty()) sections += ", ";
    sections += '`' + std::string(section_of(kind)) + '`';
  }
  return sections;
}

std::string named(const std::vector<EntryKind>& kinds) {
  std::string names;
  for (const auto kind : kinds) {
    if (!names.empty()) names += " or ";
    names += name_of(kind);
  }
  return names;
}

std::vector<EntryKind> all_kinds() {
  std::vector<EntryKind> kinds;
  for (std::size_t i = 0; i < entry_kind_count; ++i) kinds.push_back(static_cast<EntryKind>(i));
  return kinds;
}

/// Japanese when it holds any character beyond ASCII: how a text in one language is told.
bool looks_japanese(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

}  // namespace

std::string text_of(Context& context, const Node& node, std::string_view what) {
  if (node.is_scalar()) return node.text;
  if (!node.refused) {
    context.error(DiagnosticKind::wrong_type, node.at,
                  std::string(what) + " is " + std::string(describe(node.kind)) + "; write a text");
  }
  return {};
}

std::optional<bool> truth_of(Context& context, const Node& node, std::string_view what) {
  if (node.is_scalar() && node.text == "true") return true;
  if (node.is_scalar() && node.text == "false") return false;
  if (!node.refused) {
    context.error(DiagnosticKind::wrong_type, node.at,
                  std::string(what) + " is " + to_line(node, 40) + "; write `true` or `false`");
  }
  return std::nullopt;
}

std::optional<int> whole_number_of(Context& context, const Node& node, std::string_view what) {
  int number = 0;
  const auto* end = node.text.data() + node.text.size();
  const auto [rest, problem] = std::from_chars(node.text.data(), end, number);
  if (node.is_scalar() && !node.text.empty() && problem == std::errc() && rest == end && number >= 0) return number;
  if (!node.refused) {
    context.error(DiagnosticKind::wrong_type, node.at,
                  std::string(what) + " is " + to_line(node, 40) + "; write a whole number");
  }
  return std::nullopt;
}

void Context::error(DiagnosticKind kind, const SourceLocation& at, std::string message, std::string hint) {
  diagnostics_.push_back(make_error(kind, at, std::move(message), std::move(hint)));
}

void Context::error_with(DiagnosticKind kind, const SourceLocation& at, std::string message, Related related) {
  auto diagnostic = make_error(kind, at, std::move(message));
  diagnostic.related.push_back(std::move(related));
  diagnostics_.push_back(std::move(diagnostic));
}

FactId Context::fact(const Scope& scope, const SourceLocation& at) {
  if (!scope.basis) {
    error(DiagnosticKind::missing_basis, at,
          "nothing says why this is believed; give it, its entry, its file or its manifest a `basis`");
  }
  facts_.push_back({scope.basis.value_or(Basis{}), at, scope.catalog, scope.withdrawn});
  return FactId{facts_.size() - 1};
}

std::optional<Basis> Context::basis(const Node& node) {
  Basis basis;
  if (node.is_scalar()) {
    if (node.text == name_of(BasisKind::unverified)) return basis;
    error(DiagnosticKind::invalid_value, node.at,
          "a basis is " + quote(node.text) + "; write `unverified`, `{stated: SOURCE, at: …}` or `{judgement: WHY}`");
    return std::nullopt;
  }
  Fields fields(*this, node, {Basis{}, {}, false}, "this basis");
  int kinds = 0;
  if (const auto* source = fields.find("stated")) {
    ++kinds;
    basis.kind = BasisKind::stated;
    basis.source = text_of(*this, *source, "`stated`");
    if (knows_sources && source->is_scalar() && !catalog.sources.contains(basis.source)) {
      std::vector<std::string> known;
      for (const auto& [code, entry] : catalog.sources) known.push_back(code);
      error(DiagnosticKind::unknown_id, source->at,
            "unknown source " + quote(basis.source) + "; sources are declared under `sources` of a manifest",
            did_you_mean_hint(basis.source, known));
    }
  }
  if (const auto* why = fields.find("judgement")) {
    ++kinds;
    basis.kind = BasisKind::judgement;
    basis.reason = wording(*why);
  }
  if (const auto* why = fields.find("unverified")) {
    ++kinds;
    basis.kind = BasisKind::unverified;
    basis.reason = wording(*why);
  }
  basis.at = fields.text("at");
  if (const auto* line = fields.find("line")) basis.line = whole_number_of(*this, *line, "`line`").value_or(0);
  basis.restored = fields.text("restored");
  basis.by = fields.text("by");
  basis.on = fields.text("on");
  if (const auto* on = fields.find("on"); on != nullptr && !is_date(basis.on)) {
    error(DiagnosticKind::invalid_value, on->at, "`on` is " + quote(basis.on) + "; write a date like 2026-11-22");
  }
  if (const auto* dissent = fields.find("dissent")) basis.dissent = wording(*dissent);
  fields.finish();
  if (node.is_mapping() && kinds != 1) {
    if (!node.refused) {
      error(DiagnosticKind::invalid_value, node.at,
            "a basis has exactly one of `stated`, `judgement` and `unverified`");
    }
    return std::nullopt;
  }
  return node.is_mapping() ? std::optional(basis) : std::nullopt;
}

std::optional<EntryRef> Context::resolve(const Node& node, const std::vector<EntryKind>& wanted) {
  const auto kinds = wanted.empty() ? all_kinds() : wanted;
  const auto written = text_of(*this, node, "a reference");
  if (!node.is_scalar()) return std::nullopt;
  auto among = kinds;
  std::string_view rest = written;
  if (const auto slash = rest.find('/'); slash != std::string_view::npos) {
    if (const auto kind = entry_kind_named(rest.substr(0, slash));
        kind && std::ranges::find(kinds, *kind) != kinds.end()) {
      among = {*kind};
      rest.remove_prefix(slash + 1);
    }
  }
  const auto id = normalise_id(rest);
  if (!id.ok()) {
    error(DiagnosticKind::invalid_id, node.at, id.problem);
    return std::nullopt;
  }
  std::vector<EntryRef> found;
  for (const auto kind : among) {
    if (const auto entry = catalog.find(kind, id.id)) found.push_back(*entry);
  }
  if (found.size() == 1) return found.front();
  if (found.size() > 1) {
    error(DiagnosticKind::wrong_kind, node.at,
          quote(id.id) + " is the id of more than one kind of entry; write `" +
              std::string(name_of(found.front().kind)) + '/' + id.id + '`');
    return std::nullopt;
  }
  std::vector<std::string> known;
  for (const auto kind : kinds) {
    for (std::size_t i = 0; i < catalog.size(kind); ++i) known.push_back(catalog.entry({kind, i}).code);
  }
  error(DiagnosticKind::unknown_id, node.at,
        "unknown " + (wanted.empty() ? std::string("entry") : named(kinds)) + ' ' + quote(id.id) +
            (wanted.empty() ? std::string("; no section lists it") : "; those known are listed under " + listed(kinds)),
        did_you_mean_hint(id.id, known));
  return std::nullopt;
}

Wording Context::wording(const Node& node) {
  std::vector<Fact> unused;
  Context aside(catalog, unused, diagnostics_);
  aside.knows_sources = knows_sources;
  return aside.bilingual(node, {Basis{}, {}, false});
}

Bilingual Context::bilingual(const Node& node, const Scope& scope) {
  Bilingual result;
  if (!node.is_mapping()) {
    const auto text = text_of(*this, node, "this text");
    const auto id = fact(scope, node.at);
    (looks_japanese(text) ? result.ja : result.en) = text;
    result.ja_fact = result.en_fact = id;
    return result;
  }
  Fields fields(*this, node, scope, "this text");
  const auto language = [&](std::string_view key, std::string& text, FactId& id) {
    const auto* value = fields.find(key);
    if (value == nullptr) {
      id = fact(fields.scope(), node.at);
      return;
    }
    const auto inner = stated(*this, *value, fields.scope());
    text = text_of(*this, *inner.value, key);
    id = fact(inner.scope, value->at);
  };
  language("ja", result.ja, result.ja_fact);
  language("en", result.en, result.en_fact);
  fields.finish();
  return result;
}

Stated stated(Context& context, const Node& node, const Scope& scope, std::initializer_list<std::string_view> also) {
  const auto* inner = node.find("is");
  if (inner == nullptr) return {&node, nullptr, scope, {}};
  Fields fields(context, node, scope, "this statement");
  Stated result{fields.require("is"), &node, fields.scope(), fields.bilingual("because")};
  for (const auto key : also) fields.find(key);
  fields.finish();
  if (result.value == nullptr) result.value = inner;
  if (result.scope.basis && result.scope.basis->kind != BasisKind::stated && !result.because.empty()) {
    result.scope.basis->reason = result.because;
  }
  return result;
}

Fields::Fields(Context& context, const Node& node, Scope scope, std::string what)
    : context_(context), node_(node), scope_(std::move(scope)), what_(std::move(what)) {
  if (!node.is_mapping() && !node.refused) {
    context_.error(DiagnosticKind::wrong_type, node.at,
                   what_ + " is " + std::string(describe(node.kind)) + "; write a mapping");
  }
  if (const auto* basis = node.find("basis")) {
    asked_.insert("basis");
    // A basis that is malformed has been said to be; what stands under it should not complain of having none.
    scope_.basis = context_.basis(*basis).value_or(Basis{});
  }
}

const Node* Fields::find(std::string_view key) {
  asked_.emplace(key);
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

std::string Fields::text(std::string_view key) {
  const auto* value = find(key);
  return value == nullptr ? std::string()
                          : text_of(context_, *stated(context_, *value, scope_).value, '`' + std::string(key) + '`');
}

bool Fields::flag(std::string_view key) {
  const auto* value = find(key);
  return value != nullptr &&
         truth_of(context_, *stated(context_, *value, scope_).value, '`' + std::string(key) + '`').value_or(false);
}

Bilingual Fields::bilingual(std::string_view key) {
  const auto* value = find(key);
  return value == nullptr ? Bilingual{} : context_.bilingual(*value, scope_);
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
  const auto whole = stated(context_, *value, scope_);
  if (!whole.value->is_sequence()) return {whole};
  for (const auto& item : whole.value->items) {
    auto member = stated(context_, item, whole.scope);
    if (member.because.empty()) member.because = whole.because;
    found.push_back(std::move(member));
  }
  return found;
}

void Fields::finish() {
  for (const auto& entry : node_.entries) {
    if (asked_.contains(entry.key)) continue;
    const std::vector<std::string> known(asked_.begin(), asked_.end());
    std::string allowed;
    for (const auto& key : known) allowed += (allowed.empty() ? "" : ", ") + key;
    context_.error(DiagnosticKind::unknown_key, entry.key_at,
                   what_ + " has no key " + quote(entry.key) + "; its keys are " + allowed,
                   did_you_mean_hint(entry.key, known));
  }
}

}  // namespace michibiki
