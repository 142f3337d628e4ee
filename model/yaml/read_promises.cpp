#include "model/yaml/read_promises.hpp"

#include <algorithm>
#include <map>

#include "model/compare_values.hpp"
#include "model/text.hpp"
#include "model/value_notation.hpp"
#include "model/yaml/read_value.hpp"

namespace michibiki {
namespace {

class PromiseReader {
 public:
  explicit PromiseReader(Context& context) : context_(context), catalog_(context.catalog) {}

  void read(const Stated& item) {
    Fields fields(context_, *item.value, item.scope, "this promise", Fields::Own::no_basis);
    Promise promise;
    promise.location = item.value->at;
    fields.require("measure");
    const auto measure = fields.reference<Measure>("measure", Want::item);
    const auto* key = fields.require("indicator");
    const auto* written = fields.require("value") == nullptr ? nullptr : fields.value("value");
    promise.because = fields.bilingual("because");
    if (promise.because.empty()) promise.because = item.because;
    fields.finish();

    const auto code = key == nullptr ? std::string() : id_of(context_, *key, "`indicator`");
    const auto* indicator = measure && !code.empty() ? indicator_of(catalog_.measures[*measure], code, *key) : nullptr;
    const auto value = written == nullptr ? std::nullopt
                                          : read_promised_value(context_, *written,
                                                                indicator == nullptr ? std::nullopt : indicator->scale,
                                                                indicator != nullptr);
    if (indicator == nullptr) return;
    promise.measure = *measure;
    promise.indicator = static_cast<std::size_t>(indicator - catalog_.measures[*measure].indicators.data());
    if (!is_first(promise) || !value || !can_be_kept(*indicator, *value, written->at)) return;
    promise.value = *value;
    promises_.push_back(std::move(promise));
  }

  std::vector<Promise> take() { return std::move(promises_); }

 private:
  const Indicator* indicator_of(const Measure& measure, const std::string& code, const Node& node) {
    const auto found = std::ranges::find(measure.indicators, code, &Indicator::key);
    if (found != measure.indicators.end()) return &*found;
    std::vector<std::string> keys;
    std::string listed;
    for (const auto& indicator : measure.indicators) {
      keys.push_back(indicator.key);
      listed += (listed.empty() ? "" : ", ") + indicator.key;
    }
    context_.error(DiagnosticKind::unknown_id, node.at,
                   "measure " + quote(measure.code) + " has no indicator " + quote(code) + "; " +
                       (listed.empty() ? "it has none at all" : "its indicators are " + listed),
                   context_.guesses.hint(code, keys));
    return nullptr;
  }

  bool is_first(const Promise& promise) {
    const auto [other, added] = first_.emplace(std::pair(promise.measure, promise.indicator), promise.location);
    if (added) return true;
    const auto& measure = catalog_.measures[promise.measure];
    context_.error_with(DiagnosticKind::duplicate_id, promise.location,
                        "indicator " + quote(measure.indicators[promise.indicator].key) + " of measure " +
                            quote(measure.code) + " is promised twice; keep one",
                        {other->second, "first here"});
    return false;
  }

  /// Whether it says anything, and something that the indicator can be held against.
  bool can_be_kept(const Indicator& indicator, const Value& value, const SourceLocation& at) {
    if (bounds_nothing(indicator.stricter.value, value)) {
      const bool lower = indicator.stricter.value == Indicator::Stricter::lower;
      context_.error_with(DiagnosticKind::invalid_value, at,
                          std::string("a bound `") + (lower ? "at least" : "at most") + "` on what is stricter when " +
                              (lower ? "lower" : "higher") + " promises nothing; write `" +
                              (lower ? "at most" : "at least") + '`',
                          {catalog_.fact(indicator.stricter.fact).location, "`stricter` says so here"});
      return false;
    }
    if (const auto* other = unlike(indicator, value)) {
      context_.error_with(DiagnosticKind::not_comparable, at,
                          "this promise cannot be compared with a reference value of its indicator, `" +
                              value_notation(catalog_, other->value) + '`' +
                              (bounds_oppose(value, other->value)
                                   ? "; bound both by `at least`, or both by `at most`"
                                   : "; give it a unit of the same dimension, or write a choice of the same scale"),
                          {catalog_.fact(other->fact).location, "that value"});
      return false;
    }
    if (indicator.scale && !std::holds_alternative<Choice>(value.what) && !has_degree(indicator)) {
      const auto& scale = catalog_.scales[*indicator.scale];
      std::string choices;
      for (const auto& choice : scale.choices) choices += (choices.empty() ? "" : ", ") + choice.code;
      context_.error(
          DiagnosticKind::not_comparable, at,
          "the indicator is judged by scale " + quote(scale.code) + "; write one of its choices, " + choices);
      return false;
    }
    return true;
  }

  /// Whether any reference value is there to be compared with.
  static bool has_degree(const Indicator& indicator) {
    const auto is_degree = [](const Value& value) {
      return value.known() && !std::holds_alternative<FreeValue>(value.what);
    };
    return (indicator.single && is_degree(indicator.single->value)) ||
           std::ranges::any_of(indicator.values, [&](const auto& each) { return is_degree(each.second.value); });
  }

  /// A reference value that it cannot be compared with, even were it stated which direction is stricter. Null where there is none.
  const Sourced<Value>* unlike(const Indicator& indicator, const Value& value) const {
    const auto differs = [&](const Sourced<Value>& other) {
      return other.value.known() && !of_one_kind(catalog_, value, other.value);
    };
    if (indicator.single && differs(*indicator.single)) return &*indicator.single;
    for (const auto& [pattern, other] : indicator.values) {
      if (differs(other)) return &other;
    }
    return nullptr;
  }

  Context& context_;
  const Catalog& catalog_;
  std::vector<Promise> promises_;
  std::map<std::pair<MeasureId, std::size_t>, SourceLocation> first_;
};

}  // namespace

std::vector<Promise> read_promises(Context& context, Fields& service) {
  PromiseReader reader(context);
  for (const auto& item : service.statements("promises")) reader.read(item);
  return reader.take();
}

}  // namespace michibiki
