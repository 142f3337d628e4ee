#pragma once

#include <optional>
#include <string>
#include <utility>

#include "cli/session.hpp"
#include "model/catalog.hpp"

namespace michibiki::cli {

// What options say of required levels. None: what is wrong has been said.

/// The two sides of `a=b`.
std::optional<std::pair<std::string, std::string>> sides_of(const std::string& text);

/// The answer "yes" or "no" to a question.
std::optional<std::pair<QuestionId, bool>> answer_in(const Session& session, const Catalog& catalog,
                                                     const std::string& flag, const std::string& question,
                                                     const std::string& answer);
/// A level of a property.
std::optional<std::pair<PropertyId, LevelId>> level_in(const Session& session, const Catalog& catalog,
                                                       const std::string& flag, const std::string& property,
                                                       const std::string& level);

}  // namespace michibiki::cli
