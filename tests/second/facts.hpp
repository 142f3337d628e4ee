#pragma once

#include <string>
#include <vector>

#include "tests/second/database.hpp"

namespace michibiki::testing {

/// The texts of one catalogue's files.
using CatalogTexts = std::vector<std::string>;

/// Puts what the catalogues say into the tables of sql/schema.sql, in the order of their ids, each after those it depends on. Takes
/// YAML's syntax from the program's parser (model/yaml/parse.hpp), what it means from docs/catalog-format.md, and nothing from the readers of
/// catalogues, the resolution of layers or the graph. What is no part of the second computation (titles,
/// reasons, evidence …) is passed over.
void put_facts(Database& database, const std::vector<CatalogTexts>& catalogs);

/// The catalogues in the folders under this one, without those of kind `figures`; in any order.
std::vector<CatalogTexts> catalogs_under(const std::string& folder);

}  // namespace michibiki::testing
