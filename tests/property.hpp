#pragma once

// Property tests with RapidCheck. Its bridge to Catch2 finds Catch2 3 only when that was included before: hence this header.
//
//   TEST_CASE("more components never mean fewer measures", "[property]") {
//     rc::prop("adding one", [](const std::vector<int>& components) { RC_ASSERT(...); });
//   }
//
// CTest gives every run the same examples; called by itself, a test program takes new ones each time: that is how to search.
// A failure prints the smallest counterexample and the RC_PARAMS="reproduce=..." that repeats it; RC_PARAMS="max_success=1000"
// asks for more examples than the usual 100.

// clang-format off
#include "tests/catch.hpp"
#include <rapidcheck.h>
#include <rapidcheck/catch.h>
// clang-format on
