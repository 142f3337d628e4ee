#include "cli/output_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

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

/// Writes what it is handed in large parts, and takes no more once something went wrong.
class PartsInto {
 public:
  explicit PartsInto(int descriptor) : descriptor_(descriptor) {}

  bool take(std::string_view part) {
    if (waiting_.size() + part.size() < bytes_at_once) {
      waiting_ += part;
      return problem_ == 0;
    }
    return flush() && write(part);
  }
  bool flush() { return write(std::exchange(waiting_, {})); }
  /// As errno has it; 0: nothing went wrong.
  int problem() const { return problem_; }

 private:
  static constexpr std::size_t bytes_at_once = 65536;

  bool write(std::string_view part) {
    if (problem_ == 0 && !write_all(descriptor_, part)) problem_ = errno;
    return problem_ == 0;
  }

  int descriptor_;
  std::string waiting_;
  int problem_ = 0;
};

/// False with errno when it could not be written; whoever makes the text may have used that for something else.
bool write_made(int descriptor, const MakeText& make) {
  PartsInto parts(descriptor);
  make([&](std::string_view part) { return parts.take(part); });
  const bool done = parts.flush();
  errno = parts.problem();
  return done;
}

std::string write_directly(const std::string& path, const MakeText& make) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.open() || !write_made(file.number(), make) || !file.close()) return problem_with(path, errno);
  return {};
}

/// What the user's mask leaves of these permissions.
mode_t masked(mode_t permissions) {
  const auto mask = ::umask(0);
  ::umask(mask);
  return permissions & ~mask;
}

constexpr auto temporary_name = ".michibiki-XXXXXX";
constexpr mode_t of_a_file = 0666;
constexpr mode_t of_a_folder = 0777;

/// What a file may be read and written by: as the old one, or as the user's mask has it.
mode_t permissions_for(const std::string& path) {
  struct stat old {};
  if (::stat(path.c_str(), &old) == 0) return old.st_mode & 07777U;
  return masked(of_a_file);
}

/// A rename is on the disk only when its folder is; a system that cannot tell is not asked again.
void sync_folder(const fs::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.open()) ::fsync(descriptor.number());
}

fs::path folder_of(const fs::path& target) { return target.has_parent_path() ? target.parent_path() : fs::path("."); }

/// "… (in the folder 'a')": of what is written beside the target first, it is the folder that matters.
std::string problem_beside(const std::string& shown, const fs::path& folder, int number) {
  return problem_with(shown, number) + " (in the folder " + quote(folder.string(), 200) + ')';
}

bool write_and_close(Descriptor& file, const MakeText& make, mode_t permissions) {
  return file.open() && write_made(file.number(), make) && ::fchmod(file.number(), permissions) == 0 &&
         ::fsync(file.number()) == 0 && file.close();
}

MakeText in_one_part(std::string_view content) {
  return [content](const TextSink& sink) { sink(content); };
}

/// Moves it there unless there is something: 0, or why not. Not every file system can do both in one step.
int move_to_nothing(const std::string& from, const std::string& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  if (is_there(to)) return EEXIST;
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

/// What is written beside the target until it is whole; gone with all that is in it unless it was moved.
class Beside {
 public:
  explicit Beside(std::string name) : name_(std::move(name)) {}
  ~Beside() {
    std::error_code ignored;
    if (!name_.empty()) fs::remove_all(name_, ignored);
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;

  NewOutput move_to(const std::string& path) {
    const int number = move_to_nothing(name_, path);
    if (number == EEXIST) return {true, {}};
    if (number != 0) return {false, problem_with(path, number)};
    moved_to(path);
    return {};
  }

  /// In the place of what is there; false with errno when that cannot be.
  bool move_over(const std::string& path) {
    if (::rename(name_.c_str(), path.c_str()) != 0) return false;
    moved_to(path);
    return true;
  }

 private:
  void moved_to(const std::string& path) {
    name_.clear();
    sync_folder(folder_of(path));
  }

  std::string name_;
};

std::string replace(const fs::path& target, const std::string& shown, const MakeText& make) {
  // A rename would replace even a file that says that it must not be written to.
  if (::access(target.c_str(), F_OK) == 0 && ::access(target.c_str(), W_OK) != 0) return problem_with(shown, errno);
  const auto folder = folder_of(target);
  auto name = (folder / temporary_name).string();
  Descriptor file(::mkstemp(name.data()));
  if (!file.open()) return problem_beside(shown, folder, errno);
  Beside beside(name);
  const bool done = write_and_close(file, make, permissions_for(target.string())) && beside.move_over(target.string());
  return done ? std::string() : problem_with(shown, errno);
}

}  // namespace

std::string write_whole_file(const std::string& path, std::string_view content) {
  return write_whole_file(path, in_one_part(content));
}

std::string write_whole_file(const std::string& path, const MakeText& make) {
  std::error_code problem;
  const auto status = fs::status(path, problem);
  if (fs::is_directory(status)) return problem_with(path, EISDIR);
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_directly(path, make);
  // Through a symbolic link to the file itself.
  auto target = fs::weakly_canonical(path, problem);
  if (problem) target = path;
  return replace(target, path, make);
}

bool is_there(const std::string& path) {
  std::error_code problem;
  return fs::exists(fs::symlink_status(path, problem));
}

NewOutput write_new_file(const std::string& path, std::string_view content) {
  if (is_there(path)) return {true, {}};
  const auto folder = folder_of(path);
  auto name = (folder / temporary_name).string();
  Descriptor file(::mkstemp(name.data()));
  if (!file.open()) return {false, problem_beside(path, folder, errno)};
  Beside beside(name);
  if (!write_and_close(file, in_one_part(content), masked(of_a_file))) return {false, problem_with(path, errno)};
  return beside.move_to(path);
}

NewOutput write_new_folder(const std::string& path, const std::vector<std::pair<std::string, std::string>>& files) {
  if (is_there(path)) return {true, {}};
  const auto folder = folder_of(path);
  auto name = (folder / temporary_name).string();
  if (::mkdtemp(name.data()) == nullptr) return {false, problem_beside(path, folder, errno)};
  Beside beside(name);
  for (const auto& [file_name, content] : files) {
    const auto file_path = fs::path(name) / file_name;
    Descriptor file(::open(file_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, of_a_file));
    if (!write_and_close(file, in_one_part(content), masked(of_a_file))) return {false, problem_with(path, errno)};
  }
  sync_folder(name);
  if (::chmod(name.c_str(), masked(of_a_folder)) != 0) return {false, problem_with(path, errno)};
  return beside.move_to(path);
}

}  // namespace michibiki::cli
