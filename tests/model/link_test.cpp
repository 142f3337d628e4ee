#include "model/link.hpp"

#include <set>
#include <string>

#include "tests/catch.hpp"

using namespace michibiki;

TEST_CASE("every kind of link has a word of its own that names it again", "[model][link]") {
  std::set<std::string_view> words;
  for (std::size_t i = 0; i < link_kind_count; ++i) {
    const auto kind = static_cast<LinkKind>(i);
    INFO(name_of(kind));
    CHECK(link_kind_named(name_of(kind)) == kind);
    CHECK(words.insert(name_of(kind)).second);
  }
  CHECK_FALSE(link_kind_named("counter"));
  CHECK_FALSE(link_kind_named(""));
}

TEST_CASE("every kind of entry has a word and a section of its own that name it again", "[model][entry]") {
  std::set<std::string_view> words;
  for (std::size_t i = 0; i < entry_kind_count; ++i) {
    const auto kind = static_cast<EntryKind>(i);
    INFO(name_of(kind));
    CHECK(entry_kind_named(name_of(kind)) == kind);
    CHECK(entry_kind_of_section(section_of(kind)) == kind);
    CHECK(words.insert(name_of(kind)).second);
    CHECK(words.insert(section_of(kind)).second);
  }
  CHECK_FALSE(entry_kind_named("threats"));
  CHECK_FALSE(entry_kind_of_section("threat"));
}

TEST_CASE("a measure originates from controls, documents and considerations, and from nothing else", "[model][link]") {
  CHECK(from_kinds(LinkKind::originates_from) == std::vector{EntryKind::measure});
  CHECK(to_kinds(LinkKind::originates_from) ==
        std::vector{EntryKind::control, EntryKind::document, EntryKind::consideration});
  CHECK(from_kinds(LinkKind::related).empty());
}

TEST_CASE("a control is disposed of in one of the catalogue's ways, and a treatment treats threats", "[model][link]") {
  CHECK(from_kinds(LinkKind::disposed_as) == std::vector{EntryKind::control});
  CHECK(to_kinds(LinkKind::disposed_as) == std::vector{EntryKind::disposition});
  CHECK(from_kinds(LinkKind::treats) == std::vector{EntryKind::treatment});
  CHECK(to_kinds(LinkKind::treats) == std::vector{EntryKind::threat});
}
