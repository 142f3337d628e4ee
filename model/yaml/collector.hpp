#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "model/diagnostic.hpp"

namespace michibiki {

/// Gathers the diagnostics of one file, up to a number; a hostile file shall not fill the memory
/// with its own errors.
class Collector {
 public:
  explicit Collector(std::size_t max_diagnostics) : max_(max_diagnostics) {}

  void add(Diagnostic diagnostic) {
    if (diagnostics_.size() < max_) {
      diagnostics_.push_back(std::move(diagnostic));
    } else {
      ++left_out_;
    }
  }

  [[nodiscard]] bool empty() const { return diagnostics_.empty(); }

  /// All of them in the order of the file, ended by how many were left out.
  [[nodiscard]] std::vector<Diagnostic> take() {
    sort_and_deduplicate(diagnostics_);
    if (left_out_ > 0) {
      const SourceLocation last = diagnostics_.empty() ? SourceLocation{} : diagnostics_.back().location;
      diagnostics_.push_back(
          make_error(DiagnosticKind::too_many_errors, last,
                     std::to_string(left_out_) + " more errors of this file are not shown; correct these first"));
    }
    return std::move(diagnostics_);
  }

 private:
  std::vector<Diagnostic> diagnostics_;
  std::size_t max_;
  std::size_t left_out_ = 0;
};

}  // namespace michibiki
