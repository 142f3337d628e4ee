#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/source_location.hpp"

namespace michibiki {

enum class Severity {
  error,    ///< the input cannot be used
  warning,  ///< usable, but probably not what was meant
  note,     ///< worth knowing
};

/// What sort of thing is wrong. The names are read by scripts: never rename one.
/// `diagnostic_kinds()` holds the name and meaning of each; keep both in the same order.
enum class DiagnosticKind {
  // Files and text
  unreadable_file,
  too_large,
  too_many_errors,
  not_utf8,
  control_character,
  // YAML
  malformed_yaml,
  second_document,
  nesting_too_deep,
  alias,
  tag,
  merge_key,
  duplicate_key,
  // Shape of a record
  unknown_key,
  missing_key,
  wrong_type,
  invalid_id,
  invalid_value,
  missing_basis,
  unsupported_schema,
  // What refers to what
  unknown_id,
  renamed,
  duplicate_id,
  wrong_kind,
  parent_cycle,
  not_comparable,
  outside_lattice,
  // Catalogues and their layers
  missing_manifest,
  duplicate_manifest,
  empty_catalog,
  wrong_catalog_kind,
  dependency_cycle,
  edit_conflict,
  edit_mismatch,
};

/// One row of the table of kinds.
struct DiagnosticKindInfo {
  DiagnosticKind kind;
  std::string_view name;     ///< stable, kebab-case: `duplicate-key`
  std::string_view meaning;  ///< one sentence
};

/// Every kind, in the order of the enumeration.
[[nodiscard]] std::span<const DiagnosticKindInfo> diagnostic_kinds();

[[nodiscard]] std::string_view name(DiagnosticKind kind);
[[nodiscard]] std::string_view meaning(DiagnosticKind kind);
/// The kind of that name, if there is one.
[[nodiscard]] std::optional<DiagnosticKind> diagnostic_kind_from_name(std::string_view name);

[[nodiscard]] std::string_view name(Severity severity);

/// Another place that a reader needs to see to understand a diagnostic.
struct Related {
  SourceLocation location;
  std::string message;

  friend bool operator==(const Related&, const Related&) = default;
};

/// One thing that is wrong, where, and what would be right. A value: readers and stages return
/// these beside their result and go on.
struct Diagnostic {
  Severity severity = Severity::error;
  DiagnosticKind kind = DiagnosticKind::invalid_value;
  SourceLocation location;
  std::string message;           ///< "what is wrong; what would be right", no final full stop
  std::string hint;              ///< our guess at what was meant; may be empty or several lines
  std::vector<Related> related;  ///< the other places, first things first

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Shorthand for the usual case.
[[nodiscard]] Diagnostic make_error(DiagnosticKind kind, SourceLocation location, std::string message,
                                    std::string hint = {});

/// The text that people read, without a final newline:
///
///     a.yaml:3:5: error: key 'id' is given twice; keep one [duplicate-key]
///       note: first given here (a.yaml:2:5)
///       hint: …
///
/// Control characters are escaped, so one diagnostic never forges another.
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

/// Sorts by place (then severity, kind, text) and drops repetitions.
void sort_and_deduplicate(std::vector<Diagnostic>& diagnostics);

[[nodiscard]] bool has_errors(std::span<const Diagnostic> diagnostics);

}  // namespace michibiki
