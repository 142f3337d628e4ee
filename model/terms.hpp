#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/entry.hpp"
#include "model/value.hpp"

namespace michibiki {

/// What of an asset can be harmed: confidentiality, integrity, availability in the study group's catalogues.
struct Property : EntryOf<EntryKind::property> {
  std::vector<LevelId> levels;  ///< the scale of required levels, laxest first; empty when nothing is graded by it
};
struct Level : EntryOf<EntryKind::level> {};
struct Origin : EntryOf<EntryKind::origin> {};
/// Basic 基本 or recommended 推奨; catalogue order is priority.
struct MeasureClass : EntryOf<EntryKind::measure_class> {};
struct Purpose : EntryOf<EntryKind::purpose> {};
/// What a stakeholder has to do with a measure: acts, is bound, benefits.
struct Role : EntryOf<EntryKind::role> {};
struct Nature : EntryOf<EntryKind::nature> {};
struct Mechanism : EntryOf<EntryKind::mechanism> {};
struct Standard : EntryOf<EntryKind::standard> {};
struct Document : EntryOf<EntryKind::document> {};
struct Chapter : EntryOf<EntryKind::chapter> {};
struct Consideration : EntryOf<EntryKind::consideration> {};
struct Reason : EntryOf<EntryKind::reason> {};
struct Question : EntryOf<EntryKind::question> {};
/// What can become of a control in a guideline that is drawn from its standard.
struct Disposition : EntryOf<EntryKind::disposition> {};
/// How a kind of step of a derivation is told: the id names the kind (model/step_kind.hpp), the title is the phrase (model/phrase.hpp).
struct StepWording : EntryOf<EntryKind::step> {
  Bilingual open;  ///< the phrase for a step that is not decided yet; empty: the title with a remark
};

/// A unit of measurement; units of one dimension compare through their factors.
struct Unit : EntryOf<EntryKind::unit> {
  std::string dimension;
  Number factor{1};
};

/// An ordered list of choices, laxest first.
struct Scale : EntryOf<EntryKind::scale> {
  struct Item {
    std::string code;
    Bilingual title;
  };
  std::vector<Item> choices;
};

}  // namespace michibiki
