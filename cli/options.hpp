#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace michibiki::cli {

enum class Format { text, markdown, json };
enum class ColorChoice { automatic, always, never };

/// What every command takes. Values are already checked: whatever is here is one of those allowed.
struct CommonOptions {
  std::vector<std::string> catalogs;  ///< none: the default ones
  std::vector<std::string> overlays;
  std::string trust = "unverified";
  std::string format = "text";
  std::string color = "auto";
  std::string language;  ///< empty: by the environment
  std::string output;    ///< empty: standard output
  bool quiet = false;
  int verbose = 0;
};

struct DeriveOptions {
  std::string service;
  bool summary = false;  ///< of the text form only what fits a screen
};
struct CheckOptions {
  std::vector<std::string> catalogs;
};
/// `check --added` or `check --service-type`: one of the two is given.
struct AcceptanceOptions {
  std::vector<std::string> added;  ///< catalogues: folders or files
  std::string service_type;
};
struct ClassifyOptions {
  std::string type;
  std::vector<std::string> answers;  ///< "question=yes"
  std::vector<std::string> levels;   ///< "property=level"
  bool list = false;
};

/// `explain`: what is asked about, and how much is told.
struct ExplainOptions {
  std::vector<std::string> asked;  ///< an id, a kind and an id, or several ids; none with `all_measures`
  std::string service;             ///< empty: any service of the catalogues
  bool all_measures = false;
  bool all = false;
  std::optional<std::size_t> limit;  ///< of reasons, with `all`; none: 1000
  std::string by;                    ///< "threat", "asset", "control"; empty: not grouped
  std::optional<std::size_t> depth;
  std::optional<std::size_t> step;  ///< that the tree starts from; 1 is the first
  bool dot = false;
  bool inverted = false;  ///< what rests on it
  bool value = false;     ///< where reference values come from
  bool firmness = false;  ///< how much it hangs on judgement
  bool why_not = false;   ///< what would have to be otherwise for it to be so
};
/// `what-if`: what is supposed, as the words of cli/suppositions.hpp.
struct WhatIfOptions {
  std::string service;
  std::vector<std::string> with;
  std::vector<std::string> without;
};
struct DispositionsOptions {};
struct AgreementOptions {};
struct SensitivityOptions {
  std::size_t trials = 200;
  std::uint64_t seed = 1;
  bool plot = false;  ///< an SVG instead of a table
};
/// What `new` writes a skeleton of.
enum class SkeletonKind { catalog, service_type, component, measure, overlay };
/// How the command line calls them.
inline constexpr std::array<std::pair<SkeletonKind, std::string_view>, 5> skeleton_words{{
    {SkeletonKind::catalog, "catalog"},
    {SkeletonKind::service_type, "service-type"},
    {SkeletonKind::component, "component"},
    {SkeletonKind::measure, "measure"},
    {SkeletonKind::overlay, "overlay"},
}};
constexpr std::string_view word_of(SkeletonKind kind) {
  return skeleton_words.at(static_cast<std::size_t>(kind)).second;
}
struct NewOptions {
  SkeletonKind kind{};
  std::string name;
};
struct ReproduceOptions {
  std::vector<std::string> figures;  ///< ids; none: all
};

/// The command of a call, with what it takes.
using Command =
    std::variant<DeriveOptions, CheckOptions, AcceptanceOptions, ClassifyOptions, ExplainOptions, WhatIfOptions,
                 DispositionsOptions, ReproduceOptions, AgreementOptions, SensitivityOptions, NewOptions>;

}  // namespace michibiki::cli
