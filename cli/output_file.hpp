#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reports/text_sink.hpp"

namespace michibiki::cli {

/// Makes a text by handing it over part by part, until the sink takes no more.
using MakeText = std::function<void(const TextSink&)>;

/// Writes the file whole or not at all: into a new file beside it, then moved over it, so that whatever goes wrong the old content stays.
/// A symbolic link stays one; what is no regular file (a device, a pipe) is written to directly. Empty when done, else what went wrong.
[[nodiscard]] std::string write_whole_file(const std::string& path, std::string_view content);
/// The same of what is made while it is written: only when it is whole it takes its place.
[[nodiscard]] std::string write_whole_file(const std::string& path, const MakeText& make);

/// What became of something that was to be new.
struct NewOutput {
  bool existed = false;  ///< there is something of that name, be it a broken link: it is left as it is
  std::string problem;   ///< else what went wrong; empty when done

  bool done() const { return !existed && problem.empty(); }
};

/// Whether there is anything of that name, be it a link that leads nowhere.
bool is_there(const std::string& path);

/// Writes a file, or a folder with these files (name and content), whole or not at all, and never over anything, also not over what
/// appears while it is written.
[[nodiscard]] NewOutput write_new_file(const std::string& path, std::string_view content);
[[nodiscard]] NewOutput write_new_folder(const std::string& path,
                                         const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace michibiki::cli
