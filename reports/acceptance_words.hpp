#pragma once

#include <string>

#include "engine/appraisal.hpp"
#include "reports/words.hpp"

namespace michibiki {

struct CriterionWords {
  Words name;
  Words question;
};
const CriterionWords& words_for(Criterion criterion);

/// A statement by what it is about: "threat-harms: Theft (theft), Availability", "link locks/theft (counters)".
std::string name_of(const Catalog& catalog, const Statement& statement, Language language);

}  // namespace michibiki
