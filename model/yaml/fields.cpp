#include "model/yaml/fields.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

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

const std::vector<EntryKind>& all_kinds() {
  static const std::vector<EntryKind> kinds = [] {
    std::vector<EntryKind> all;
    for (std::size_t i = 0; i < entry_kind_count; ++i) all.push_back(static_cast<EntryKind>(i));
    return all;
  }();
  return kinds;
}

/// Japanese when it holds a kana, a kanji or a full-width form: how a text in one language is told.
bool looks_japanese(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const auto character = decode_utf8(text, offset);
    const auto c = character.code_point;
    if ((c >= 0x3000 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
        (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF)) {
      return true;
    }
    offset += character.length;
  }
  return false;
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  unsigned parts[3] = {};
  const std::string_view digits[3] = {text.substr(0, 4), text.substr(5, 2), text.substr(8, 2)};
  for (int i = 0; i < 3; ++i) {
    const auto* end = digits[i].data() + digits[i].size();
    const auto [rest, problem] = std::from_chars(digits[i].data(), end, parts[i]);
    if (problem != std::errc() || rest != end) return false;
  }
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(parts[0])), std::chrono::month(parts[1]),
                                     std::chrono::day(parts[2]))
      .ok();
}

/// Whether a text has nothing but blanks, Japanese ones included.
bool says_nothing(std::string_view text) {
  constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\n", "\r", "\u00a0", "\u3000"};
  while (!text.empty()) {
    const auto blank = std::ranges::find_if(blanks, [&](std::string_view one) { return text.starts_with(one); });
    if (blank == blanks.end()) return false;
    text.remove_prefix(blank->size());
  }
  return true;
}

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

std::string text_of(Context& context, const Node& node, std::string_view what) {
  if (node.is_scalar()) return says_nothing(node.text) ? std::string() : node.text;
  if (!node.refused) {
    context.error(DiagnosticKind::wrong_type, node.at,
                  std::string(what) + " is " + std::string(describe(node.kind)) + "; write a text");
  }
  return {};
}

bool is_word(const Node& node, std::string_view word) { return node.is_scalar() && !node.quoted && node.text == word; }

std::optional<bool> truth_of(Context& context, const Node& node, std::string_view what) {
  if (is_word(node, "true")) return true;
  if (is_word(node, "false")) return false;
  if (node.quoted && (node.text == "true" || node.text == "false")) {
    context.error(DiagnosticKind::wrong_type, node.at,
                  std::string(what) + " is a text in quotes; write `" + node.text + "` without them");
    return std::nullopt;
  }
  if (!node.refused) {
    context.error(DiagnosticKind::wrong_type, node.at,
                  std::string(what) + " is " + to_line(node, 40) + "; write `true` or `false`");
  }
  return std::nullopt;
}

