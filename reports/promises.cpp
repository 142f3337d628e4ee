#include "reports/promises.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "reports/levels.hpp"
#include "reports/naming.hpp"
#include "reports/promise_words.hpp"
#include "reports/value_text.hpp"

namespace michibiki {
namespace {

/// The least good first: as such each promise is counted.
constexpr std::array by_care{PromiseStanding::laxer, PromiseStanding::not_comparable, PromiseStanding::equal,
                             PromiseStanding::free, PromiseStanding::stricter};

std::string value_of(const DerivationReport& report, const Promise& promise, Language language) {
  const auto& catalog = report.view.catalog();
  return value_text(catalog, catalog.measures[promise.measure].indicators[promise.indicator], promise.value, language);
}

}  // namespace

const Promise& promise_of(const DerivationReport& report, const HeldPromise& held) {
  return report.portfolio.services[held.service].promises[held.promise];
}

const Promise& promise_of(const DerivationReport& report, const PromiseOverall& overall) {
  return report.portfolio.services[overall.service].promises[overall.promise];
}

Tone tone_of_promise(const HeldPromise& held) {
  const bool doubtful = held.standing == PromiseStanding::laxer || held.because;
  return doubtful ? Tone::caution : Tone::plain;
}

std::string standings_text(const DerivationReport& report, const PromiseOverall& overall, Language language) {
  std::set<std::vector<std::size_t>> groups;
  for (const auto& [grade, held] : overall.beside) groups.insert(report.derivation.grading.grades[grade].services);
  std::vector<std::pair<std::string, std::vector<std::string>>> by_standing;
  for (const auto& [position, held] : overall.beside) {
    const auto& grade = report.derivation.grading.grades[position];
    std::vector<std::string> beside;
    if (groups.size() > 1) beside.push_back(listed(service_codes(report, grade.services), language));
    if (grade.alternative && grade.pattern) beside.push_back(pattern_text(report, *grade.pattern, false, language));
    const std::string standing(short_words_for(held).in(language));
    auto same = std::ranges::find(by_standing, standing, &std::pair<std::string, std::vector<std::string>>::first);
    if (same == by_standing.end()) same = by_standing.insert(same, {standing, {}});
    same->second.push_back(joined(beside, language));
  }
  if (by_standing.size() == 1) return by_standing.front().first;
  std::vector<std::string> texts;
  for (const auto& [standing, beside] : by_standing)
    texts.push_back(say(words::in_pattern, language, listed(beside, language), standing));
  return joined(texts, language);
}

Cell promises_cell(const DerivationReport& report, const std::vector<PromiseOverall>& promises, MeasureId measure,
                   std::size_t indicator, Language language) {
  Cell cell;
  std::vector<std::string> texts;
  for (const auto& overall : promises) {
    const auto& promise = promise_of(report, overall);
    if (overall.beside.empty() || promise.measure != measure || promise.indicator != indicator) continue;
    auto text = say(words::promise_standing, language, value_of(report, promise, language),
                    standings_text(report, overall, language));
    if (report.portfolio.services.size() > 1)
      text = say(words::in_pattern, language, report.portfolio.services[overall.service].code, text);
    texts.push_back(std::move(text));
    for (const auto& [grade, held] : overall.beside) {
      if (tone_of_promise(held) != Tone::plain) cell.tone = tone_of_promise(held);
    }
  }
  cell.text = joined(texts, language);
  return cell;
}

std::string place_and_reason(const Promise& promise, Language language) {
  const auto place = place_in_service(promise.location);
  return promise.because.empty() ? place : say(words::colon, language, place, promise.because.in(language));
}

std::string promise_reason(const DerivationReport& report, const PromiseOverall& overall, Language language) {
  const auto& promise = promise_of(report, overall);
  const auto& key = report.view.catalog().measures[promise.measure].indicators[promise.indicator].key;
  return say(
      words::colon, language, say(words::promise_label, language, key),
      value_of(report, promise, language) + say(words::in_brackets, language, place_and_reason(promise, language)));
}

Cell promise_counts(const DerivationReport& report, Language language) {
  const auto promises = each_promise(report.portfolio, report.derivation.promised);
  if (promises.empty()) return {};
  std::array<std::size_t, by_care.size()> counts{};
  std::size_t idle = 0;
  for (const auto& overall : promises) {
    const auto worst = std::ranges::find_if(by_care, [&](PromiseStanding one) { return overall.anywhere(one); });
    if (worst == by_care.end()) {
      ++idle;
    } else {
      ++counts[static_cast<std::size_t>(worst - by_care.begin())];
    }
  }
  std::vector<std::string> parts;
  const auto add = [&](const Words& words, std::size_t count) {
    if (count > 0) parts.push_back(say(words::word_and_count, language, words.in(language), count));
  };
  for (std::size_t i = 0; i < by_care.size(); ++i) add(words_for(by_care[i]), counts[i]);
  add(words::promises_without_value, idle);
  return {say(words::count, language, promises.size()) + say(words::in_brackets, language, joined(parts, language)),
          counts[0] + counts[1] + idle > 0 ? Tone::caution : Tone::plain};
}

}  // namespace michibiki
