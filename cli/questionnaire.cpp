#include "cli/questionnaire.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <ostream>
#include <set>
#include <string>

#include "model/text.hpp"
#include "reports/naming.hpp"

namespace michibiki::cli {
namespace {

constexpr Words how_to{"y = はい、n = いいえ、空のまま = わからない\n", "y = yes, n = no, empty = I don't know\n"};
constexpr Words again{"y か n で答えるか、空のまま Enter を押してください。\n",
                      "Please answer y or n, or just press Enter.\n"};

/// The first question that would decide something and was not asked yet.
std::optional<QuestionId> next_question(const Classification& classification, const std::set<QuestionId>& asked) {
  for (const auto& level : classification.levels) {
    for (const auto question : level.open_questions) {
      if (!asked.contains(question)) return question;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<bool> parse_answer(std::string_view text) {
  constexpr std::array<std::string_view, 5> yes{"y", "yes", "true", "はい", "ハイ"};
  constexpr std::array<std::string_view, 5> no{"n", "no", "false", "いいえ", "イイエ"};
  auto folded = to_nfkc(text).value_or(std::string(text));
  std::ranges::transform(folded, folded.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto first = folded.find_first_not_of(" \t\r");
  if (first == std::string::npos) return std::nullopt;
  const auto word = folded.substr(first, folded.find_last_not_of(" \t\r") - first + 1);
  if (std::ranges::count(yes, word) != 0) return true;
  if (std::ranges::count(no, word) != 0) return false;
  return std::nullopt;
}

void ask_questions(const View& view, Service& service, Language language, std::istream& in, std::ostream& out) {
  std::set<QuestionId> asked;
  bool explained = false;
  while (const auto question = next_question(classify(view, service), asked)) {
    if (!explained) out << how_to.in(language);
    explained = true;
    out << '\n' << printable(title_of(view.catalog().questions[*question], language)) << " [y/n] " << std::flush;
    std::string line;
    if (!std::getline(in, line)) {
      out << '\n';
      return;
    }
    const bool blank = line.find_first_not_of(" \t\r") == std::string::npos;
    const auto answer = parse_answer(line);
    if (!blank && !answer) {
      out << again.in(language);
      continue;
    }
    asked.insert(*question);
    if (answer) service.answers[*question] = {*answer};
  }
}

}  // namespace michibiki::cli
