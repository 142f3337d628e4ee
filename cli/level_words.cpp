#include "cli/level_words.hpp"

#include <algorithm>
#include <vector>

#include "cli/named_item.hpp"
#include "cli/questionnaire.hpp"
#include "model/text.hpp"

namespace michibiki::cli {

std::optional<std::pair<std::string, std::string>> sides_of(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 >= text.size()) return std::nullopt;
  return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

std::optional<std::pair<QuestionId, bool>> answer_in(const Session& session, const Catalog& catalog,
                                                     const std::string& flag, const std::string& question,
                                                     const std::string& answer) {
  const auto asked = named_item(session, catalog, EntryKind::question, flag, question);
  const auto said = parse_answer(answer);
  if (!said) session.log().error(flag + ": " + quote(answer) + " is neither yes nor no");
  if (!asked || !said) return std::nullopt;
  return std::pair(QuestionId{asked->index}, *said);
}

std::optional<std::pair<PropertyId, LevelId>> level_in(const Session& session, const Catalog& catalog,
                                                       const std::string& flag, const std::string& property,
                                                       const std::string& level) {
  const auto named = named_item(session, catalog, EntryKind::property, flag, property);
  if (!named) return std::nullopt;
  const PropertyId of{named->index};
  const auto wanted = normalise_id(level);
  std::string all;
  for (const auto known : catalog.properties[of].levels) {
    const auto& code = catalog.levels[known].code;
    if (wanted.ok() && code == wanted.id) return std::pair(of, known);
    all += (all.empty() ? "" : ", ") + code;
  }
  session.log().error(flag + ": " + quote(level) + " is not a level of " + quote(property) + "; its levels are " + all);
  return std::nullopt;
}

}  // namespace michibiki::cli
