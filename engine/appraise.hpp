#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>

#include "engine/appraisal.hpp"

namespace michibiki {

/// Told every now and then, as looking at each statement takes its time.
using AppraisalProgress = std::function<void(std::size_t done, std::size_t all)>;

/// What catalogues add to others.
struct Addition {
  std::set<std::string> catalogs;  ///< their ids
  /// The catalogue without the edit at that place; none where other statements cannot do without it.
  std::function<std::optional<Catalog>(const SourceLocation& edited_at)> without_edit;
};

/// `before` and `after` are the catalogues without and with the addition.
Appraisal appraise(const View& before, const View& after, const Addition& addition,
                   const AppraisalProgress& progress = {});

/// A service type as a whole: it may add little of its own and yet call for much.
Appraisal appraise(const View& view, ServiceTypeId type, const AppraisalProgress& progress = {});

}  // namespace michibiki
