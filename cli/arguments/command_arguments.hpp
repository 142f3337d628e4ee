#pragma once

#include <memory>
#include <string>

#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace michibiki::cli {

/// What help says of a command.
struct CommandText {
  const char* name;
  const char* summary;
  const char* details;  ///< below the options
};

/// What one command takes, and what it was given. No value: CLI11 keeps the addresses of what it fills in.
class CommandArguments {
 public:
  CommandArguments() = default;
  CommandArguments(const CommandArguments&) = delete;
  CommandArguments& operator=(const CommandArguments&) = delete;
  virtual ~CommandArguments() = default;

  virtual CommandText text() const = 0;

  /// Its positionals and options, in the order of the help.
  virtual void add_to(CLI::App&) {}

  /// One sentence when something that was given would be without effect, or nothing is asked for; else empty.
  virtual std::string wrong(const CommonOptions&) const { return {}; }

  /// One sentence when a required positional is missing: which, and what it would be.
  virtual std::string missing() const { return {}; }

  virtual Command options() const = 0;
};

/// Of every command that takes a SERVICE.
inline constexpr auto service_is_missing = "SERVICE is missing; name a service file, or - for standard input";

// One file per command.

std::unique_ptr<CommandArguments> derive_arguments();
/// With what `check --added` and `check --service-type` take.
std::unique_ptr<CommandArguments> check_arguments();
std::unique_ptr<CommandArguments> classify_arguments();
std::unique_ptr<CommandArguments> explain_arguments();
std::unique_ptr<CommandArguments> what_if_arguments();
std::unique_ptr<CommandArguments> reproduce_arguments();
std::unique_ptr<CommandArguments> agreement_arguments();
std::unique_ptr<CommandArguments> dispositions_arguments();
std::unique_ptr<CommandArguments> sensitivity_arguments();
std::unique_ptr<CommandArguments> new_arguments();

}  // namespace michibiki::cli
