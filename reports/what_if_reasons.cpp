#include "reports/what_if_reasons.hpp"

#include <algorithm>
#include <array>

#include "reports/naming.hpp"
#include "reports/suppositions.hpp"
#include "reports/what_if_words.hpp"

namespace michibiki {
namespace {

constexpr std::size_t causes_at_once = 2;

}  // namespace

WhatIfReasons::WhatIfReasons(const WhatIfReport& report, bool after, Language language)
    : report_(report),
      of_(after ? report.after : report.before),
      side_(after ? report.result.fresh : report.result.gone),
      label_(after ? words::newly_so : words::no_longer_so),
      language_(language),
      teller_(report, after, language) {}

void WhatIfReasons::add(const Conclusion& conclusion, std::vector<Cell>& below) const {
  const auto* turn = side_.find(conclusion);
  if (turn == nullptr) return;
  for (const auto& broken : turn->breaks) {
    const auto told = teller_.tell(broken);
    auto text = say(label_, language_, told.sentence) + teller_.origin(told);
    if (std::ranges::count(below, text, &Cell::text) == 0) below.push_back({std::move(text), Tone::faint});
  }
}

std::string WhatIfReasons::cause(const std::vector<Conclusion>& conclusions) const {
  std::vector<std::string> causes;
  for (const auto& conclusion : conclusions) {
    const auto* turn = side_.find(conclusion);
    if (turn == nullptr) continue;
    for (const auto& broken : turn->breaks) {
      auto text = cause(broken);
      if (std::ranges::count(causes, text) == 0) causes.push_back(std::move(text));
    }
  }
  if (causes.size() > causes_at_once + 1) {
    const auto rest = causes.size() - causes_at_once;
    causes.resize(causes_at_once);
    causes.push_back(say(words::and_more, language_, rest));
  }
  return joined(causes, language_);
}

std::string WhatIfReasons::cause(const Break& broken) const {
  if (broken.fact) {
    const auto& catalog = of_.view.catalog().fact(*broken.fact).catalog;
    if (!report_.effort.anew || in_both(catalog)) return statement(*broken.fact);
    return say(label_, language_, say(words::supposed_catalog, language_, catalog));
  }
  const auto told = teller_.tell(broken);
  return say(label_, language_, told.sentence) +
         (told.withdrawn_at.empty() ? teller_.origin({}, told.supposed) : teller_.origin(told));
}

std::string WhatIfReasons::use(std::size_t component) const {
  const bool after = &of_ == &report_.after;
  for (const auto& used : report_.result.otherwise_used) {
    if ((after ? used.after : used.before) != component) continue;
    std::vector<std::string> services;
    for (const auto position : after ? used.now : used.no_longer) {
      const auto& service = of_.portfolio.services[position];
      services.push_back(title_and_id(service.title, service.code, language_));
    }
    if (services.empty()) return {};
    const auto& type = of_.view.catalog().components[of_.derivation.inventory.components[component].instance.type];
    const auto name = title_and_id(type.title, component_label(of_, component), language_);
    return say(label_, language_, say(words::uses_shared, language_, joined(services, language_), name));
  }
  return {};
}

std::string WhatIfReasons::statement(FactId fact) const {
  return say(label_, language_, thing_stated(of_.view.catalog(), fact, language_)) +
         teller_.origin(fact, teller_.supposing(fact));
}

bool WhatIfReasons::in_both(const std::string& catalog) const {
  return std::ranges::all_of(std::array{&report_.before, &report_.after}, [&](const DerivationReport* of) {
    return std::ranges::count(of->view.catalog().layers, catalog, &CatalogInfo::code) != 0;
  });
}

}  // namespace michibiki
