#include "reports/fit.hpp"

#include <algorithm>

#include "model/text.hpp"

namespace michibiki {
namespace {

constexpr std::u32string_view never_first =
    U"、。，．・：；？！ー）〕］｝〉》」』】゛゜ゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョヵヶ％,.)]}:;!?%*";
constexpr std::u32string_view never_last = U"（〔［｛〈《「『【([{";
constexpr std::u32string_view joints = U"-/._";

/// A character with the marks that combine with it.
struct Cluster {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t width = 0;
  char32_t character = 0;
};

std::vector<Cluster> clusters_of(std::string_view text) {
  std::vector<Cluster> clusters;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto decoded = decode_utf8(text, offset);
    const auto width = display_width(text.substr(offset, decoded.length));
    if (width == 0 && !clusters.empty()) {
      clusters.back().end += decoded.length;
    } else {
      clusters.push_back({offset, offset + decoded.length, width, decoded.code_point});
    }
    offset += decoded.length;
  }
  return clusters;
}

bool in(std::u32string_view set, char32_t character) { return set.find(character) != std::u32string_view::npos; }

enum class Gap { never, poor, good };

/// Whether a line may end between two characters.
Gap gap(const Cluster& before, const Cluster& after) {
  if (in(never_first, after.character) || in(never_last, before.character)) return Gap::never;
  if (before.character == U' ' || after.character == U' ') return Gap::good;
  if (before.width > 1 || after.width > 1) return Gap::good;
  return in(joints, before.character) ? Gap::poor : Gap::never;
}

/// The clusters of one line: from `first` up to the returned position.
std::size_t line_end(const std::vector<Cluster>& clusters, std::size_t first, std::size_t width) {
  std::size_t taken = 0;
  std::size_t good = first;
  std::size_t poor = first;
  for (std::size_t i = first; i < clusters.size(); ++i) {
    if (i > first) {
      const auto here = gap(clusters[i - 1], clusters[i]);
      if (here == Gap::good) good = i;
      if (here == Gap::poor) poor = i;
    }
    // A space that does not fit any more is dropped at the end of the line anyway.
    if (taken + clusters[i].width > width && clusters[i].character != U' ') {
      if (good > first) return good;
      if (poor > first) return poor;
      return std::max(i, first + 1);
    }
    taken += clusters[i].width;
  }
  return clusters.size();
}

}  // namespace

std::string plain_line(std::string_view text) {
  std::string collapsed;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) {
      collapsed += c;
    } else if (!collapsed.empty() && collapsed.back() != ' ') {
      collapsed += ' ';
    }
  }
  if (!collapsed.empty() && collapsed.back() == ' ') collapsed.pop_back();
  return printable(collapsed);
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  const auto clusters = clusters_of(text);
  std::vector<std::string> lines;
  for (std::size_t first = 0; first < clusters.size();) {
    if (clusters[first].character == U' ' && !lines.empty()) {
      ++first;
      continue;
    }
    const auto end = line_end(clusters, first, std::max<std::size_t>(width, 2));
    auto last = end;
    while (last > first && clusters[last - 1].character == U' ') --last;
    if (last > first)
      lines.emplace_back(text.substr(clusters[first].begin, clusters[last - 1].end - clusters[first].begin));
    first = end;
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

}  // namespace michibiki
