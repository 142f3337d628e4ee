#include "tests/second/database.hpp"

#include <memory>
#include <stdexcept>

#include <sqlite3.h>

namespace michibiki::testing {
namespace {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

[[noreturn]] void fail(sqlite3* handle, const std::string& statement) {
  throw std::logic_error(std::string(sqlite3_errmsg(handle)) + " in\n" + statement);
}

Statement prepare(sqlite3* handle, const std::string& text) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle, text.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail(handle, text);
  return Statement(statement);
}

}  // namespace

Database::Database() {
  if (sqlite3_open(":memory:", &handle_) != SQLITE_OK) throw std::logic_error("SQLite does not open");
}

Database::~Database() { sqlite3_close(handle_); }

void Database::run(const std::string& statements) {
  if (sqlite3_exec(handle_, statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(handle_, statements);
}

void Database::put(const std::string& text, const std::vector<Text>& values) {
  const auto statement = prepare(handle_, text);
  for (std::size_t i = 0; i < values.size(); ++i) {
    // The values outlive the one step that reads them.
    if (values[i]) sqlite3_bind_text(statement.get(), static_cast<int>(i) + 1, values[i]->c_str(), -1, nullptr);
  }
  if (sqlite3_step(statement.get()) != SQLITE_DONE) fail(handle_, text);
}

std::vector<std::vector<Text>> Database::rows(const std::string& query) {
  const auto statement = prepare(handle_, query);
  std::vector<std::vector<Text>> rows;
  while (sqlite3_step(statement.get()) == SQLITE_ROW) {
    auto& row = rows.emplace_back();
    for (int i = 0; i < sqlite3_column_count(statement.get()); ++i) {
      const auto* text = sqlite3_column_text(statement.get(), i);
      row.push_back(text == nullptr ? Text() : Text(reinterpret_cast<const char*>(text)));
    }
  }
  return rows;
}

}  // namespace michibiki::testing
