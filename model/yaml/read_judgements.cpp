#include "model/yaml/read_judgements.hpp"

#include <set>
#include <string>

#include "model/text.hpp"
#include "model/yaml/fields.hpp"

namespace michibiki {
namespace {

class JudgementReader {
 public:
  explicit JudgementReader(std::vector<Diagnostic>& diagnostics) : context_(known_, facts_, diagnostics) {}

  JudgedTable read(const Node& node) {
    Fields fields(context_, node, {Basis{}, {}, false}, "this table", Fields::Own::no_basis);
    JudgedTable table;
    table.location = node.at;
    if (const auto* id = fields.require("id")) table.id = id_of(context_, *id, "`id`");
    table.title = wording(fields, "title");
    table.note = wording(fields, "note");
    table.rows = names(fields, "rows", rows_);
    table.columns = names(fields, "columns", columns_);
    table.first = cells(fields, "first");
    table.second = cells(fields, "second");
    for (const auto* item : fields.list("settled")) read_settlement(*item, table);
    fields.finish();
    return table;
  }

 private:
  Wording wording(Fields& fields, std::string_view key) {
    const auto* node = fields.find(key);
    return node != nullptr ? context_.wording(*node) : Wording{};
  }

  using Names = std::set<std::string, std::less<>>;

  std::vector<std::string> names(Fields& fields, std::string_view key, Names& seen) {
    std::vector<std::string> ids;
    seen.clear();
    fields.require(key);
    for (const auto* item : fields.list(key)) {
      auto id = id_of(context_, *item, "an id");
      if (id.empty()) continue;
      if (!seen.insert(id).second) {
        context_.error(DiagnosticKind::duplicate_id, item->at, quote(id) + " is given twice; keep one");
        continue;
      }
      ids.push_back(std::move(id));
    }
    return ids;
  }

  /// A name that has to be among those of the table.
  std::string known(const Node& node, const std::string& id, const Names& names, std::string_view what) {
    if (names.contains(id)) return id;
    if (!id.empty()) {
      context_.error(
          DiagnosticKind::unknown_id, node.at,
          quote(id) + " is no " + std::string(what) + " of this table; list it under `" + std::string(what) + "s`",
          context_.guesses.hint(id, names.size(),
                                [&] { return std::vector<std::string>(names.begin(), names.end()); }));
    }
    return {};
  }

  JudgedCells cells(Fields& fields, std::string_view judge) {
    JudgedCells result;
    const auto* node = fields.require(judge);
    if (node == nullptr) return result;
    if (!node->is_mapping()) {
      if (!node->refused) {
        context_.error(DiagnosticKind::wrong_type, node->at,
                       '`' + std::string(judge) + "` is " + std::string(describe(node->kind)) +
                           "; write a mapping from rows to the columns said yes to");
      }
      return result;
    }
    for (const auto& entry : node->entries) {
      const auto row = known(entry.value, normalise_id(entry.key).id, rows_, "row");
      const auto add = [&](const Node& item) {
        const auto column = known(item, id_of(context_, item, "a column"), columns_, "column");
        if (!row.empty() && !column.empty()) result[row].insert(column);
      };
      if (entry.value.is_scalar()) add(entry.value);
      for (const auto& item : entry.value.items) add(item);
    }
    return result;
  }

  void read_settlement(const Node& node, JudgedTable& table) {
    Fields fields(context_, node, {Basis{}, {}, false}, "this settlement", Fields::Own::no_basis);
    Settlement settlement;
    settlement.location = node.at;
    if (const auto* row = fields.require("row"))
      settlement.row = known(*row, id_of(context_, *row, "`row`"), rows_, "row");
    // Cells of a row that were settled together share one reason.
    std::vector<std::string> columns;
    fields.require("column");
    for (const auto* column : fields.list("column")) {
      auto name = known(*column, id_of(context_, *column, "`column`"), columns_, "column");
      if (!name.empty()) columns.push_back(std::move(name));
    }
    if (const auto* holds = fields.require("holds"))
      settlement.holds = truth_of(context_, *holds, "`holds`").value_or(false);
    settlement.because = wording(fields, "because");
    settlement.dissent = wording(fields, "dissent");
    fields.finish();
    if (settlement.row.empty()) return;
    for (auto& column : columns) {
      settlement.column = std::move(column);
      if (disagreed(settlement, table)) {
        table.settled.push_back(settlement);
      } else {
        context_.error(DiagnosticKind::invalid_value, node.at,
                       "the judges agree on " + quote(settlement.row) + " and " + quote(settlement.column) +
                           "; leave it out of `settled`");
      }
    }
  }

  static bool disagreed(const Settlement& settlement, const JudgedTable& table) {
    const auto says = [&](const JudgedCells& judged) {
      const auto row = judged.find(settlement.row);
      return row != judged.end() && row->second.contains(settlement.column);
    };
    return says(table.first) != says(table.second);
  }

  Catalog known_;
  std::vector<Fact> facts_;
  Context context_;
  Names rows_;  ///< of the table being read
  Names columns_;
};

}  // namespace

std::vector<JudgedTable> read_judgements(const LayerReading& reading, std::vector<Diagnostic>& diagnostics) {
  std::vector<JudgedTable> tables;
  JudgementReader reader(diagnostics);
  for (const auto& record : reading.figures) {
    if (record.section == "judgements") tables.push_back(reader.read(record.body));
  }
  return tables;
}

}  // namespace michibiki
