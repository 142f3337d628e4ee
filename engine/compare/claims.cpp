#include "engine/compare/claims.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/compare/chance.hpp"
#include "engine/compositions.hpp"
#include "engine/grade.hpp"
#include "engine/place.hpp"
#include "engine/published_value.hpp"

namespace michibiki {
namespace {

constexpr std::size_t trials = 10'000;
constexpr std::uint64_t seed = 1;

/// Deals `dealt` out anew in every trial and counts the cases that agree.
template <typename T, typename Agrees>
ByChance by_chance(std::vector<T> dealt, std::size_t in_fact, const Agrees& agrees) {
  ByChance result;
  result.trials = trials;
  result.least = dealt.size();
  Chance chance(seed);
  for (std::size_t trial = 0; trial < trials; ++trial) {
    chance.shuffle(dealt);
    std::size_t agreed = 0;
    for (std::size_t i = 0; i < dealt.size(); ++i) agreed += agrees(i, dealt[i]) ? 1U : 0U;
    result.total += agreed;
    result.least = std::min(result.least, agreed);
    result.most = std::max(result.most, agreed);
    result.as_good += agreed >= in_fact ? 1U : 0U;
  }
  return result;
}

using Properties = std::vector<PropertyId>;

bool within(const Properties& some, const Properties& all) {
  return std::ranges::all_of(some, [&](PropertyId property) { return std::ranges::count(all, property) != 0; });
}

std::string codes_of(const Catalog& catalog, const Properties& properties) {
  std::string text;
  for (const auto property : properties) text += (text.empty() ? "" : ", ") + catalog.properties[property].code;
  return text;
}

/// The properties in which any two patterns differ.
Properties graded_properties(const Catalog& catalog) {
  std::set<PropertyId> graded;
  for (const auto& a : catalog.patterns) {
    for (const auto& b : catalog.patterns) {
      for (const auto& [property, level] : a.levels) {
        const auto other = b.levels.find(property);
        if (other == b.levels.end() || other->second.value != level.value) graded.insert(property);
      }
    }
  }
  return {graded.begin(), graded.end()};
}

/// Of one indicator: what its values vary with, and what the exposures of its measure are of.
struct Drive {
  std::string subject;
  Properties varies;
  Properties driven;
};

std::vector<Drive> drives_of(const View& view) {
  const auto portfolio = all_components(view).portfolio;
  const auto inventory = identify(view, portfolio);
  const auto analysis = analyse(view, inventory);
  std::vector<Drive> drives;
  for (const auto& selected : select(view, classify(view, portfolio), inventory, analysis).measures) {
    const auto& measure = view.catalog().measures[selected.measure];
    for (const auto& indicator : measure.indicators) {
      if (neighbouring_values(view, indicator).empty()) continue;
      drives.push_back({measure.code + '.' + indicator.key, varying_properties(view, indicator),
                        driving_properties(analysis, selected)});
    }
  }
  return drives;
}

Claim values_follow_exposures(const View& view) {
  Claim claim;
  claim.kind = ClaimKind::values_follow_exposures;
  const auto drives = drives_of(view);
  const auto graded = graded_properties(view.catalog());
  std::vector<Properties> driven;
  for (const auto& drive : drives) {
    driven.push_back(drive.driven);
    claim.could_fail += !drive.varies.empty() && !within(graded, drive.driven) ? 1U : 0U;
    if (within(drive.varies, drive.driven)) {
      ++claim.agree;
    } else {
      claim.exceptions.push_back(
          {drive.subject, codes_of(view.catalog(), drive.driven), codes_of(view.catalog(), drive.varies)});
    }
  }
  claim.cases = drives.size();
  claim.chance = by_chance(driven, claim.agree,
                           [&](std::size_t i, const Properties& dealt) { return within(drives[i].varies, dealt); });
  return claim;
}

/// Where a measure is published, and where the placement table puts it.
struct PublishedPlace {
  std::string measure;
  ChapterId published;
  std::optional<ChapterId> placed;
};

ChapterId root_of(const Catalog& catalog, ChapterId chapter) {
  while (const auto parent = catalog.chapters[chapter].parent) chapter = ChapterId{*parent};
  return chapter;
}

std::optional<ChapterId> above(const Catalog& catalog, std::optional<ChapterId> chapter) {
  if (!chapter) return std::nullopt;
  const auto parent = catalog.chapters[*chapter].parent;
  return parent ? std::optional(ChapterId{*parent}) : chapter;
}

/// By part of the guideline.
std::map<ChapterId, std::vector<PublishedPlace>> published_places(const View& view,
                                                                  const std::vector<FigureCatalog>& catalogs) {
  const auto& catalog = view.catalog();
  std::map<ChapterId, std::vector<PublishedPlace>> places;
  for (const auto& figures : catalogs) {
    for (const auto& figure : figures.figures) {
      if (figure.compare != Comparison::placements) continue;
      for (const auto& cell : figure.cells) {
        const auto measure = catalog.measures.find(cell.id);
        const auto chapter = catalog.chapters.find(cell.value);
        if (measure && chapter && view.holds(ref(*measure)))
          places[root_of(catalog, *chapter)].push_back({cell.id, *chapter, place(view, *measure).chapter});
      }
    }
  }
  return places;
}

std::string code_of(const Catalog& catalog, std::optional<ChapterId> chapter) {
  return chapter ? catalog.chapters[*chapter].code : std::string();
}

Claim follow_implementation(const Catalog& catalog, ClaimKind kind, ChapterId part,
                            std::vector<PublishedPlace> places) {
  if (kind == ClaimKind::chapters_follow_implementation) {
    for (auto& place : places) {
      place.published = above(catalog, place.published).value_or(place.published);
      place.placed = above(catalog, place.placed);
    }
  }
  Claim claim;
  claim.kind = kind;
  claim.part = catalog.chapters[part].code;
  claim.cases = places.size();
  claim.could_fail = places.size();
  std::vector<std::optional<ChapterId>> placed;
  for (const auto& place : places) {
    placed.push_back(place.placed);
    if (place.placed == place.published) {
      ++claim.agree;
    } else {
      claim.exceptions.push_back({place.measure, code_of(catalog, place.placed), code_of(catalog, place.published)});
    }
  }
  claim.chance = by_chance(placed, claim.agree,
                           [&](std::size_t i, std::optional<ChapterId> dealt) { return dealt == places[i].published; });
  return claim;
}

}  // namespace

std::string_view name_of(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::values_follow_exposures:
      return "values-follow-exposures";
    case ClaimKind::sections_follow_implementation:
      return "sections-follow-implementation";
    case ClaimKind::chapters_follow_implementation:
      break;
  }
  return "chapters-follow-implementation";
}

std::vector<Claim> try_claims(const View& view, const std::vector<FigureCatalog>& figures) {
  std::vector<Claim> claims;
  if (auto claim = values_follow_exposures(view); claim.cases > 0) claims.push_back(std::move(claim));
  for (const auto& [part, places] : published_places(view, figures)) {
    for (const auto kind : {ClaimKind::sections_follow_implementation, ClaimKind::chapters_follow_implementation})
      claims.push_back(follow_implementation(view.catalog(), kind, part, places));
  }
  return claims;
}

}  // namespace michibiki
