#include "tests/support/overlay_base.hpp"

#include "tests/support/overlay_fields.hpp"
#include "tests/support/pick.hpp"
#include "tests/support/random_catalog.hpp"

namespace michibiki::testing {
namespace {

void append(Plain& file, const std::string& yaml) {
  for (auto& [section, content] : plain_of(yaml).entries) {
    auto* there = file.find(section);
    if (there == nullptr) {
      file.set(section, content);
    } else {
      there->items.insert(there->items.end(), content.items.begin(), content.items.end());
    }
  }
}

void add_things(Plain& file) {
  append(file, R"(
levels: [{id: lv0}, {id: lv1}, {id: lv2}]
properties: [{id: q, levels: [lv0, lv1, lv2]}]
origins: [{id: o0}, {id: o1}]
classes: [{id: b}, {id: r}]
units: [{id: d, dimension: duration, factor: 86400}, {id: h, dimension: duration, factor: 3600}]
patterns: [{id: x1, levels: {q: lv0}}, {id: x1.5, levels: {q: lv1}}, {id: x2, levels: {q: lv2}}]
questions: [{id: u0, title: "first?"}, {id: u1}]
chapters: [{id: ch1}, {id: ch2}]
placement: [{id: place, then: ch1}]
level-criteria: [{property: q, rules: [{id: r0, when: {u0: true}, then: lv2}, {id: r1, then: lv0, basis: unverified}]}]
)");
}

void add_answers(Plain& file) {
  append(file, R"(
measures: [{id: gx, replaces: old, title: {ja: 題, en: Measure}}]
controls: [{id: kx, replaces: older, note: well known}]
)");
}

void decorate(Plain& file) {
  for (auto& [section, content] : file.entries) {
    if (!entry_fields().contains(section)) continue;
    for (auto& entry : content.items) {
      if (one_in(2)) entry.set("title", some_text());
      if (section == "threats" && one_in(2)) entry.set("origin", one_in(2) ? "o0" : "o1");
      if (section == "measures" && one_in(2)) entry.set("class", one_in(2) ? "b" : "r");
      if (section == "measures") add_indicators(entry);
    }
  }
}

}  // namespace

std::vector<BaseFile> base_files() {
  std::vector<BaseFile> files;
  for (const auto& text : texts_of(*random_catalog())) {
    BaseFile file{text.name, plain_of(text.text)};
    if (file.name == "things.yaml") add_things(file.content);
    if (file.name == "answers.yaml") add_answers(file.content);
    decorate(file.content);
    files.push_back(std::move(file));
  }
  return files;
}

const std::vector<std::string>& base_patterns() {
  static const std::vector<std::string> all{"x1", "x1.5", "x2"};
  return all;
}

Plain some_text() {
  const auto number = std::to_string(pick(1000));
  if (one_in(2)) return Plain("text " + number);
  return Plain::mapping({{"ja", "題" + number}, {"en", "text " + number}});
}

Plain some_value() {
  static const std::vector<std::string> values{"1 d", "2 d *", "within 12 h", "36 h", "unknown", "-", "7 d", "5 h *"};
  return any_of(values);
}

Plain some_indicator(const std::string& key) {
  auto values = Plain::mapping({});
  for (const auto& pattern : base_patterns()) {
    if (!one_in(3)) values.set(pattern, some_value());
  }
  auto made = Plain::mapping({{"key", key}, {"stricter", "lower"}, {"values", values}});
  if (one_in(2)) made.set("title", some_text());
  if (one_in(4)) made.set("basis", "unverified");
  return made;
}

void add_indicators(Plain& measure) {
  const int count = pick(3);
  if (count == 0) return;
  auto list = Plain::list({});
  for (int i = 0; i < count; ++i) list.items.push_back(some_indicator("i" + std::to_string(i)));
  measure.set("indicators", list);
}

}  // namespace michibiki::testing
