#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

struct sqlite3;

namespace michibiki::testing {

/// A value of a row or of a statement's gaps; nothing is NULL.
using Text = std::optional<std::string>;

/// An SQLite database in memory, gone with its owner. Whatever SQLite refuses is thrown with its own words: the test is wrong then.
class Database {
 public:
  Database();
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Statements one after another.
  void run(const std::string& statements);
  /// One statement with its gaps filled in order.
  void put(const std::string& statement, const std::vector<Text>& values);
  /// The rows of a query.
  std::vector<std::vector<Text>> rows(const std::string& query);

 private:
  sqlite3* handle_ = nullptr;
};

}  // namespace michibiki::testing
