#include <algorithm>
#include <random>

#include "tests/support/catalog_rows.hpp"
#include "tests/support/random_overlays.hpp"

// Overlays against a person who makes the same changes in the text (tests/support/edits_by_hand.hpp).

namespace michibiki::testing {
namespace {

std::string errors(const LoadedCatalog& loaded) {
  std::string all;
  for (const auto& diagnostic : loaded.diagnostics) {
    if (diagnostic.severity == Severity::error) all += to_string(diagnostic) + '\n';
  }
  return all;
}

bool has(const LoadedCatalog& loaded, DiagnosticKind kind) {
  return !loaded.catalog &&
         std::ranges::any_of(loaded.diagnostics, [&](const Diagnostic& one) { return one.kind == kind; });
}

Strings rows_of(const std::vector<NamedText>& texts) {
  const auto loaded = load_catalog(texts);
  if (!loaded.catalog) RC_FAIL(errors(loaded) + "in " + texts.front().name);
  return catalog_rows(*loaded.catalog);
}

/// What only one of the two says.
Strings difference(const Strings& a, const Strings& b) {
  Strings lines;
  const auto only = [&](const Strings& in, const Strings& from, const char* mark) {
    for (const auto& line : in) {
      if (std::ranges::count(in, line) > std::ranges::count(from, line)) lines.push_back(mark + line);
    }
  };
  only(a, b, "overlays: ");
  only(b, a, "by hand:  ");
  return lines;
}

/// Something else than what is meant, of the same form.
Plain spoilt(Plain was) {
  switch (was.kind) {
    case Plain::Kind::text:
      was.text += "-else";
      break;
    case Plain::Kind::list:
      if (was.items.size() > 1) {
        was.items.pop_back();
      } else {
        was.items.emplace_back("something");
      }
      break;
    case Plain::Kind::mapping:
      if (was.entries.empty()) {
        was.set("something", "more");
      } else {
        was.entries.back().second = spoilt(was.entries.back().second);
      }
      break;
  }
  return was;
}

}  // namespace

TEST_CASE("overlays resolve to the catalogue that the same changes by hand give", "[property][overlay]") {
  rc::prop("whatever they add, replace and withdraw", [] {
    const auto stack = *random_stack();
    const auto resolved = rows_of(stack.texts());
    const auto by_hand = rows_of({stack.by_hand});
    RC_ASSERT(difference(resolved, by_hand) == Strings{});
  });
}

TEST_CASE("the order in which catalogues and overlays are given never matters", "[property][overlay]") {
  rc::prop("shuffled", [] {
    const auto stack = *random_stack();
    auto texts = stack.texts();
    const auto straight = load_catalog(texts);
    std::mt19937 random(*rc::gen::inRange(1U, 1000U));
    std::ranges::shuffle(texts, random);
    const auto shuffled = load_catalog(texts);
    RC_ASSERT(straight.catalog && shuffled.catalog);
    RC_ASSERT(catalog_rows(*straight.catalog) == catalog_rows(*shuffled.catalog));
    // Not even the positions.
    for (std::size_t i = 0; i < straight.catalog->links.size(); ++i) {
      RC_ASSERT(straight.catalog->links[i].code == shuffled.catalog->links[i].code);
    }
    RC_ASSERT(straight.catalog->layers.size() == shuffled.catalog->layers.size());
    for (std::size_t i = 0; i < straight.catalog->layers.size(); ++i) {
      RC_ASSERT(straight.catalog->layers[i].code == shuffled.catalog->layers[i].code);
    }
  });
}

TEST_CASE("an edit that expects something else than what stands there is always an error", "[property][overlay]") {
  rc::prop("any `was` that is changed", [] {
    auto stack = *random_stack();
    std::vector<RandomEdit*> expecting;
    for (auto& overlay : stack.overlays) {
      for (auto& edit : overlay.edits) {
        if (edit.written.find("was") != nullptr) expecting.push_back(&edit);
      }
    }
    RC_PRE(!expecting.empty());
    auto& edit = expecting[*rc::gen::inRange<std::size_t>(0, expecting.size())]->written;
    edit.set("was", spoilt(*edit.find("was")));
    RC_LOG() << to_yaml(edit) << '\n';
    RC_ASSERT(has(load_catalog(stack.texts()), DiagnosticKind::edit_mismatch));
  });
}

TEST_CASE("two overlays that edit the same statement, neither after the other, are always an error",
          "[property][overlay]") {
  rc::prop("any edit made a second time by a stranger", [] {
    auto stack = *random_stack();
    std::vector<const RandomEdit*> of_base;
    for (const auto& overlay : stack.overlays) {
      for (const auto& edit : overlay.edits) {
        if (edit.of_base) of_base.push_back(&edit);
      }
    }
    RC_PRE(!of_base.empty());
    RandomOverlay stranger;
    stranger.id = *rc::gen::element("0-stranger", "z-stranger");
    stranger.depends_on = {"answers"};
    stranger.basis = "unverified";
    stranger.edits = {*of_base[*rc::gen::inRange<std::size_t>(0, of_base.size())]};
    RC_LOG() << to_yaml(stranger.edits.front().written) << '\n';
    auto texts = stack.texts();
    texts.push_back(text_of(stranger));
    RC_ASSERT(has(load_catalog(texts), DiagnosticKind::edit_conflict));
  });
}

TEST_CASE("the random overlays do all that overlays can do", "[property][overlay]") {
  // What a generator that hardly edits anything proves is nothing.
  std::map<std::string, int> tally;
  std::size_t ordered = 0;
  std::size_t unordered = 0;
  rc::Random random(7);
  for (int i = 0; i < 200; ++i) {
    const auto stack = random_stack()(random.split(), rc::kNominalSize).value();
    for (const auto& [what, count] : stack.tally) tally[what] += count;
    for (std::size_t a = 0; a < stack.overlays.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        ++(stack.below.at(stack.overlays[a].id).contains(stack.overlays[b].id) ? ordered : unordered);
      }
    }
  }
  for (const auto* what : {"add", "replace", "withdraw", "withdraw whole", "new", "replaces", "anew", "members",
                           "indicators", "values", "rules", "language"}) {
    CAPTURE(what, tally[what]);
    CHECK(tally[what] > 20);
  }
  CAPTURE(ordered, unordered);
  CHECK(ordered > 30);
  CHECK(unordered > 30);
}

}  // namespace michibiki::testing
