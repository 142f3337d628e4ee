#include "reports/overrides.hpp"

#include <algorithm>
#include <vector>

#include "model/text.hpp"
#include "reports/naming.hpp"

namespace michibiki {
namespace {

constexpr std::size_t shown_width = 80;
constexpr Words whatever_is_trusted{
    "上書きは、--trust の指定にかかわらず適用される。",
    "What is overridden is so whatever --trust leaves; what stands there instead is believed by its basis."};

}  // namespace

std::string before_text(const Override& change, Language language) {
  return change.before.empty() ? std::string(words::none.in(language)) : truncate_to_width(change.before, shown_width);
}

std::string after_text(const Override& change, Language language) {
  return change.after.empty() ? std::string(words::withdrawn.in(language))
                              : truncate_to_width(change.after, shown_width);
}

Page override_section(const Catalog& catalog, Language language) {
  if (catalog.overrides.empty()) return {};
  const auto in = [&](const Words& words) { return std::string(words.in(language)); };
  Grid grid;
  for (const auto* title :
       {&words::override_target, &words::override_before, &words::override_after, &words::overriding_catalog})
    grid.columns.push_back({in(*title)});
  grid.columns.push_back({in(words::basis), false, true});
  for (const auto& change : catalog.overrides) {
    grid.rows.push_back({{{change.target},
                          {say(words::title_and_id, language, before_text(change, language),
                               place_of(change.stated_by, change.stated_at))},
                          {after_text(change, language)},
                          {place_of(change.catalog, change.edited_at)},
                          {change.basis ? in(words_for(change.basis->kind)) : std::string()}},
                         false});
  }
  return {Heading{2, in(words::overrides)}, std::move(grid), Paragraph{in(whatever_is_trusted), Tone::faint}};
}

std::string override_count(const Catalog& catalog, Language language) {
  if (catalog.overrides.empty()) return {};
  std::vector<std::string> by;
  for (const auto& layer : catalog.layers) {
    if (std::ranges::count(catalog.overrides, layer.code, &Override::catalog) > 0) by.push_back(layer.code);
  }
  return say(words::title_and_id, language, say(words::count, language, catalog.overrides.size()),
             joined(by, language));
}

}  // namespace michibiki
