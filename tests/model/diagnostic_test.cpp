#include "model/diagnostic.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/catch.hpp"

namespace {

using namespace michibiki;

const auto file = make_file_name("a.yaml");

TEST_CASE("every kind has a name of its own, which finds it again, and one sentence", "[model][diagnostic]") {
  std::set<std::string_view> names;
  for (const DiagnosticKindInfo& row : diagnostic_kinds()) {
    CAPTURE(row.name);
    CHECK(names.insert(row.name).second);
    CHECK(row.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
    CHECK((diagnostic_kind_from_name(row.name) == row.kind));
    CHECK(name(row.kind) == row.name);
    CHECK(meaning(row.kind) == row.meaning);
    CHECK(row.meaning.ends_with('.'));
  }
  CHECK(names.size() > 30);
  CHECK_FALSE(diagnostic_kind_from_name("no-such-kind").has_value());
}

TEST_CASE("a diagnostic says where, what is wrong, what would be right, and its kind", "[model][diagnostic]") {
  Diagnostic diagnostic = make_error(DiagnosticKind::unknown_id, {file, 42, 15},
                                     "unknown control 'A.9.2.11'; controls are listed in controls.yaml");
  CHECK(to_string(diagnostic) ==
        "a.yaml:42:15: error: unknown control 'A.9.2.11'; controls are listed in controls.yaml [unknown-id]");

  diagnostic.hint = "did you mean 'A.9.2.1'?\nor 'A.9.2.12'?";
  diagnostic.related = {{{make_file_name("b.yaml"), 3, 1}, "named here too"}};
  diagnostic.severity = Severity::warning;
  CHECK(to_string(diagnostic) ==
        "a.yaml:42:15: warning: unknown control 'A.9.2.11'; controls are listed in controls.yaml [unknown-id]\n"
        "  note: named here too (b.yaml:3:1)\n"
        "  hint: did you mean 'A.9.2.1'?\n"
        "  hint: or 'A.9.2.12'?");
}

TEST_CASE("a message cannot forge another diagnostic", "[model][diagnostic]") {
  Diagnostic diagnostic = make_error(DiagnosticKind::invalid_value, {file, 1, 1}, "bad\nb.yaml:1:1: error: no\x1b[31m");
  diagnostic.related = {{{file, 2, 1}, "x\ny"}};
  CHECK(to_string(diagnostic) ==
        "a.yaml:1:1: error: bad\\nb.yaml:1:1: error: no\\u{1b}[31m [invalid-value]\n"
        "  note: x\\ny (a.yaml:2:1)");
}

TEST_CASE("diagnostics are shown by place, each once", "[model][diagnostic]") {
  const auto at = [](int line, DiagnosticKind kind, const std::string& message) {
    return make_error(kind, {file, line, 1}, message);
  };
  std::vector<Diagnostic> diagnostics{
      at(3, DiagnosticKind::alias, "x"),
      at(1, DiagnosticKind::unknown_key, "b"),
      at(1, DiagnosticKind::unknown_key, "a"),
      at(3, DiagnosticKind::alias, "x"),
  };
  sort_and_deduplicate(diagnostics);
  std::string shown;
  for (const Diagnostic& diagnostic : diagnostics) shown += to_string(diagnostic) + '\n';
  CHECK(shown ==
        "a.yaml:1:1: error: a [unknown-key]\n"
        "a.yaml:1:1: error: b [unknown-key]\n"
        "a.yaml:3:1: error: x [alias]\n");
}

TEST_CASE("warnings and notes do not make an input unusable", "[model][diagnostic]") {
  std::vector<Diagnostic> diagnostics;
  CHECK_FALSE(has_errors(diagnostics));
  diagnostics.push_back({Severity::warning, DiagnosticKind::missing_basis, {file, 1, 1}, "m", "", {}});
  diagnostics.push_back({Severity::note, DiagnosticKind::missing_basis, {file, 1, 1}, "m", "", {}});
  CHECK_FALSE(has_errors(diagnostics));
  diagnostics.push_back(make_error(DiagnosticKind::alias, {file, 1, 1}, "m"));
  CHECK(has_errors(diagnostics));
}

}  // namespace
