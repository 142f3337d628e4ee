#include "model/phrase.hpp"

#include <algorithm>
#include <utility>

#include "model/text.hpp"

namespace michibiki {

std::vector<std::string> Phrase::parts() const {
  std::vector<std::string> names;
  for (const auto& stretch : stretches_) {
    for (const auto& piece : stretch.pieces) {
      if (piece.part) names.push_back(piece.text);
    }
  }
  return names;
}

std::string Phrase::fill(const Lookup& lookup) const {
  std::string sentence;
  for (const auto& stretch : stretches_) {
    std::string filled;
    bool complete = true;
    for (const auto& piece : stretch.pieces) {
      const auto text = piece.part ? lookup(piece.text) : std::optional(piece.text);
      complete = complete && text.has_value();
      filled += text.value_or("");
    }
    if (complete || !stretch.optional) sentence += filled;
  }
  return sentence;
}

class PhraseParser {
 public:
  explicit PhraseParser(std::string_view text) : text_(text) {}

  PhraseReading read() {
    start_stretch(false);
    while (at_ < text_.size() && mistakes_.size() < most_mistakes) read_next();
    if (opened_ && at_ == text_.size()) mistake(*opened_, "`[` is not closed");
    std::ranges::sort(mistakes_, {}, &PhraseMistake::character);
    if (!mistakes_.empty()) return {std::nullopt, std::move(mistakes_)};
    return {std::move(phrase_), {}};
  }

 private:
  static constexpr std::string_view special = "{}[]";
  static constexpr std::size_t most_mistakes =
      10;  // each is counted from the start, and a text may be nothing but brackets

  void read_next() {
    switch (text_[at_]) {
      case '{':
        return read_part();
      case '[':
        return open();
      case ']':
        return close();
      case '}':
        return mistake(at_++, "`}` closes nothing");
      default:
        return add({upto_special(), false});
    }
  }

  void read_part() {
    const auto start = at_++;
    auto name = upto_special();
    if (at_ == text_.size() || text_[at_] != '}') return mistake(start, "`{` is not closed");
    ++at_;
    if (name.empty()) return mistake(start, "`{}` names no part");
    add({std::move(name), true});
  }

  void open() {
    if (opened_) {
      ++nested_;
      return mistake(at_++, "`[` stands within brackets");
    }
    opened_ = at_++;
    start_stretch(true);
  }

  void close() {
    const auto at = at_++;
    if (!opened_) return mistake(at, "`]` closes nothing");
    if (nested_ > 0) {
      --nested_;
      return;
    }
    // Such brackets would never be left out, and their author meant something by them: a part, perhaps, that is told to be malformed.
    if (mistakes_.empty() && std::ranges::none_of(phrase_.stretches_.back().pieces, &Phrase::Piece::part)) {
      mistake(*opened_, "`[` opens brackets that name no part");
    }
    opened_.reset();
    start_stretch(false);
  }

  void start_stretch(bool optional) { phrase_.stretches_.push_back({{}, optional}); }
  void add(Phrase::Piece piece) { phrase_.stretches_.back().pieces.push_back(std::move(piece)); }

  std::string upto_special() {
    const auto start = at_;
    at_ = std::min(text_.find_first_of(special, at_), text_.size());
    return std::string(text_.substr(start, at_ - start));
  }

  void mistake(std::size_t at, std::string what) {
    mistakes_.push_back({count_code_points(text_.substr(0, at)) + 1, std::move(what)});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<std::size_t> opened_;  ///< where the brackets that are open began
  std::size_t nested_ = 0;             ///< brackets that were opened within those
  Phrase phrase_;
  std::vector<PhraseMistake> mistakes_;
};

PhraseReading parse_phrase(std::string_view text) { return PhraseParser(text).read(); }

}  // namespace michibiki
