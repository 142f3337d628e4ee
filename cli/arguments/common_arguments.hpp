#pragma once

#include <string>

#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace michibiki::cli {

/// The group of the options that every command takes, as help calls it.
inline constexpr auto everywhere = "Everywhere / どのコマンドでも";

/// The options of that group; what is given ends up in `common`, which has to outlive the program's parsing.
void add_common_arguments(CLI::App& program, CommonOptions& common);

/// One sentence when those given exclude each other, or nothing.
std::string wrong_together(const CommonOptions& common);

}  // namespace michibiki::cli
