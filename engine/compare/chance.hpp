#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace michibiki {

/// Chance that is the same on every machine: the engine of the standard is laid down to the bit, its distributions are not.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}

  /// A number below `bound`, each as likely; `bound` is at least 1.
  std::uint64_t below(std::uint64_t bound) {
    // The topmost numbers that would favour some results are drawn again.
    const auto most = engine_type::max() - engine_type::max() % bound;
    auto number = engine_();
    while (number >= most) number = engine_();
    return number % bound;
  }

  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  using engine_type = std::mt19937_64;
  engine_type engine_;
};

}  // namespace michibiki
