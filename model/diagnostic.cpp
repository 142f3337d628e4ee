#include "model/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "model/text.hpp"

namespace michibiki {
namespace {

using enum DiagnosticKind;

constexpr auto kind_table = std::to_array<DiagnosticKindInfo>({
    {unreadable_file, "unreadable-file", "A file is missing, is no file or may not be read."},
    {too_large, "too-large", "A file has more bytes or more parts than the reader takes."},
    {too_many_errors, "too-many-errors", "A file has so many errors that the rest is not shown."},
    {not_utf8, "not-utf8", "A file holds bytes that are not UTF-8 text."},
    {control_character, "control-character", "A text holds a character that cannot be seen or breaks outputs."},
    {malformed_yaml, "malformed-yaml", "The text does not follow the rules of YAML."},
    {second_document, "second-document", "A file holds more than one YAML document."},
    {nesting_too_deep, "nesting-too-deep", "Lists and mappings stand inside each other too many times."},
    {alias, "alias", "An anchor (&) or alias (*) of YAML is used; catalogues do without."},
    {tag, "tag", "A tag (!) of YAML is used; catalogues do without."},
    {merge_key, "merge-key", "The merge key << is used; catalogues do without."},
    {duplicate_key, "duplicate-key", "A mapping gives the same key twice."},
    {unknown_key, "unknown-key", "A mapping has a key that nobody reads."},
    {missing_key, "missing-key", "A mapping lacks a key that is required."},
    {wrong_type, "wrong-type", "A text, list or mapping stands where another of them is expected."},
    {invalid_id, "invalid-id", "An id has characters that ids do not have."},
    {invalid_value, "invalid-value", "A value is none of those that are possible there."},
    {missing_basis, "missing-basis", "A statement does not say why it is believed."},
    {unsupported_schema, "unsupported-schema", "A catalogue is written for another version of the format."},
    {unknown_id, "unknown-id", "A reference names nothing that exists."},
    {renamed, "renamed", "A reference uses an earlier id of an entry; it is followed."},
    {duplicate_id, "duplicate-id", "Two entries of a kind, or two links, have the same id."},
    {wrong_kind, "wrong-kind", "A reference names an entry of a kind that cannot stand there."},
    {parent_cycle, "parent-cycle", "An entry is its own ancestor."},
    {not_comparable, "not-comparable", "Two values have no common measure."},
    {outside_lattice, "outside-lattice", "Required levels are no point of the lattice of patterns."},
    {missing_manifest, "missing-manifest", "A catalogue does not say who it is."},
    {duplicate_manifest, "duplicate-manifest", "A catalogue says twice who it is."},
    {empty_catalog, "empty-catalog", "A catalogue has no entries."},
    {wrong_catalog_kind, "wrong-catalog-kind", "Published figures and catalogues are given for each other."},
    {dependency_cycle, "dependency-cycle", "Catalogues depend on each other in a circle."},
    {edit_conflict, "edit-conflict", "Two catalogues edit the same statement and neither comes first."},
    {edit_mismatch, "edit-mismatch", "An edit expects another value than the one that it finds."},
});

constexpr bool rows_follow_the_enumeration() {
  for (std::size_t i = 0; i < kind_table.size(); ++i) {
    if (static_cast<std::size_t>(kind_table[i].kind) != i) return false;
  }
  return true;
}
static_assert(rows_follow_the_enumeration(), "the table lists the kinds in the order of the enumeration");

const DiagnosticKindInfo& info(DiagnosticKind kind) { return kind_table.at(static_cast<std::size_t>(kind)); }

/// Appends `  label: text` for each line of the text.
void append_lines(std::string& result, std::string_view label, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    result += "\n  ";
    result += label;
    result += ": " + printable(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

std::span<const DiagnosticKindInfo> diagnostic_kinds() { return kind_table; }

std::string_view name(DiagnosticKind kind) { return info(kind).name; }

std::string_view meaning(DiagnosticKind kind) { return info(kind).meaning; }

std::optional<DiagnosticKind> diagnostic_kind_from_name(std::string_view name) {
  const auto row = std::find_if(kind_table.begin(), kind_table.end(), [&](const auto& it) { return it.name == name; });
  return row == kind_table.end() ? std::nullopt : std::optional(row->kind);
}

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "error";
}

Diagnostic make_error(DiagnosticKind kind, SourceLocation location, std::string message, std::string hint) {
  return {Severity::error, kind, std::move(location), std::move(message), std::move(hint), {}};
}

std::string to_string(const Diagnostic& diagnostic) {
  std::string result = to_string(diagnostic.location) + ": ";
  result += name(diagnostic.severity);
  result += ": " + printable(diagnostic.message) + " [";
  result += name(diagnostic.kind);
  result += ']';
  for (const Related& related : diagnostic.related) {
    append_lines(result, "note", printable(related.message) + " (" + to_string(related.location) + ")");
  }
  append_lines(result, "hint", diagnostic.hint);
  return result;
}

void sort_and_deduplicate(std::vector<Diagnostic>& diagnostics) {
  const auto key = [](const Diagnostic& d) { return std::tie(d.location, d.severity, d.kind, d.message, d.hint); };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end()), diagnostics.end());
}

bool has_errors(std::span<const Diagnostic> diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace michibiki
