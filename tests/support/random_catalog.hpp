#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "tests/property.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {

using Indices = std::vector<std::size_t>;

/// A small catalogue as plain numbers: entries are positions in these lists, and a parent always stands before its children. Its codes
/// are a letter and the position (n2, m0, a1, c3, t4, v0, y1, k1, g2, s0, x0, l5), so they stay what they are when the text is shuffled,
/// and when something is added at the end of a list.
struct RandomCatalog {
  struct Entry {
    std::optional<std::size_t> parent;
    BasisKind basis = BasisKind::stated;
  };
  /// Direct harm, or its absence.
  struct Statement {
    Indices natures;
    Indices properties;
    BasisKind basis = BasisKind::stated;
  };
  struct Mechanism : Entry {
    std::vector<Statement> acts_on;
    std::vector<Statement> spares;
  };
  struct Component : Entry {
    Indices carries;
    Indices lacks;
  };
  struct Asset : Entry {
    Indices natures;
  };
  struct Threat : Entry {
    bool group = false;
    Indices harms;
    Indices mechanisms;
  };
  /// A measure or control: called for in these patterns alone, by a statement of that basis; none: in every pattern.
  struct Answering : Entry {
    bool group = false;
    Indices patterns;
    BasisKind called = BasisKind::stated;
  };
  struct Vulnerability : Entry {
    bool group = false;
    Indices assets;
    Indices threats;
  };
  struct Stakeholder : Entry {
    bool always = false;
  };
  struct Exclusion : Entry {
    bool group = false;
    Indices components;
  };
  enum class LinkKind { counters, mitigates, exposes, involves, requires_measure, requires_control };
  struct Link {
    LinkKind kind{};
    Indices from;
    Indices to;
    bool any = false;  ///< of several `from`, each alone
    Indices properties;
    Indices natures;
    Indices components;
    Indices assets;
    Indices vulnerabilities;
    BasisKind basis = BasisKind::stated;
  };

  std::size_t properties = 0;
  std::size_t patterns = 0;  ///< y0, y1 …: each one level of p0, the laxest first
  std::vector<Entry> natures;
  std::vector<Mechanism> mechanisms;
  std::vector<Component> components;
  std::vector<Asset> assets;
  std::vector<Threat> threats;
  std::vector<Vulnerability> vulnerabilities;
  std::vector<Answering> controls;
  std::vector<Answering> measures;
  std::vector<Stakeholder> stakeholders;
  std::vector<Exclusion> exclusions;
  std::vector<Link> links;
};

/// The components of a service: their types and who operates them; the instances are i0, i1 …
struct RandomService {
  struct Instance {
    std::size_t type = 0;
    std::optional<std::size_t> operated_by;
  };
  std::vector<Instance> instances;
  std::optional<std::size_t> pattern;  ///< that it is of; none: it may be of any
};

rc::Gen<RandomCatalog> random_catalog();
/// Patterns, and what they call for; only while a generator runs.
void add_patterns(RandomCatalog& catalog);
rc::Gen<RandomService> random_service(const RandomCatalog& catalog);
/// Whether there is anything that such a link can go from and to.
bool can_link(const RandomCatalog& catalog, RandomCatalog::LinkKind kind);
rc::Gen<RandomCatalog::Link> random_link(const RandomCatalog& catalog, RandomCatalog::LinkKind kind);

/// The catalogue as three that depend on one another: things, threats, answers. With another `shuffle` than 0 the texts, their sections,
/// entries and lists stand in another order.
std::vector<NamedText> texts_of(const RandomCatalog& catalog, unsigned shuffle = 0);
std::string text_of(const RandomService& service);

std::ostream& operator<<(std::ostream& stream, const RandomCatalog& catalog);
std::ostream& operator<<(std::ostream& stream, const RandomService& service);

}  // namespace michibiki::testing
