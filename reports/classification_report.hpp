#pragma once

#include <string>

#include "engine/classify.hpp"
#include "model/wording.hpp"
#include "reports/text_style.hpp"

namespace michibiki {

/// What every form of a classification's report is drawn from. Nothing is owned: all three must outlive the call.
struct ClassificationReport {
  const View& view;
  const Service& service;  ///< what is known of the service: its type, answers and levels
  const Classification& classification;
};

/// The pattern, or those still possible; why; and which questions would decide.
std::string classification_text(const ClassificationReport& report, Language language, const TextStyle& style);
std::string classification_markdown(const ClassificationReport& report, Language language);
/// Format "michibiki-classification", version 1.
std::string classification_json(const ClassificationReport& report);

/// What can be asked and said: the questions of the level criteria, the service types with their levels, the levels of the properties.
std::string questions_text(const View& view, Language language, const TextStyle& style);
std::string questions_markdown(const View& view, Language language);
/// Format "michibiki-questions", version 1.
std::string questions_json(const View& view);

}  // namespace michibiki
