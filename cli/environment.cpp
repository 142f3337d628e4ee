#include "cli/environment.hpp"

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

namespace michibiki::cli {
namespace {

std::size_t columns_of(int terminal) {
  winsize size{};
  const bool known = ioctl(terminal, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? std::size_t{size.ws_col} : std::size_t{80};
}

std::string folder_of_program() {
  std::error_code problem;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", problem);
  return problem ? std::string() : program.parent_path().string();
}

}  // namespace

Environment process_environment() {
  const bool out_is_terminal = isatty(STDOUT_FILENO) == 1;
  return {.in = std::cin,
          .out = std::cout,
          .err = std::cerr,
          .variable =
              [](const std::string& name) {
                const char* value = std::getenv(name.c_str());
                return value == nullptr ? std::nullopt : std::optional<std::string>(value);
              },
          .in_is_terminal = isatty(STDIN_FILENO) == 1,
          .out_is_terminal = out_is_terminal,
          .err_is_terminal = isatty(STDERR_FILENO) == 1,
          .columns = out_is_terminal ? columns_of(STDOUT_FILENO) : 80,
          .program_folder = folder_of_program()};
}

}  // namespace michibiki::cli
