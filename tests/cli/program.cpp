#include "tests/cli/program.hpp"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>

#include <unistd.h>

namespace michibiki::testing {

namespace fs = std::filesystem;

Scratch::Scratch() {
  static std::atomic<int> number{0};
  folder_ = fs::temp_directory_path() / ("michibiki-test-" + std::to_string(getpid()) + '-' + std::to_string(++number));
  fs::create_directories(folder_);
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string Scratch::write(const std::string& name, const std::string& text) const {
  const auto path = folder_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
  return path.string();
}

std::string Scratch::read(const std::string& name) const {
  std::ifstream file(folder_ / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> Scratch::files() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
    if (!entry.is_directory()) names.push_back(entry.path().lexically_relative(folder_).generic_string());
  }
  std::ranges::sort(names);
  return names;
}

Ran Program::run(const std::vector<std::string>& arguments) const {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  cli::Environment environment{.in = in,
                               .out = out,
                               .err = err,
                               .variable =
                                   [this](const std::string& name) {
                                     const auto found = variables.find(name);
                                     return found == variables.end() ? std::nullopt : std::optional(found->second);
                                   },
                               .in_is_terminal = in_is_terminal,
                               .out_is_terminal = out_is_terminal,
                               .err_is_terminal = err_is_terminal,
                               .columns = 100,
                               .program_folder = "/nonexistent/bin"};
  const auto status = cli::run(arguments, environment);
  return {static_cast<int>(status), out.str(), err.str()};
}

std::string field_of_thieves() {
  return R"(
catalog:
  schema: 1
  id: thieves
  version: 1.0.0
  released: 2026-01-01
  title: {ja: 泥棒, en: Thieves}
  licence: CC-BY-4.0
  sources: [{id: report, title: {ja: 報告書, en: The report}}]
basis: {stated: report}
levels: [{id: low, title: {ja: 低, en: low}}, {id: high, title: {ja: 高, en: high}}]
properties: [{id: presence, title: {ja: 所在, en: Presence}, levels: [low, high]}]
natures: [{id: thing, title: {ja: 物, en: Thing}}]
mechanisms:
  - id: taking
    title: {ja: 持ち去り, en: Taking}
    acts-on: [{natures: [thing], properties: [presence], because: {ja: なくなる, en: it is gone}}]
components: [{id: rack, title: {ja: ラック, en: Rack}, carries: [disk]}]
assets: [{id: disk, title: {ja: ディスク, en: Disk}, natures: [thing]}]
threats: [{id: theft, title: {ja: 盗難, en: Theft}, harms: [presence], mechanisms: [taking]}]
units: [{id: hour, title: {ja: 時間, en: hour}, dimension: time, factor: 1}]
measures:
  - id: lock
    title: {ja: 施錠, en: Lock}
    indicators: [{key: a, title: {ja: 点検, en: Inspection}, stricter: lower, values: {1: within 1 hour, 2: within 5 hour}}]
questions: [{id: precious, title: {ja: 貴重ですか, en: "Is it precious?"}}]
level-criteria:
  - property: presence
    rules:
      - {id: yes, when: {precious: true}, then: high, because: {ja: 貴重である, en: It is precious}}
      - {id: otherwise, then: low, because: {ja: 貴重でない, en: It is not}}
patterns:
  - {id: 1, title: {ja: パターン1, en: Pattern 1}, levels: {presence: high}}
  - {id: 2, title: {ja: パターン2, en: Pattern 2}, levels: {presence: low}}
service-types:
  - {id: plain, title: {ja: 普通, en: Plain}, levels: {presence: low}}
  - {id: kind-of, title: {ja: 未定, en: Undecided}, levels: {presence: {is: open, among: [low, high]}}}
system-cases: [{id: one-rack, title: {ja: ラック一台, en: One rack}, components: [rack]}]
links:
  - {kind: counters, from: lock, to: theft, because: {ja: 入れない, en: nobody gets in}}
)";
}

}  // namespace michibiki::testing
