#include "model/fact.hpp"

#include <tuple>

namespace michibiki {

std::string_view name_of(BasisKind kind) {
  switch (kind) {
    case BasisKind::unverified:
      return "unverified";
    case BasisKind::judgement:
      return "judgement";
    case BasisKind::stated:
      return "stated";
  }
  return "";
}

bool Basis::operator==(const Basis& other) const {
  const auto content = [](const Basis& b) {
    return std::tie(b.kind, b.source, b.at, b.line, b.restored, b.reason, b.by, b.on, b.dissent, b.knowing);
  };
  return content(*this) == content(other);
}

}  // namespace michibiki
