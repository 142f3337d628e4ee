#include "cli/fill_in.hpp"

#include <stdexcept>
#include <vector>

namespace michibiki::cli {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

class Filling {
 public:
  explicit Filling(const GapValues& values) : values_(values) {}

  std::string fill(std::string_view text) {
    for (const auto line : lines_of(text)) {
      if (!is_condition(line) && shown()) result_ += filled(line);
    }
    if (!open_.empty()) throw std::logic_error("not closed: " + open_.back().name);
    return std::move(result_);
  }

 private:
  struct Condition {
    std::string name;
    bool holds = false;
  };

  bool shown() const { return open_.empty() || open_.back().holds; }

  bool has(std::string_view name) const {
    const auto found = values_.find(name);
    return found != values_.end() && !found->second.empty();
  }

  bool is_condition(std::string_view line) {
    if (!line.starts_with("{{") || !line.ends_with("}}") || line.size() < 6) return false;
    const std::string name(line.substr(3, line.size() - 5));
    switch (line[2]) {
      case '#':
        open_.push_back({name, shown() && has(name)});
        return true;
      case '^':
        open_.push_back({name, shown() && !has(name)});
        return true;
      case '/':
        if (open_.empty() || open_.back().name != name) throw std::logic_error("not open: " + name);
        open_.pop_back();
        return true;
      default:
        return false;
    }
  }

  std::string filled(std::string_view line) const {
    std::string before;
    while (true) {
      const auto start = line.find("{{");
      const auto end = line.find("}}", start);
      if (start == std::string_view::npos || end == std::string_view::npos) break;
      before += line.substr(0, start);
      const auto name = line.substr(start + 2, end - start - 2);
      line.remove_prefix(end + 2);
      const auto value = values_.find(name);
      if (value == values_.end()) throw std::logic_error("no value: " + std::string(name));
      const auto lines = lines_of(value->second);
      if (lines.size() > 1) return repeated(before, lines, line);
      before += value->second;
    }
    return before.append(line) + '\n';
  }

  static std::string repeated(const std::string& before, const std::vector<std::string_view>& lines,
                              std::string_view after) {
    std::string all;
    for (const auto line : lines) {
      all += before;
      all += line;
      all.append(after) += '\n';
    }
    return all;
  }

  const GapValues& values_;
  std::vector<Condition> open_;
  std::string result_;
};

}  // namespace

std::string fill_in(std::string_view text, const GapValues& values) { return Filling(values).fill(text); }

}  // namespace michibiki::cli
