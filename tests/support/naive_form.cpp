#include <algorithm>

#include "tests/support/naive_derivation.hpp"

namespace michibiki::testing {
namespace {

template <typename T>
std::set<std::string> set_of(const T& items) {
  return {items.begin(), items.end()};
}

/// "g2+g0" as "g0+g2".
std::set<std::string> sorted_lines(const Strings& lines) {
  std::set<std::string> sorted;
  for (const auto& line : lines) {
    std::string text;
    for (const auto& member : members_of(line)) text += (text.empty() ? "" : "+") + member;
    sorted.insert(text);
  }
  return sorted;
}

void put_list(std::ostream& stream, const char* what, const std::set<std::string>& items) {
  stream << ' ' << what << " {";
  for (const auto& item : items) stream << item << ' ';
  stream << '}';
}

}  // namespace

std::set<std::string> members_of(const std::string& line) {
  std::set<std::string> members;
  for (std::size_t at = 0; at <= line.size();) {
    const auto end = std::min(line.find('+', at), line.size());
    members.insert(line.substr(at, end - at));
    at = end + 1;
  }
  return members;
}

NaiveDerivation naive_form(const Derived& derived) {
  NaiveDerivation form;
  for (std::size_t i = 0; i < derived.derivation.analysis.exposures.size(); ++i) {
    const auto& coverage = derived.derivation.coverage.exposures[i];
    NaiveExposure exposure;
    exposure.measures = sorted_lines(derived.answers_at(i));
    exposure.controls = sorted_lines(derived.control_answers_at(i));
    exposure.status = name_of(coverage.status);
    exposure.depth = coverage.depth;
    for (const auto entry : coverage.indispensable) exposure.needed.insert(derived.catalog().entry(entry).code);
    exposure.open = sorted_lines(derived.open_answers_at(i));
    form.exposures.emplace(derived.name_of_exposure(i), exposure);
  }
  form.unreached = set_of(derived.unreached());
  form.measures = set_of(derived.measures());
  form.controls = set_of(derived.controls());
  form.obligations = set_of(derived.obligations());
  const auto& requirements = derived.derivation.selection.requirements;
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    auto& requirement = form.requirements[derived.name_of_requirement(i)];
    for (const auto exposure : requirements[i].exposures) requirement.places.insert(derived.name_of_exposure(exposure));
    for (const auto exposure : requirements[i].open_exposures)
      requirement.open_places.insert(derived.name_of_exposure(exposure));
    if (!requirements[i].services.empty()) requirement.places.insert("service");
    if (!requirements[i].open_services.empty()) requirement.open_places.insert("service");
  }
  form.open_measures = set_of(derived.open_measures());
  form.open_controls = set_of(derived.open_controls());
  form.open_obligations = set_of(derived.open_obligations());
  return form;
}

std::ostream& operator<<(std::ostream& stream, const NaiveExposure& exposure) {
  stream << exposure.status << ", depth " << exposure.depth;
  put_list(stream, "measures", exposure.measures);
  put_list(stream, "controls", exposure.controls);
  put_list(stream, "needed", exposure.needed);
  put_list(stream, "open", exposure.open);
  return stream;
}

std::ostream& operator<<(std::ostream& stream, const NaiveRequirement& requirement) {
  put_list(stream, "at", requirement.places);
  put_list(stream, "open at", requirement.open_places);
  return stream;
}

}  // namespace michibiki::testing
