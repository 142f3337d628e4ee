#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/identify.hpp"

namespace michibiki {

// What people call components of the services: by their ids, or as reports tell them apart, SERVICE/COMPONENT.

/// A name within one service (position in the portfolio).
struct NameInService {
  std::size_t service = 0;
  std::string name;
};

/// "SERVICE/NAME", split: none where no service is called so, and several where ids have slashes themselves.
std::vector<NameInService> names_in_services(const Portfolio& portfolio, const std::string& name);

/// Whether it is one of those that services share, be it that one alone uses it.
bool is_shared(const Portfolio& portfolio, const InventoryComponent& component);

/// Its id; of several services, that of its own service stands before it: SERVICE/COMPONENT.
std::string code_in_portfolio(const Portfolio& portfolio, const InventoryComponent& component);

/// Whether a component is called so: by its id; or, in a service that has or uses it, by SERVICE/ and its id, its type or what that lies under.
bool is_called(const View& view, const Portfolio& portfolio, const InventoryComponent& component,
               const std::string& name);

/// The ids of the components that a service has or uses, be they left out of the derivation.
std::vector<std::string> component_ids(const Service& service);

}  // namespace michibiki
