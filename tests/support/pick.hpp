#pragma once

#include <vector>

#include "tests/property.hpp"

// What a generator takes by chance while it runs, whatever the size of the example.

namespace michibiki::testing {

/// One of 0 … size-1; shrinks to 0.
template <typename T>
T pick(T size) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<T>(0, size));
}

inline bool one_in(int times) { return pick(times) == times - 1; }

template <typename T>
const T& any_of(const std::vector<T>& items) {
  return items[pick(items.size())];
}

}  // namespace michibiki::testing
