#include <string>
#include <vector>

#include "cli/environment.hpp"
#include "cli/run.hpp"

int main(int count, char** arguments) {
  auto environment = michibiki::cli::process_environment();
  const std::vector<std::string> words(arguments + (count > 0 ? 1 : 0), arguments + count);
  return static_cast<int>(michibiki::cli::run(words, environment));
}
