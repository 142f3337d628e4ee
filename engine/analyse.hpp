#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/identify.hpp"

namespace michibiki {

/// That a threat harms one property; none in a catalogue without properties.
struct Harm {
  std::optional<PropertyId> property;
  FactId fact;  ///< that says so
  BasisKind basis = BasisKind::stated;
};

/// The properties that a threat is believed to harm, each once, in catalogue order.
std::vector<Harm> harms_of(const View& view, ThreatId threat);

/// Why a threat reaches an asset: it works by a mechanism that acts directly on a nature of the asset; or a catalogue says so outright.
struct HarmGround {
  FactId harms;                      ///< that the threat harms the property
  std::optional<LinkId> works_by;    ///< threat -> mechanism
  std::optional<LinkId> acts_on;     ///< mechanism -> nature
  std::optional<LinkId> has_nature;  ///< asset -> nature
  std::optional<NatureId> nature;    ///< which is harmed
  std::optional<LinkId> exposes;     ///< threat -> asset
  BasisKind basis = BasisKind::stated;
};

/// 脅威の突合結果: one asset, one threat, one property that it harms directly; per vulnerability where the catalogue knows one.
struct Exposure {
  std::size_t asset = 0;  ///< position in Inventory::assets
  ThreatId threat;
  std::optional<PropertyId> property;  ///< none in a catalogue without properties
  std::optional<VulnerabilityId> vulnerability;
  std::vector<HarmGround> grounds;
  BasisKind basis =
      BasisKind::stated;  ///< of the firmest ground, and no firmer than that the asset, the threat … exist
};

struct Analysis {
  std::vector<Exposure> exposures;  ///< by asset, then threat, property, vulnerability
  std::vector<ThreatId> unreached;  ///< threats that reach no asset of the service
};

/// Whether a catalogue knows neither mechanisms nor exposures: then every threat reaches every asset.
bool says_nothing_of_harm(const Catalog& catalog);

/// The services that an exposure concerns, of so many: those that use its component; all of them where it is on the service as a whole.
std::vector<std::size_t> concerned(const Inventory& inventory, const Exposure& exposure, std::size_t services);

/// The exposures of an asset (a position in the inventory) to a threat where they are known already; none: not known.
using KnownExposures = std::function<std::optional<std::vector<Exposure>>(std::size_t asset, ThreatId threat)>;

/// 図表32-34: only direct harm counts, so an earthquake reaches the storage and not the data on it.
Analysis analyse(const View& view, const Inventory& inventory, const KnownExposures& known = {});

}  // namespace michibiki
