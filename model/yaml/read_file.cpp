#include "model/yaml/read_file.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace michibiki {
namespace {

using enum DiagnosticKind;

/// An open file, closed at the end of the scope.
class Descriptor {
 public:
  explicit Descriptor(const std::string& path) : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

std::string why_not_open(int error) {
  switch (error) {
    case ENOENT:
      return "there is no such file; check its name";
    case ENOTDIR:
      return "there is no such file, since a part of its path is no directory; check its name";
    case EACCES:
    case EPERM:
      return "the file may not be read; check its permissions";
    case ELOOP:
      return "the file is a link to itself; check where it points";
    case ENAMETOOLONG:
      return "the name of the file is too long; check it";
    default:
      return "the file cannot be read (" + std::generic_category().message(error) + "); check it";
  }
}

FileContent failure(DiagnosticKind kind, std::shared_ptr<const std::string> file, std::string message) {
  FileContent result;
  result.diagnostics.push_back(make_error(kind, {std::move(file), 1, 1}, std::move(message)));
  return result;
}

/// Reads to the end or one byte beyond the limit; the number of the error, or 0.
int read_all(int descriptor, std::size_t max_bytes, std::string& bytes) {
  constexpr std::size_t step = std::size_t{64} * 1024;
  while (bytes.size() <= max_bytes) {
    const std::size_t start = bytes.size();
    const std::size_t wanted = std::min(step, max_bytes + 1 - start);
    bytes.resize(start + wanted);
    const ssize_t got = ::read(descriptor, bytes.data() + start, wanted);
    bytes.resize(start + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got == 0) return 0;
    if (got < 0 && errno != EINTR) return errno;
  }
  return 0;
}

}  // namespace

FileContent read_file(const std::string& path, std::shared_ptr<const std::string> shown_as, std::size_t max_bytes) {
  const Descriptor file(path);
  if (file.number() < 0) return failure(unreadable_file, std::move(shown_as), why_not_open(errno));
  struct stat status {};
  if (::fstat(file.number(), &status) == 0 && S_ISDIR(status.st_mode)) {
    return failure(unreadable_file, std::move(shown_as), "this is a directory; name a file");
  }
  std::string bytes;
  if (const int error = read_all(file.number(), max_bytes, bytes); error != 0) {
    return failure(unreadable_file, std::move(shown_as), why_not_open(error));
  }
  if (bytes.size() > max_bytes) {
    return failure(too_large, std::move(shown_as),
                   "the file has more than " + std::to_string(max_bytes) + " bytes; split it into several");
  }
  FileContent result;
  result.bytes = std::move(bytes);
  return result;
}

FileContent read_file(const std::string& path) { return read_file(path, make_file_name(path)); }

}  // namespace michibiki
