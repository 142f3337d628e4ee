#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/service.hpp"
#include "model/view.hpp"

namespace michibiki {

enum class EditKind : std::uint8_t {
  require_level,  ///< a service requires another level of a property
  add_component,  ///< a service has one more component, run by somebody or nobody in particular
  believe,        ///< a statement that trust hides holds
  restore,        ///< a statement that was withdrawn holds
  state,          ///< a link or a harm that no catalogue has
  take_away  ///< what stands in the way does not hold: an exclusion, that a type lacks an asset, that something is spared
};

/// The word of reports for a kind of edit: "add-component".
std::string_view name_of(EditKind kind);

/// One thing that could be otherwise, in a service or in the catalogues.
struct ProposedEdit {
  EditKind kind{};
  std::size_t service = 0;             ///< of what the service itself says: position in the portfolio
  std::optional<PropertyId> property;  ///< with `level`
  std::optional<LevelId> level;
  std::optional<ComponentId> component;      ///< the type of what is added
  std::optional<StakeholderId> operated_by;  ///< who runs that
  std::optional<FactId> fact;                ///< the statement, of all other kinds
  auto operator<=>(const ProposedEdit&) const = default;

  /// Whether the service alone is changed, and nothing that the catalogues say.
  bool of_service() const { return !fact; }
};

/// The component that such an edit adds: its id is none that the portfolio has.
Instance added_instance(const Catalog& catalog, const Portfolio& portfolio, const ProposedEdit& edit);

/// A view and a portfolio with all of the edits made.
View edited(const View& view, const std::vector<ProposedEdit>& edits);
Portfolio edited(const Catalog& catalog, Portfolio portfolio, const std::vector<ProposedEdit>& edits);

}  // namespace michibiki
