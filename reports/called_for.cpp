#include "reports/called_for.hpp"

#include <algorithm>
#include <vector>

#include "engine/called_for.hpp"
#include "reports/naming.hpp"
#include "reports/words.hpp"

namespace michibiki {

namespace {

/// The patterns that the entry is limited to, as far as they may be shown.
struct LimitedTo {
  std::vector<std::string> codes;
  bool withheld = false;  ///< there are others
};

LimitedTo limited_to(const View& view, EntryRef entry) {
  LimitedTo limited;
  for (const auto& [pattern, fact] : patterns_of(view.catalog(), entry)) {
    const auto standing = std::max(view.standing(fact), view.standing(ref(pattern)));
    if (standing == Standing::holds) limited.codes.push_back(view.catalog().patterns[pattern].code);
    limited.withheld = limited.withheld || standing == Standing::distrusted;
  }
  return limited;
}

}  // namespace

std::string called_text(const DerivationReport& report, EntryRef entry, bool open, Language language) {
  const auto [patterns, withheld] = limited_to(report.view, entry);
  if (open && withheld) return std::string(words::open_as_withheld.in(language));
  if (patterns.empty()) return open ? std::string(words::open_with_others.in(language)) : std::string();
  return say(open ? words::open_in_patterns : words::only_in_patterns, language, joined(patterns, language));
}

Json json_called(const DerivationReport& report, EntryRef entry, bool open, std::size_t open_exposures) {
  Json json = Json::object();
  if (!patterns_select(report.view)) return json;
  const auto [patterns, withheld] = limited_to(report.view, entry);
  json["patterns"] = patterns.empty() ? Json(nullptr) : Json(patterns);
  json["patterns_withheld"] = withheld;
  json["state"] = open ? "open" : "certain";
  json["open_exposures"] = open_exposures;
  return json;
}

}  // namespace michibiki
