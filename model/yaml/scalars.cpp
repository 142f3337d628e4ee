#include "model/yaml/scalars.hpp"

#include <array>
#include <charconv>
#include <chrono>

#include "model/text.hpp"

namespace michibiki {
namespace {

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  unsigned parts[3] = {};
  const std::string_view digits[3] = {text.substr(0, 4), text.substr(5, 2), text.substr(8, 2)};
  for (int i = 0; i < 3; ++i) {
    const auto* end = digits[i].data() + digits[i].size();
    const auto [rest, problem] = std::from_chars(digits[i].data(), end, parts[i]);
    if (problem != std::errc() || rest != end) return false;
  }
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(parts[0])), std::chrono::month(parts[1]),
                                     std::chrono::day(parts[2]))
      .ok();
}

/// Whether a text has nothing but blanks, Japanese ones included.
bool says_nothing(std::string_view text) {
  constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\n", "\r", "\u00a0", "\u3000"};
  while (!text.empty()) {
    const auto blank = std::ranges::find_if(blanks, [&](std::string_view one) { return text.starts_with(one); });
    if (blank == blanks.end()) return false;
    text.remove_prefix(blank->size());
  }
  return true;
}

}  // namespace

std::string text_of(Context& context, const Node& node, std::string_view what) {
  if (node.is_scalar()) return says_nothing(node.text) ? std::string() : node.text;
  if (!node.refused) {
    context.error(DiagnosticKind::wrong_type, node.at,
                  std::string(what) + " is " + std::string(describe(node.kind)) + "; write a text");
  }
  return {};
}

bool is_word(const Node& node, std::string_view word) { return node.is_scalar() && !node.quoted && node.text == word; }

std::optional<bool> truth_of(Context& context, const Node& node, std::string_view what) {
  if (is_word(node, "true")) return true;
  if (is_word(node, "false")) return false;
  if (node.quoted && (node.text == "true" || node.text == "false")) {
    context.error(DiagnosticKind::wrong_type, node.at,
                  std::string(what) + " is a text in quotes; write `" + node.text + "` without them");
    return std::nullopt;
  }
  if (!node.refused) {
    context.error(DiagnosticKind::wrong_type, node.at,
                  std::string(what) + " is " + to_line(node, 40) + "; write `true` or `false`");
  }
  return std::nullopt;
}

std::optional<int> whole_number_of(Context& context, const Node& node, std::string_view what) {
  if (node.quoted && !node.refused) {
    context.error(DiagnosticKind::wrong_type, node.at,
                  std::string(what) + " is a text in quotes; write a whole number without them");
    return std::nullopt;
  }
  int number = 0;
  const auto* end = node.text.data() + node.text.size();
  const auto [rest, problem] = std::from_chars(node.text.data(), end, number);
  if (node.is_scalar() && !node.text.empty() && problem == std::errc() && rest == end && number >= 0) return number;
  if (!node.refused) {
    context.error(DiagnosticKind::wrong_type, node.at,
                  std::string(what) + " is " + to_line(node, 40) + "; write a whole number");
  }
  return std::nullopt;
}

std::string date_of(Context& context, const Node* node, std::string_view what) {
  if (node == nullptr) return {};
  auto date = text_of(context, *node, what);
  if (node->is_scalar() && !node->refused && !is_date(date)) {
    context.error(DiagnosticKind::invalid_value, node->at,
                  std::string(what) + " is " + quote(date) + "; write a date like 2026-11-22");
  }
  return date;
}

std::string id_of(Context& context, const Node& node, std::string_view what) {
  const auto text = text_of(context, node, what);
  if (!node.is_scalar() || node.refused) return {};
  const auto id = normalise_id(text);
  if (!id.ok()) context.error(DiagnosticKind::invalid_id, node.at, id.problem);
  return id.id;
}

}  // namespace michibiki
