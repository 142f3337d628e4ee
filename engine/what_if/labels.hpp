#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace michibiki {

// Under which assumptions conclusions follow: the label propagation of an assumption-based truth maintenance system (de Kleer, An
// assumption-based TMS, Artificial Intelligence 28, 1986).

/// Assumptions made together, by their numbers, in order. None of them: what is so anyway.
using Environment = std::vector<std::size_t>;

/// Smaller ones first.
bool comes_before(const Environment& a, const Environment& b);
/// Whether all assumptions of one are made in the other.
bool within(const Environment& part, const Environment& whole);

/// The environments under which something follows, none within another, smaller ones first.
struct Label {
  std::vector<Environment> environments;
  bool cut = false;  ///< there are more, larger ones or too many
};

/// How far the search goes.
struct LabelLimits {
  std::size_t size = 4;     ///< assumptions made together
  std::size_t number = 64;  ///< environments of one conclusion
};

inline Label holds_anyway() { return {{{}}, false}; }
inline Label if_assumed(std::size_t assumption) { return {{{assumption}}, false}; }

/// A step from all of its premises (positions of conclusions) under all of its own conditions.
struct LabelledStep {
  std::size_t conclusion = 0;
  std::vector<std::size_t> premises;
  std::vector<Label> conditions;
};

/// Whether assumptions contradict one another.
using Contradicts = std::function<bool(const Environment&)>;

/// Either of two labels.
Label either(const Label& one, const Label& other, const LabelLimits& limits);
/// Both.
Label both(const Label& one, const Label& other, const LabelLimits& limits, const Contradicts& contradicts);

/// The label of each of so many conclusions; a conclusion may need itself in a circle, and then follows by nothing of that. Those that hold
/// anyway need no step.
std::vector<Label> labels(const std::vector<bool>& holding, const std::vector<LabelledStep>& steps,
                          const LabelLimits& limits, const Contradicts& contradicts);

}  // namespace michibiki
