#include "reports/words.hpp"

namespace michibiki {

const Words& words_for(CoverageStatus status, bool controls_cover) {
  switch (status) {
    case CoverageStatus::covered:
      return controls_cover ? words::covered_by_control : words::covered;
    case CoverageStatus::control_only:
      return words::control_only;
    case CoverageStatus::uncovered:
      break;
  }
  return words::uncovered;
}

const Words& words_for(BasisKind kind) {
  switch (kind) {
    case BasisKind::stated:
      return words::stated;
    case BasisKind::judgement:
      return words::judgement;
    case BasisKind::unverified:
      break;
  }
  return words::unverified;
}

const Words& mark_for(BasisKind kind) {
  switch (kind) {
    case BasisKind::stated:
      return words::stated_mark;
    case BasisKind::judgement:
      return words::judgement_mark;
    case BasisKind::unverified:
      break;
  }
  return words::unverified_mark;
}

const Words& words_for(LevelOrigin origin) {
  switch (origin) {
    case LevelOrigin::given:
      return words::origin_given;
    case LevelOrigin::answers:
      return words::origin_answers;
    case LevelOrigin::service_type:
      return words::origin_service_type;
    case LevelOrigin::criteria:
      break;
  }
  return words::origin_criteria;
}

}  // namespace michibiki
