#include "cli/output_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/text.hpp"

namespace michibiki::cli {
namespace {

namespace fs = std::filesystem;

/// "cannot write 'a/b': No space left on device"
std::string problem_with(const std::string& path, int number) {
  return "cannot write " + quote(path, 200) + ": " + std::generic_category().message(number);
}

/// A file descriptor that is closed whatever happens.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool open() const { return number_ >= 0; }
  int number() const { return number_; }
  /// False when the system only now says that something could not be written.
  bool close() {
    const int number = number_;
    number_ = -1;
    return number < 0 || ::close(number) == 0;
  }

 private:
  int number_;
};

bool write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const auto written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::string write_directly(const std::string& path, std::string_view content) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.open() || !write_all(file.number(), content) || !file.close()) return problem_with(path, errno);
  return {};
}

/// What a new file may be read and written by: as the old one, or as the user's mask has it.
mode_t permissions_for(const std::string& path) {
  struct stat old {};
  if (::stat(path.c_str(), &old) == 0) return old.st_mode & 07777U;
  const auto mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

/// A rename is on the disk only when its folder is; a system that cannot tell is not asked again.
void sync_folder(const fs::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.open()) ::fsync(descriptor.number());
}

std::string replace(const fs::path& target, const std::string& shown, std::string_view content) {
  // A rename would replace even a file that says that it must not be written to.
  if (::access(target.c_str(), F_OK) == 0 && ::access(target.c_str(), W_OK) != 0) return problem_with(shown, errno);
  const auto folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  auto name = (folder / (".michibiki-XXXXXX")).string();
  Descriptor file(::mkstemp(name.data()));
  if (!file.open()) return problem_with(shown, errno) + " (in the folder " + quote(folder.string(), 200) + ')';
  const bool done = write_all(file.number(), content) &&
                    ::fchmod(file.number(), permissions_for(target.string())) == 0 && ::fsync(file.number()) == 0 &&
                    file.close() && ::rename(name.c_str(), target.c_str()) == 0;
  if (done) {
    sync_folder(folder);
    return {};
  }
  const int number = errno;
  ::unlink(name.c_str());
  return problem_with(shown, number);
}

}  // namespace

std::string write_whole_file(const std::string& path, std::string_view content) {
  std::error_code problem;
  const auto status = fs::status(path, problem);
  if (fs::is_directory(status)) return problem_with(path, EISDIR);
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_directly(path, content);
  // Through a symbolic link to the file itself.
  auto target = fs::weakly_canonical(path, problem);
  if (problem) target = path;
  return replace(target, path, content);
}

}  // namespace michibiki::cli
