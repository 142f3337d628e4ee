#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace michibiki {

/// A typed position in the table of its kind in a Catalog: a ThreatId given where a ControlId is wanted does not compile.
/// Positions follow the order of the catalogues, so comparing ids compares catalogue order.
template <typename Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}
  constexpr std::size_t index() const { return index_; }
  constexpr auto operator<=>(const Id&) const = default;

 private:
  std::uint32_t index_ = 0;
};

using FactId = Id<struct FactTag>;
using LinkId = Id<struct LinkTag>;
using PropertyId = Id<struct Property>;
using LevelId = Id<struct Level>;
using OriginId = Id<struct Origin>;
using MeasureClassId = Id<struct MeasureClass>;
using PurposeId = Id<struct Purpose>;
using RoleId = Id<struct Role>;
using NatureId = Id<struct Nature>;
using MechanismId = Id<struct Mechanism>;
using ComponentId = Id<struct Component>;
using AssetId = Id<struct Asset>;
using ThreatId = Id<struct Threat>;
using VulnerabilityId = Id<struct Vulnerability>;
using StandardId = Id<struct Standard>;
using ControlId = Id<struct Control>;
using DocumentId = Id<struct Document>;
using ChapterId = Id<struct Chapter>;
using MeasureId = Id<struct Measure>;
using ScaleId = Id<struct Scale>;
using UnitId = Id<struct Unit>;
using StakeholderId = Id<struct Stakeholder>;
using PatternId = Id<struct Pattern>;
using QuestionId = Id<struct Question>;
using ReasonId = Id<struct Reason>;
using ServiceTypeId = Id<struct ServiceType>;
using SystemCaseId = Id<struct SystemCase>;
using ConsiderationId = Id<struct Consideration>;
using ExclusionId = Id<struct Exclusion>;
using DispositionId = Id<struct Disposition>;
using TreatmentId = Id<struct Treatment>;
using StepWordingId = Id<struct StepWording>;

}  // namespace michibiki

template <typename Tag>
struct std::hash<michibiki::Id<Tag>> {
  std::size_t operator()(michibiki::Id<Tag> id) const noexcept { return id.index(); }
};
