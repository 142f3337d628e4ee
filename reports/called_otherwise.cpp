#include "reports/called_otherwise.hpp"

#include <map>
#include <set>

#include "reports/naming.hpp"
#include "reports/what_if_words.hpp"

namespace michibiki {
namespace {

using Codes = std::set<std::string>;

Codes one(const std::string& code) { return code.empty() ? Codes() : Codes{code}; }

/// Something that may be otherwise about a measure or control: which entries it is about, before and after.
struct Respect {
  std::string_view name;
  const Words& label;
  std::vector<EntryKind> kinds;  ///< the ids are of one of these
  Codes before;
  Codes after;
};

/// What both have of a kind, in the order in which people ask for it.
std::vector<Respect> respects(const MeasureConclusion& before, const MeasureConclusion& after) {
  return {{"class",
           words::otherwise_class,
           {EntryKind::measure_class},
           one(before.measure_class),
           one(after.measure_class)},
          {"chapter", words::otherwise_chapter, {EntryKind::chapter}, one(before.chapter), one(after.chapter)},
          {"involved", words::otherwise_involved, {EntryKind::stakeholder}, before.stakeholders, after.stakeholders},
          {"required_by",
           words::otherwise_required_by,
           {EntryKind::measure, EntryKind::control},
           before.required_by,
           after.required_by}};
}
std::vector<Respect> respects(const ControlConclusion& before, const ControlConclusion& after) {
  return {{"required_by",
           words::otherwise_required_by,
           {EntryKind::measure, EntryKind::control},
           before.required_by,
           after.required_by}};
}

std::string names(const Catalog& catalog, const Respect& respect, const Codes& codes, Language language) {
  std::vector<std::string> all;
  for (const auto& code : codes) {
    for (const auto kind : respect.kinds) {
      const auto entry = catalog.find(kind, code);
      if (!entry) continue;
      all.push_back(title_and_id(catalog.entry(*entry), language));
      break;
    }
  }
  return all.empty() ? std::string(words::none.in(language)) : joined(all, language);
}

template <typename Conclusion>
std::vector<Points::Point> points(const WhatIfReport& report, EntryKind kind, const std::vector<std::string>& codes,
                                  const std::map<std::string, Conclusion>& before,
                                  const std::map<std::string, Conclusion>& after, Language language) {
  const auto& was = report.before.view.catalog();
  const auto& is = report.after.view.catalog();
  std::vector<Points::Point> all;
  for (const auto& code : codes) {
    auto& point = all.emplace_back();
    point.cell = {title_and_id(is.entry(is.find(kind, code).value()), language)};
    const auto add = [&](const Words& label, const std::string& old, const std::string& fresh) {
      point.below.push_back(
          {say(words::colon, language, label.in(language), say(words::before_and_after, language, old, fresh)),
           Tone::faint});
    };
    for (const auto& one : respects(before.at(code), after.at(code))) {
      if (one.before != one.after)
        add(one.label, names(was, one, one.before, language), names(is, one, one.after, language));
    }
    const auto called = [&](bool open) {
      return std::string((open ? words::in_some_patterns : words::for_certain).in(language));
    };
    if (before.at(code).open != after.at(code).open)
      add(words::otherwise_called, called(before.at(code).open), called(after.at(code).open));
  }
  return all;
}

template <typename Conclusion>
Json json(const std::vector<std::string>& codes, const std::map<std::string, Conclusion>& before,
          const std::map<std::string, Conclusion>& after) {
  Json all = Json::array();
  for (const auto& code : codes) {
    Json item{{"id", code}};
    for (const auto& one : respects(before.at(code), after.at(code))) {
      if (one.before != one.after) item[std::string(one.name)] = {{"before", one.before}, {"after", one.after}};
    }
    if (before.at(code).open != after.at(code).open)
      item["open"] = {{"before", before.at(code).open}, {"after", after.at(code).open}};
    all.push_back(std::move(item));
  }
  return all;
}

}  // namespace

std::vector<Points::Point> measures_called_otherwise(const WhatIfReport& report, Language language) {
  const auto& result = report.result;
  return points(report, EntryKind::measure, result.difference.moved_measures, result.before.measures,
                result.after.measures, language);
}

std::vector<Points::Point> controls_called_otherwise(const WhatIfReport& report, Language language) {
  const auto& result = report.result;
  return points(report, EntryKind::control, result.difference.moved_controls, result.before.controls,
                result.after.controls, language);
}

Json json_measures_called_otherwise(const WhatIfReport& report) {
  return json(report.result.difference.moved_measures, report.result.before.measures, report.result.after.measures);
}

Json json_controls_called_otherwise(const WhatIfReport& report) {
  return json(report.result.difference.moved_controls, report.result.before.controls, report.result.after.controls);
}

}  // namespace michibiki
