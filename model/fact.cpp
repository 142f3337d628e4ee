#include "model/fact.hpp"

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

}  // namespace michibiki
