#include "reports/clipped_page.hpp"

#include <algorithm>

#include "reports/naming.hpp"

namespace michibiki {
namespace {

constexpr Words see_all{"（--verbose ですべて示す）", " (--verbose shows all)"};

}  // namespace

void ClippedPage::section(const Words& heading) { add(Heading{2, std::string(heading.in(language_))}); }

void ClippedPage::points(const std::vector<Points::Point>& all) {
  Points points;
  points.points.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown(all.size())));
  // By way of a Block, GCC 14 takes parts of the other alternatives for uninitialized.
  page_.emplace_back(std::move(points));
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

std::string ClippedPage::ids(const std::vector<std::string>& codes) const {
  const auto count = shown(codes.size());
  auto text = joined({codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(count)}, language_);
  if (count == codes.size()) return text;
  return text + std::string(words::comma.in(language_)) + say(words::and_more, language_, codes.size() - count);
}

std::size_t ClippedPage::shown(std::size_t count) const { return clips() ? std::min(count, most_) : count; }

void ClippedPage::tell_rest(std::size_t count) {
  if (count == shown(count)) return;
  add(Paragraph{say(words::and_more, language_, count - shown(count)) + std::string(see_all.in(language_)),
                Tone::faint});
}

}  // namespace michibiki
