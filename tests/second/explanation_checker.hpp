#pragma once

#include <string>
#include <vector>

#include "tests/second/second_derivation.hpp"

namespace michibiki::testing {

/// Looks at an explanation as it is printed (format "michibiki-explanation"), step by step and by ids alone: that its form is right, that
/// each step says what catalogues and services say (sql/sound.sql) and fits its premises, and that all follows from these statements, nothing
/// from itself. Of what is printed it leaves out `text`, `at`, `facts` and how firm each is.
class ExplanationChecker {
 public:
  explicit ExplanationChecker(const std::vector<CatalogTexts>& catalogs) : computation_(catalogs) {}

  /// What the next explanations are for.
  void lay_out(const SecondPortfolio& portfolio, BasisKind trust);
  /// What is wrong, a line each; empty when all is well.
  Texts complaints(const std::string& json);

 private:
  SecondComputation computation_;
  Database* database_ = nullptr;  ///< its own, once laid out
};

}  // namespace michibiki::testing
