#include "reports/clipped_page.hpp"

#include <algorithm>

namespace michibiki {
namespace {

constexpr Words see_all{"（--verbose ですべて示す）", " (--verbose shows all)"};

}  // namespace

void ClippedPage::section(const Words& heading) { add(Heading{2, std::string(heading.in(language_))}); }

void ClippedPage::points(const std::vector<Points::Point>& all) {
  Points points;
  points.points.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown(all.size())));
  add(std::move(points));
  tell_rest(all.size());
}

void ClippedPage::points(const Words& heading, const std::vector<Points::Point>& all) {
  if (all.empty()) return;
  section(heading);
  points(all);
}

void ClippedPage::grid(Grid grid) {
  const auto count = grid.rows.size();
  grid.rows.resize(shown(count));
  add(std::move(grid));
  tell_rest(count);
}

void ClippedPage::ledger(Ledger ledger) {
  const auto count = ledger.columns.size();
  ledger.columns.resize(shown(count));
  add(std::move(ledger));
  tell_rest(count);
}

std::string ClippedPage::ids(const std::vector<std::string>& codes) const { return in_one_line(codes, words::comma); }

std::string ClippedPage::names(const std::vector<std::string>& all) const { return in_one_line(all, words::semicolon); }

std::string ClippedPage::in_one_line(const std::vector<std::string>& all, const Words& between) const {
  const auto count = shown(all.size());
  std::string text;
  const auto put = [&](const std::string& part) {
    text += (text.empty() ? "" : std::string(between.in(language_))) + part;
  };
  for (std::size_t i = 0; i < count; ++i) put(all[i]);
  if (count < all.size()) put(say(words::and_more, language_, all.size() - count));
  return text;
}

std::size_t ClippedPage::shown(std::size_t count) const { return clips() ? std::min(count, most_) : count; }

void ClippedPage::tell_rest(std::size_t count) {
  if (count == shown(count)) return;
  add(Paragraph{say(words::and_more, language_, count - shown(count)) + std::string(see_all.in(language_)),
                Tone::faint});
}

}  // namespace michibiki