std::optional<int> whole_number_of(Context& context, const Node& node, std::string_view what) {
  if (node.quoted && !node.refused) {
    context.error(DiagnosticKind::wrong_type, node.at,
                  std::string(what) + " is a text in quotes; write a whole number without them");
    return std::nullopt;
  }
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

std::string date_of(Context& context, const Node* node, std::string_view what) {
  if (node == nullptr) return {};
  auto date = text_of(context, *node, what);
  if (node->is_scalar() && !node->refused && !is_date(date)) {
    context.error(DiagnosticKind::invalid_value, node->at,
                  std::string(what) + " is " + quote(date) + "; write a date like 2026-11-22");
  }
  return date;
}

std::string id_of(Context& context, const Node& node, std::string_view what) {
  const auto text = text_of(context, node, what);
  if (!node.is_scalar() || node.refused) return {};
  const auto id = normalise_id(text);
  if (!id.ok()) context.error(DiagnosticKind::invalid_id, node.at, id.problem);
  return id.id;
}

void Context::error(DiagnosticKind kind, const SourceLocation& at, std::string message, std::string hint) {
  diagnostics_.push_back(make_error(kind, at, std::move(message), std::move(hint)));
}

void Context::error_with(DiagnosticKind kind, const SourceLocation& at, std::string message, Related related) {
  error_with(kind, at, std::move(message), std::vector{std::move(related)});
}

void Context::error_with(DiagnosticKind kind, const SourceLocation& at, std::string message,
                         std::vector<Related> related) {
  auto diagnostic = make_error(kind, at, std::move(message));
  diagnostic.related = std::move(related);
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

/// Whether that catalogue may cite the source: it declares it, or one that it depends on does.
void Context::check_source(const std::string& source, const SourceLocation& at, std::string_view by) {
  if (!knows_sources || source.empty() || (gaps != nullptr && gaps->in("sources"))) return;
  const auto found = catalog.sources.find(source);
  if (found == catalog.sources.end()) {
    std::vector<std::string> known;
    for (const auto& [code, entry] : catalog.sources) known.push_back(code);
    error(DiagnosticKind::unknown_id, at,
          "unknown source " + quote(source) + "; sources are declared under `sources` of a manifest",
          guesses.hint(source, known));
    return;
  }
  const auto own = citable.find(by);
  if (own == citable.end() || own->second.contains(source)) return;
  auto unknown_here =
      make_error(DiagnosticKind::unknown_id, at,
                 "source " + quote(source) + " is declared neither by catalogue " + quote(by) +
                     " nor by one that it depends on; declare it there, or depend on a catalogue that does",
                 "catalogue " + quote(found->second.catalog) + " declares it; the same words may stand in both");
  unknown_here.related.push_back({found->second.location, "declared here"});
  diagnostics_.push_back(std::move(unknown_here));
}

std::string Context::cited_source(const Node& node, std::string_view by) {
  auto source = id_of(*this, node, "a source");
  check_source(source, node.at, node.amended ? node.amended->catalog : by);
  return source;
}

std::optional<Basis> Context::basis(const Node& node, std::string_view by) {
  if (node.amended) by = node.amended->catalog;
  Basis basis;
  if (node.is_scalar()) {
    if (node.text == name_of(BasisKind::unverified)) return basis;
    error(DiagnosticKind::invalid_value, node.at,
          "a basis is " + quote(node.text) + "; write `unverified`, `{stated: SOURCE, at: …}` or `{judgement: WHY}`");
    return std::nullopt;
  }
  Fields fields(*this, node, {Basis{}, {}, false}, "this basis", Fields::Own::no_basis);
  int kinds = 0;
  if (const auto* source = fields.find("stated")) {
    ++kinds;
    basis.kind = BasisKind::stated;
    basis.source = id_of(*this, *source, "`stated`");
    check_source(basis.source, source->at, source->amended ? source->amended->catalog : by);
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
  basis.on = date_of(*this, fields.find("on"), "`on`");
  if (const auto* dissent = fields.find("dissent")) basis.dissent = wording(*dissent);
  for (const auto* place : fields.list("knowing")) basis.knowing.push_back(text_of(*this, *place, "`knowing`"));
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

std::optional<EntryRef> Context::resolve(const Node& node, const std::vector<EntryKind>& wanted, Want want) {
  const auto& kinds = wanted.empty() ? all_kinds() : wanted;
  const auto written = text_of(*this, node, "a reference");
  if (!node.is_scalar() || node.refused) return std::nullopt;
  auto id = normalise_id(written);
  if (!id.ok()) {
    error(DiagnosticKind::invalid_id, node.at, id.problem);
    return std::nullopt;
  }
  std::vector<EntryRef> found;
  for (const auto kind : kinds) {
    if (const auto entry = catalog.find(kind, id.id)) found.push_back(*entry);
  }
  if (const auto slash = id.id.find('/'); found.empty() && slash != std::string::npos) {
    const auto kind = entry_kind_named(std::string_view(id.id).substr(0, slash));
    if (kind && std::ranges::find(kinds, *kind) != kinds.end()) {
      id.id.erase(0, slash + 1);
      if (const auto entry = catalog.find(*kind, id.id)) found.push_back(*entry);
    }
  }
  if (found.empty()) {
    report_unknown(node, id.id, wanted);
    return std::nullopt;
  }
  if (found.size() > 1) {
    error(DiagnosticKind::wrong_kind, node.at,
          quote(id.id) + " is the id of more than one kind of entry; write `" +
              std::string(name_of(found.front().kind)) + '/' + id.id + '`');
    return std::nullopt;
  }
  if (want == Want::item && catalog.entry(found.front()).group) {
    report_heading(node, found.front());
    return std::nullopt;
  }
  if (const auto gone = catalog.withdrawn.find(found.front()); refuses_withdrawn && gone != catalog.withdrawn.end()) {
    error_with(DiagnosticKind::unknown_id, node.at,
               std::string(name_of(found.front().kind)) + ' ' + quote(id.id) + " is withdrawn by catalogue " +
                   quote(gone->second.catalog) + "; name another, or leave that catalogue out",
               {gone->second.at, "withdrawn here"});
    return std::nullopt;
  }
  return found.front();
}

void Context::need(const Node& node, EntryRef entry) {
  if (!reading_withdrawn && catalog.withdrawn.contains(entry)) still_needed_[entry].push_back(node.at);
}

std::optional<Basis> Context::default_basis(const Node* node, std::string_view by) {
  if (node == nullptr) return std::nullopt;
  const auto known = default_bases_.find(node);
  // A basis that is malformed has been said to be; what stands under it should not complain of having none.
  return known != default_bases_.end() ? known->second : default_bases_[node] = basis(*node, by).value_or(Basis{});
}

Scope Context::within(const Node& node, Scope scope) {
  if (!node.amended) return scope;
  const auto& [by, basis] = *node.amended;
  return {default_basis(basis.get(), by), by, scope.withdrawn};
}

void Context::report_unknown(const Node& node, const std::string& id, const std::vector<EntryKind>& wanted) {
  const auto& kinds = wanted.empty() ? all_kinds() : wanted;
  const auto may_be_there = [&](EntryKind kind) { return gaps->in(section_of(kind), id); };
  if (gaps != nullptr && std::ranges::any_of(kinds, may_be_there)) return;
  const auto message = "unknown " + (wanted.empty() ? std::string("entry") : named(kinds)) + ' ' + quote(id) +
                       (wanted.empty() ? "; no section lists it" : "; those known are listed under " + listed(kinds));
  std::vector<std::string> known;
  std::string hint;
  for (const auto kind : kinds) {
    if (!guesses.afford(catalog.size(kind))) continue;
    for (std::size_t i = 0; i < catalog.size(kind); ++i) {
      const auto& entry = catalog.entry({kind, i});
      if (std::ranges::find(entry.replaces, id) != entry.replaces.end()) hint = quote(entry.code) + " has replaced it";
      if (!entry.code.empty()) known.push_back(entry.code);
    }
  }
  error(DiagnosticKind::unknown_id, node.at, message, hint.empty() ? did_you_mean_hint(id, known) : hint);
}

void Context::report_heading(const Node& node, EntryRef heading) {
  constexpr int most = 8;
  int count = 0;
  std::string items;
  for (std::size_t i = 0; i < catalog.size(heading.kind) && guesses.afford(1); ++i) {
    const auto& entry = catalog.entry({heading.kind, i});
    if (entry.parent != heading.index || entry.group || ++count > most) continue;
    items += (items.empty() ? "one of: " : ", ") + entry.code;
  }
  if (count > most) items += ", …";
  error(DiagnosticKind::wrong_kind, node.at,
        std::string(name_of(heading.kind)) + ' ' + quote(catalog.entry(heading).code) +
            " is a heading, which stands for no item itself; name the items under it",
        items);
}

Wording Context::wording(const Node& node) {
  const auto stated_so_far = facts_.size();
  Wording result = bilingual(node, {Basis{}, {}, false}).wording();
  facts_.erase(facts_.begin() + static_cast<std::ptrdiff_t>(stated_so_far), facts_.end());
  return result;
}

Bilingual Context::bilingual(const Node& node, const Scope& scope, std::string_view what) {
  if (node.is_mapping() && node.find("is") != nullptr) {
    const auto inner = stated(*this, node, scope);
    return bilingual(*inner.value, inner.scope, what);
  }
  Bilingual result;
  if (!node.is_mapping()) {
    const auto text = text_of(*this, node, what);
    const auto id = fact(within(node, scope), node.at);
    (looks_japanese(text) ? result.ja : result.en) = text;
    result.ja_fact = result.en_fact = id;
    return result;
  }
  Fields fields(*this, node, scope, std::string(what));
  const auto language = [&](std::string_view key, std::string& text, FactId& id) {
    const auto* value = fields.find(key);
    if (value == nullptr) {
      id = fact(fields.scope(), node.at);
      return;
    }
    const auto inner = stated(*this, *value, fields.scope());
    text = text_of(*this, *inner.value, '`' + std::string(key) + '`');
    id = fact(inner.scope, value->at);
  };
  language("ja", result.ja, result.ja_fact);
  language("en", result.en, result.en_fact);
  fields.finish();
  return result;
}

Scope Builder::scope_of(const Record& record) {
  reading_withdrawn = record.withdrawn.has_value();
  return {default_basis(record.default_basis.get(), record.catalog), record.catalog, reading_withdrawn};
}

Scope Builder::scope_of(const Record& record, const std::string& what) {
  auto scope = scope_of(record);
  if (!scope.basis && record.body.find("basis") == nullptr) {
    error(DiagnosticKind::missing_basis, record.body.at,
          "nothing says why " + what + " is believed; give it, its file or its manifest a `basis`");
    scope.basis = Basis{};
  }
  return scope;
}

void Builder::restate(FactId fact, const Scope& whole) {
  auto& known = building.facts[fact.index()];
  known.basis = whole.basis.value_or(Basis{});
  known.catalog = whole.catalog;
}

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
    result.scope.basis->reason = result.because.wording();
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

void Fields::refuse_empty_list(std::string_view key) {
  const auto* written = find(key);
  if (written == nullptr || !written->is_sequence() || !written->items.empty()) return;
  context_.error(DiagnosticKind::missing_key, written->at,
                 '`' + std::string(key) + "` is empty; name at least one entry, or leave the key out");
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
    if (member.because.empty()) member.because = whole.because;
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
