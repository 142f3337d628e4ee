// The tables that were judged twice: what was settled is what the catalogues say, and nobody had seen the answer.
#include <algorithm>
#include <map>
#include <set>

#include "engine/compare/agreement.hpp"
#include "engine/compositions.hpp"
#include "engine/select.hpp"

#include "tests/catalogs/shipped.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;

const JudgedTable& table(const char* id) {
  for (const auto& catalog : shipped_figures()) {
    const auto found = std::ranges::find(catalog.judgements, id, &JudgedTable::id);
    if (found != catalog.judgements.end()) return *found;
  }
  FAIL("no table " << id);
  throw std::logic_error("unreachable");
}

const std::string& code(EntryRef entry) { return shipped_graph().catalog().entry(entry).code; }

/// What the links of that kind say, item by item.
JudgedCells pairs_of(LinkKind kind) {
  const View view(shipped_graph());
  JudgedCells cells;
  for (const auto& link : shipped_graph().catalog().links) {
    if (link.kind != kind) continue;
    for (const auto from : link.from) {
      for (const auto named : link.to) {
        for (const auto to : view.items_of(named)) cells[code(from)].insert(code(to));
      }
    }
  }
  return cells;
}

bool says(const Link& link, EntryRef nature, PropertyId property) {
  const auto& properties = link.limits.properties;
  return std::ranges::count(link.to, nature) != 0 &&
         (properties.empty() || std::ranges::count(properties, property) != 0);
}

/// The nearest statement decides: by nature, then by mechanism; `spares` before `acts-on`.
bool harms(EntryRef mechanism, EntryRef nature, PropertyId property) {
  for (const auto level : shipped_graph().upwards(nature)) {
    for (const auto source : shipped_graph().upwards(mechanism)) {
      for (const auto kind : {LinkKind::spares, LinkKind::acts_on}) {
        for (const auto link : shipped_graph().links_from(source, kind))
          if (says(shipped_graph().catalog().link(link), level, property)) return kind == LinkKind::acts_on;
      }
    }
  }
  return false;
}

}  // namespace

TEST_CASE("what was settled about mechanisms is what the catalogue says", "[catalogs][judgements]") {
  const auto& catalog = shipped_graph().catalog();
  const auto& judged = table("acts-on");
  JudgedCells said;
  for (const auto& row : judged.rows) {
    for (const auto& column : judged.columns) {
      const auto stroke = column.find('/');
      const auto nature = catalog.natures.find(column.substr(0, stroke));
      const auto property = catalog.properties.find(column.substr(stroke + 1));
      const auto mechanism = catalog.mechanisms.find(row);
      REQUIRE((mechanism && nature && property));
      if (harms(ref(*mechanism), ref(*nature), *property)) said[row].insert(column);
    }
  }
  CHECK(said == settled_cells(judged));
}

TEST_CASE("what was settled about controls and measures is what the catalogue says", "[catalogs][judgements]") {
  CHECK(pairs_of(LinkKind::mitigates) == settled_cells(table("mitigates")));
  CHECK(pairs_of(LinkKind::counters) == settled_cells(table("counters")));
  CHECK(pairs_of(LinkKind::originates_from) == settled_cells(table("originates-from")));
}

TEST_CASE("what was settled about controls that were not used is what the catalogue says", "[catalogs][judgements]") {
  JudgedCells said;
  for (const auto& [control, dispositions] : pairs_of(LinkKind::disposed_as)) {
    if (dispositions.contains("not-used")) said[control].insert("not-used");
  }
  CHECK(said == settled_cells(table("dispositions")));
}

TEST_CASE("what was settled about the nature of assets is what the catalogue says", "[catalogs][judgements]") {
  JudgedCells said;
  for (std::size_t i = 0; i < shipped_graph().catalog().assets.size(); ++i) {
    const EntryRef asset{EntryKind::asset, i};
    for (const auto link : shipped_graph().links_from(asset, LinkKind::has_nature)) {
      for (const auto nature : shipped_graph().catalog().link(link).to) said[code(asset)].insert(code(nature));
    }
  }
  CHECK(said == settled_cells(table("natures")));
}

TEST_CASE("every disagreement is settled, with a reason and the view that did not prevail in both languages",
          "[catalogs][judgements]") {
  std::size_t tables = 0;
  for (const auto& catalog : shipped_figures()) {
    for (const auto& judged : catalog.judgements) {
      ++tables;
      for (const auto& one : disagreements_in(judged)) {
        INFO(judged.id << ' ' << one.row << ' ' << one.column);
        REQUIRE(one.settled != nullptr);
        CHECK_FALSE(one.settled->because.ja.empty());
        CHECK_FALSE(one.settled->because.en.empty());
        CHECK_FALSE(one.settled->dissent.ja.empty());
        CHECK_FALSE(one.settled->dissent.en.empty());
      }
    }
  }
  CHECK(tables == 7);
}

TEST_CASE("before anything was settled, either judge's mechanisms gave the same 55 of the 63 cells of 図表34",
          "[catalogs][judgements]") {
  const auto& catalog = shipped_graph().catalog();
  const auto& judged = table("acts-on");
  const PublishedFigure* figure = nullptr;
  for (const auto& figures : shipped_figures()) {
    for (const auto& one : figures.figures) figure = one.id == "34" ? &one : figure;
  }
  REQUIRE(figure != nullptr);
  const auto nature = code(
      shipped_graph()
          .catalog()
          .link(shipped_graph().links_from(*catalog.find(EntryKind::asset, figure->of), LinkKind::has_nature).front())
          .to.front());
  const auto agreeing = [&](const JudgedCells& cells) {
    std::set<std::string> agree;
    for (const auto& cell : figure->cells) {
      const auto stroke = cell.id.find('/');
      const auto threat = catalog.threats.find(cell.id.substr(0, stroke));
      REQUIRE(threat.has_value());
      const auto property = catalog.properties.find(cell.id.substr(stroke + 1));
      bool present = false;
      for (const auto& harm : catalog.threats[*threat].harms) {  // NOLINT: just required
        if (property && harm.value != *property) continue;
        for (const auto works : shipped_graph().links_from(ref(*threat), LinkKind::works_by)) {  // NOLINT
          const auto row = cells.find(code(catalog.link(works).to.front()));
          present = present ||
                    (row != cells.end() && row->second.contains(nature + '/' + catalog.properties[harm.value].code));
        }
      }
      if ((cell.value == "present") == present) agree.insert(cell.id);
    }
    return agree;
  };
  const auto first = agreeing(judged.first);
  CHECK(first.size() == 55);
  CHECK(first == agreeing(judged.second));
  CHECK(first == agreeing(settled_cells(judged)));
}
