// What the shipped catalogues tie together, and that each judged link says why.

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/catalogs/shipped_entries.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;

// Links

TEST_CASE("no link between threats, controls and measures is called the study group's", "[catalogs]") {
  for (const auto kind : {LinkKind::mitigates, LinkKind::counters, LinkKind::originates_from}) {
    INFO(name_of(kind));
    const auto all = links(kind);
    CHECK_FALSE(all.empty());
    CHECK(std::ranges::all_of(all, [](const Link* link) { return is(link->fact, BasisKind::judgement); }));
  }
}

/// Kinds of links whose single links are each a matter of judgement. The others say what several measures share, or what a figure
/// prints: where they are put in place (implemented-on), what for (aims-at, considers), what a component carries.
const std::vector<LinkKind> judged_one_by_one{
    LinkKind::has_nature, LinkKind::works_by, LinkKind::acts_on,         LinkKind::spares,   LinkKind::mitigates,
    LinkKind::counters,   LinkKind::exposes,  LinkKind::originates_from, LinkKind::involves, LinkKind::disposed_as};

TEST_CASE("every judged link gives its reason in both languages", "[catalogs]") {
  Codes without;
  for (const auto kind : judged_one_by_one) {
    for (const auto* link : links(kind)) {
      if (link->because.ja.empty() || link->because.en.empty()) without.insert(link->code);
      if (link->stands_because.empty()) continue;
      if (link->stands_because.ja.empty() || link->stands_because.en.empty())
        without.insert(link->code + ", stands-because");
    }
  }
  CHECK(without == nothing);
}

TEST_CASE("no two judged links give the same reason", "[catalogs]") {
  std::map<std::string, Codes> by_reason;
  for (const auto kind : judged_one_by_one) {
    for (const auto* link : links(kind)) {
      for (const auto* text :
           {&link->because.ja, &link->because.en, &link->stands_because.ja, &link->stands_because.en}) {
        if (!text->empty()) by_reason[*text].insert(link->code);
      }
    }
  }
  std::map<std::string, Codes> repeated;
  for (const auto& [reason, codes] : by_reason) {
    if (codes.size() > 1) repeated[reason] = codes;
  }
  CHECK(repeated == std::map<std::string, Codes>{});
}

TEST_CASE("a measure that counters a threat comes from a control that mitigates it, or says why it stands",
          "[catalogs]") {
  std::map<EntryRef, std::set<EntryRef>> mitigated;  // by control
  for (const auto* link : links(LinkKind::mitigates)) {
    for (const auto from : link->from) {
      for (const auto to : link->to) {
        const auto threats = items_under(to);
        mitigated[from].insert(threats.begin(), threats.end());
      }
    }
  }
  std::map<EntryRef, std::set<EntryRef>> supported;  // by measure
  for (const auto* link : links(LinkKind::originates_from)) {
    for (const auto from : link->from) {
      for (const auto to : link->to) {
        for (const auto control : items_under(to))
          supported[from].insert(mitigated[control].begin(), mitigated[control].end());
      }
    }
  }
  Codes unsupported;
  for (const auto* link : links(LinkKind::counters)) {
    bool all = true;
    for (const auto from : link->from) {
      for (const auto to : link->to) {
        for (const auto threat : items_under(to)) all = all && supported[from].contains(threat);
      }
    }
    if (!all && link->stands_because.empty()) unsupported.insert(link->code);
  }
  CHECK(unsupported == nothing);
}

TEST_CASE("every measure of part III counters a threat, and every measure of part II involves somebody", "[catalogs]") {
  std::set<EntryRef> linked;
  for (const auto* link : links(LinkKind::counters)) linked.insert(link->from.begin(), link->from.end());
  for (const auto* link : links(LinkKind::involves)) linked.insert(link->to.begin(), link->to.end());
  std::set<EntryRef> with_origin;
  for (const auto* link : links(LinkKind::originates_from)) with_origin.insert(link->from.begin(), link->from.end());
  Codes unlinked;
  for (std::size_t i = 0; i < shipped().measures.size(); ++i) {
    if (shipped().measures.at(i).group) continue;
    if (!linked.contains({EntryKind::measure, i})) unlinked.insert(shipped().measures.at(i).code);
    if (!with_origin.contains({EntryKind::measure, i})) unlinked.insert(shipped().measures.at(i).code + ", origin");
  }
  CHECK(unlinked == Codes{"II.8.1.1, origin"});  // no control asks for one point of support
}

TEST_CASE("why something answers many threats is our judgement, not that of the source of its entry", "[catalogs]") {
  std::size_t reasons = 0;
  const auto judged = [&](const Bilingual& why) {
    if (why.empty()) return;
    ++reasons;
    CHECK(shipped().fact(why.ja_fact).basis.kind == BasisKind::judgement);
    CHECK(shipped().fact(why.en_fact).basis.kind == BasisKind::judgement);
  };
  for (const auto& control : shipped().controls) judged(control.broad_because);
  for (const auto& measure : shipped().measures) judged(measure.broad_because);
  CHECK(reasons == 2);
}

}  // namespace
