#include "reports/decimal.hpp"

namespace michibiki {

std::string decimal(const Ratio& ratio, int digits) {
  std::int64_t scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  const bool negative = ratio < Ratio(0);
  const auto positive = negative ? -ratio : ratio;
  const auto rounded = (2 * positive.numerator() * scale + positive.denominator()) / (2 * positive.denominator());
  std::string text = (negative && rounded != 0 ? "-" : "") + std::to_string(rounded / scale);
  if (digits == 0) return text;
  auto behind = std::to_string(rounded % scale);
  behind.insert(0, static_cast<std::size_t>(digits) - behind.size(), '0');
  return text + '.' + behind;
}

}  // namespace michibiki
