#include "model/yaml/context.hpp"

#include <algorithm>

#include "model/text.hpp"
#include "model/yaml/fields.hpp"

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

}  // namespace

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
    basis.reason_at = why->at;
  }
  if (const auto* why = fields.find("unverified")) {
    ++kinds;
    basis.kind = BasisKind::unverified;
    basis.reason = wording(*why);
    basis.reason_at = why->at;
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

/// The entries of these kinds that have that id; `KIND/ID` loses its kind.
std::vector<EntryRef> Context::called(std::string& id, const std::vector<EntryKind>& kinds) const {
  std::vector<EntryRef> found;
  for (const auto kind : kinds) {
    if (const auto entry = catalog.find(kind, id)) found.push_back(*entry);
  }
  if (const auto slash = id.find('/'); found.empty() && slash != std::string::npos) {
    const auto kind = entry_kind_named(std::string_view(id).substr(0, slash));
    if (kind && std::ranges::find(kinds, *kind) != kinds.end()) {
      id.erase(0, slash + 1);
      if (const auto entry = catalog.find(*kind, id)) found.push_back(*entry);
    }
  }
  return found;
}

/// Who stands for what has gone.
std::optional<EntryRef> Context::successor(const Node& node, const std::string& id, const std::vector<EntryKind>& kinds,
                                           std::optional<EntryRef> gone) {
  if (!successors_) successors_ = successors_in(catalog);
  std::vector<EntryRef> now;
  for (const auto kind : kinds) {
    if (gone && gone->kind != kind) continue;
    const auto standing = standing_for(catalog, *successors_, kind, id);
    now.insert(now.end(), standing.begin(), standing.end());
  }
  if (now.empty()) return std::nullopt;
  if (now.size() > 1) {
    std::vector<std::string> names;
    for (const auto entry : now) names.push_back(catalog.entry(entry).code);
    diagnostics_.push_back(split(node.at, id, names));
    return std::nullopt;
  }
  report_renamed(node, id, now.front(), gone);
  return now.front();
}

bool Context::lies_below(const std::string& one, const std::string& above) const {
  const auto found = dependencies.find(above);
  return found != dependencies.end() && found->second.contains(one);
}

/// Whoever uses an id that nobody has any more is told, but for those who could not know: a catalogue below the one that withdrew it,
/// and what is kept for the record.
void Context::report_renamed(const Node& node, const std::string& id, EntryRef now, std::optional<EntryRef> gone) {
  auto warning = renamed(node.at, name_of(now.kind), id, catalog.entry(now).code);
  if (gone) {
    const auto& withdrawal = catalog.withdrawn.at(*gone);
    const auto author = author_of.find(node.at.file_name());
    if (author != author_of.end()) {
      const auto& by = author->second;
      if (reading_withdrawn || lies_below(by, withdrawal.catalog)) return;
      if (by != withdrawal.catalog && !lies_below(withdrawal.catalog, by)) {
        warning.hint = "to use the new id, let catalogue " + quote(by) + " depend on " + quote(withdrawal.catalog);
      }
    }
    warning.related.push_back({withdrawal.at, "withdrawn here"});
  }
  diagnostics_.push_back(std::move(warning));
}

bool Context::by_earlier_id(const Node& node, EntryRef entry) const {
  auto id = node.is_scalar() ? normalise_id(node.text).id : std::string();
  const auto direct = called(id, {entry.kind});
  return std::ranges::find(direct, entry) == direct.end();
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
  auto found = called(id.id, kinds);
  if (found.empty() || (found.size() == 1 && catalog.withdrawn.contains(found.front()))) {
    const auto errors = diagnostics_.size();
    const auto gone = found.empty() ? std::nullopt : std::optional(found.front());
    if (const auto now = successor(node, id.id, kinds, gone)) found = {*now};
    if (diagnostics_.size() > errors && found.empty()) return std::nullopt;
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

void Context::need(const SourceLocation& at, EntryRef entry) {
  if (!reading_withdrawn && catalog.withdrawn.contains(entry)) still_needed_[entry].push_back(at);
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
  for (const auto kind : kinds) {
    if (!guesses.afford(catalog.size(kind))) continue;
    for (std::size_t i = 0; i < catalog.size(kind); ++i) {
      const auto& entry = catalog.entry({kind, i});
      if (!entry.code.empty()) known.push_back(entry.code);
    }
  }
  error(DiagnosticKind::unknown_id, node.at, message, did_you_mean_hint(id, known));
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

void Context::set_reason(Basis& basis, const Bilingual& because) const {
  basis.reason = because.wording();
  basis.reason_at = facts_[because.given_fact().index()].location;
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

}  // namespace michibiki
