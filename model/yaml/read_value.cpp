#include "model/yaml/read_value.hpp"

#include <algorithm>

#include "model/text.hpp"

namespace michibiki {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  constexpr std::string_view blanks = " \t\n";
  std::vector<std::string> words;
  for (auto start = text.find_first_not_of(blanks); start != std::string::npos;) {
    const auto end = std::min(text.find_first_of(blanks, start), text.size());
    words.push_back(text.substr(start, end - start));
    start = text.find_first_not_of(blanks, end);
  }
  return words;
}

constexpr std::string_view forms_of_a_value =
    "`-`, `unknown`, `done`, a choice of the scale, or like `within 24 h *`, `1 time per 5 min`";
constexpr std::string_view forms_of_a_promise =
    "`done`, a choice of the scale, or like `within 24 h`, `1 time per 5 min`";

/// One pass over the words of a value.
class ValueReader {
 public:
  ValueReader(Context& context, const Node& node, const std::optional<ScaleId>& scale, bool scale_known)
      : context_(context),
        node_(node),
        scale_(scale),
        scale_known_(scale_known),
        words_(words_of(text_of(context, node, "this value"))) {}

  std::optional<Value> read() {
    if (!node_.is_scalar() || node_.refused) return std::nullopt;
    Value value;
    if (!words_.empty() && words_.back() == "*") {
      value.starred = true;
      words_.pop_back();
    }
    if (words_.size() == 1 && is_plain_word(value)) return value;
    if (words_.size() == 1 && !scale_known_) return std::nullopt;
    if (words_.size() == 1 && scale_) return choice(value);
    auto quantity = read_quantity();
    if (!quantity) return std::nullopt;
    value.what = *quantity;
    return value;
  }

  std::optional<Value> read_promise() {
    if (!node_.is_scalar() || node_.refused) return std::nullopt;
    forms_ = forms_of_a_promise;
    if (words_.empty()) return malformed();
    if (words_.back() == "*") {
      return refuse(
          "a promise has no `*`, which marks what a guideline holds especially necessary to reach; leave it out");
    }
    if (words_.size() > 1 || words_[0] == "done") return read();
    if (words_[0] == "-" || words_[0] == "unknown") {
      return refuse(quote(words_[0]) + " promises nothing; write " + std::string(forms_) +
                    ", or leave the promise out");
    }
    if (scale_known_ && !scale_) {
      return refuse("the indicator has no scale of which " + quote(words_[0]) +
                    " could be a choice; write `done`, or like `within 24 h`, `1 time per 5 min`");
    }
    return read();
  }

 private:
  bool is_plain_word(Value& value) const {
    if (words_[0] == "-" && !value.starred)
      value.what = FreeValue{};
    else if (words_[0] == "unknown" && !value.starred)
      value.what = UnknownValue{};
    else if (words_[0] == "done")
      value.what = DoneValue{};
    else
      return false;
    return true;
  }

  std::optional<Value> choice(Value value) {
    const auto& choices = context_.catalog.scales[*scale_].choices;
    std::vector<std::string> known;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      known.push_back(choices[i].code);
      if (choices[i].code == words_[0]) {
        value.what = Choice{*scale_, i};
        return value;
      }
    }
    context_.error(DiagnosticKind::unknown_id, node_.at,
                   quote(words_[0]) + " is no choice of scale " + quote(context_.catalog.scales[*scale_].code),
                   context_.guesses.hint(words_[0], known));
    return std::nullopt;
  }

  std::optional<Quantity> read_quantity() {
    Quantity quantity;
    if (take("at")) {
      if (take("least"))
        quantity.bound = Bound::at_least;
      else if (take("most"))
        quantity.bound = Bound::at_most;
      else
        return malformed();
    } else if (take("within")) {
      quantity.bound = Bound::at_most;
    }
    const auto first = read_amount();
    if (!first) return std::nullopt;
    quantity.number = first->first;
    quantity.unit = first->second;
    if (take("per")) {
      const auto second = read_amount();
      if (!second) return std::nullopt;
      if (second->first == Number(0)) return malformed();
      quantity.per_number = second->first;
      quantity.per_unit = second->second;
    }
    if (next_ != words_.size()) return malformed();
    return quantity;
  }

  std::optional<std::pair<Number, UnitId>> read_amount() {
    if (next_ + 2 > words_.size()) {
      malformed();
      return std::nullopt;
    }
    const auto number = parse_number(words_[next_]);
    if (!number || words_[next_ + 1].find('*') != std::string::npos) {
      malformed();
      return std::nullopt;
    }
    const auto unit = context_.needed<Unit>(make_scalar(words_[next_ + 1], node_.at), Want::any);
    next_ += 2;
    return unit ? std::optional(std::pair(*number, *unit)) : std::nullopt;
  }

  bool take(std::string_view word) {
    if (next_ >= words_.size() || words_[next_] != word) return false;
    ++next_;
    return true;
  }

  std::nullopt_t malformed() {
    const bool star_sticks = !words_.empty() && words_.back().size() > 1 && words_.back().back() == '*';
    context_.error(DiagnosticKind::invalid_value, node_.at,
                   "cannot read the value " + quote(node_.text) + "; write " + std::string(forms_),
                   star_sticks ? "put a space before the `*`" : "");
    return std::nullopt;
  }

  std::nullopt_t refuse(std::string message) {
    context_.error(DiagnosticKind::invalid_value, node_.at, std::move(message));
    return std::nullopt;
  }

  Context& context_;
  const Node& node_;
  const std::optional<ScaleId>& scale_;
  bool scale_known_;
  std::string_view forms_ = forms_of_a_value;
  std::vector<std::string> words_;
  std::size_t next_ = 0;
};

}  // namespace

std::optional<Number> parse_number(std::string_view text) {
  constexpr std::size_t most_digits = 9;
  const auto dot = text.find('.');
  const auto whole = text.substr(0, dot);
  const auto part = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
  const auto digits = [](std::string_view t) {
    return !t.empty() && t.size() <= most_digits &&
           std::all_of(t.begin(), t.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!digits(whole) || (dot != std::string_view::npos && !digits(part))) return std::nullopt;
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
  for (const char c : whole) numerator = numerator * 10 + (c - '0');
  for (const char c : part) {
    numerator = numerator * 10 + (c - '0');
    denominator *= 10;
  }
  return Number(numerator, denominator);
}

std::optional<Value> read_value(Context& context, const Node& node, const std::optional<ScaleId>& scale,
                                bool scale_known) {
  return ValueReader(context, node, scale, scale_known).read();
}

std::optional<Value> read_promised_value(Context& context, const Node& node, const std::optional<ScaleId>& scale,
                                         bool scale_known) {
  return ValueReader(context, node, scale, scale_known).read_promise();
}

}  // namespace michibiki
