#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "reports/page.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// Builds a page whose long lists are cut to so many lines, and says how many are left out.
class ClippedPage {
 public:
  /// `most` lines of a list; 0: all.
  ClippedPage(Language language, std::size_t most) : language_(language), most_(most) {}

  bool clips() const { return most_ != 0; }
  /// By way of a Block, GCC 14 takes parts of the other alternatives for uninitialized.
  template <typename T>
  void add(T block) {
    page_.emplace_back(std::move(block));
  }
  void section(const Words& heading);
  void points(const std::vector<Points::Point>& all);
  /// With its heading; nothing where there are none.
  void points(const Words& heading, const std::vector<Points::Point>& all);
  void grid(Grid grid);
  void ledger(Ledger ledger);
  /// In one line: ids, or names that may hold commas.
  std::string ids(const std::vector<std::string>& codes) const;
  std::string names(const std::vector<std::string>& all) const;

  Page take() { return std::move(page_); }

 private:
  std::string in_one_line(const std::vector<std::string>& all, const Words& between) const;
  std::size_t shown(std::size_t count) const;
  void tell_rest(std::size_t count);

  Language language_;
  std::size_t most_;
  Page page_;
};

}  // namespace michibiki
