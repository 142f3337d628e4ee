#include "reports/fit.hpp"

#include <algorithm>
#include <array>

#include "model/text.hpp"

namespace michibiki {
namespace {

constexpr std::u32string_view never_first =
    U"、。，．・：；？！ー）〕］｝〉》」』】゛゜ゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョヵヶ％,.)]}:;!?%*";
constexpr std::u32string_view never_last = U"（〔［｛〈《「『【([{";
constexpr std::u32string_view stops = U"、。，．；";
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

bool is_hiragana(char32_t character) { return character >= U'\u3041' && character <= U'\u309F'; }

/// How well a line ends between two characters: not at all; at a joint of a word; between Japanese characters; where a Japanese phrase
/// ends; at a space or after a comma.
enum class Gap { never, joint, character, phrase, word };

Gap gap(const Cluster& before, const Cluster& after) {
  if (in(never_first, after.character) || in(never_last, before.character)) return Gap::never;
  if (before.character == U' ' || after.character == U' ' || in(stops, before.character)) return Gap::word;
  if (before.width > 1 || after.width > 1) {
    const bool phrase_ends = is_hiragana(before.character) && !is_hiragana(after.character);
    return phrase_ends || in(never_last, after.character) ? Gap::phrase : Gap::character;
  }
  return in(joints, before.character) ? Gap::joint : Gap::never;
}

/// The last place of each kind where a line may end; 0: there is none.
struct Ends {
  std::size_t at = 0;
  std::size_t width = 0;  ///< of what stands before it
};

/// The clusters of one line: from `first` up to the returned position. A better end is taken as long as it does not leave too much blank.
std::size_t line_end(const std::vector<Cluster>& clusters, std::size_t first, std::size_t width) {
  std::array<Ends, 5> last{};
  const auto of = [&](Gap kind) -> Ends& { return last[static_cast<std::size_t>(kind)]; };
  std::size_t taken = 0;
  for (std::size_t i = first; i < clusters.size(); ++i) {
    if (i > first) of(gap(clusters[i - 1], clusters[i])) = {i, taken};
    // A space that does not fit any more is dropped at the end of the line anyway.
    if (taken + clusters[i].width > width && clusters[i].character != U' ') {
      const bool japanese = of(Gap::character).at > 0 || of(Gap::phrase).at > 0;
      const auto word = of(Gap::word);
      if (word.at > 0 && (!japanese || word.width * 5 >= width * 3)) return word.at;
      if (of(Gap::phrase).at > 0 && of(Gap::phrase).width * 4 >= width * 3) return of(Gap::phrase).at;
      if (japanese) return std::max({word.at, of(Gap::phrase).at, of(Gap::character).at});
      if (of(Gap::joint).at > 0) return of(Gap::joint).at;
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
