#pragma once

#include "model/catalog.hpp"

#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {

/// All that a catalogue says, one line each and sorted, whatever the places: entries with their attributes, links, rules, and why each
/// statement is believed. What has been withdrawn is only named. Of what counts with its entry, link or rule the kind of basis is told.
Strings catalog_rows(const Catalog& catalog);

}  // namespace michibiki::testing
