#include "model/yaml/read_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/catch.hpp"

namespace {

using namespace michibiki;
namespace fs = std::filesystem;

/// A folder of its own, gone at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "michibiki-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string file(const std::string& name, const std::string& bytes) const {
    const std::string path = (path_ / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  [[nodiscard]] std::string path(const std::string& name = {}) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

/// The one diagnostic of a file that is shown as "a.yaml".
std::string problem_of(const std::string& path, std::size_t max_bytes = 100) {
  const FileContent content = read_file(path, make_file_name("a.yaml"), max_bytes);
  CHECK_FALSE(content.bytes.has_value());
  REQUIRE(content.diagnostics.size() == 1);
  return to_string(content.diagnostics.front());
}

TEST_CASE("a file is read byte by byte as it is", "[yaml][file]") {
  const TemporaryFolder folder;
  const std::string bytes("a\0\r\n\xFF", 5);
  const FileContent content = read_file(folder.file("x", bytes));
  CHECK(content.diagnostics.empty());
  CHECK((content.bytes == bytes));
  CHECK((read_file(folder.file("empty", "")).bytes == ""));
}

TEST_CASE("a file may be as large as the limit, not a byte larger", "[yaml][file]") {
  const TemporaryFolder folder;
  const auto path = folder.file("x", std::string(200'000, 'a'));
  CHECK(read_file(path, make_file_name("a.yaml"), 200'000).bytes.has_value());
  CHECK(problem_of(path, 199'999) ==
        "a.yaml:1:1: error: the file has more than 199999 bytes; split it into several [too-large]");
}

TEST_CASE("an endless file ends at the limit", "[yaml][file]") {
  CHECK(problem_of("/dev/zero") ==
        "a.yaml:1:1: error: the file has more than 100 bytes; split it into several [too-large]");
}

TEST_CASE("a missing file is a diagnostic under the name that the user gave", "[yaml][file]") {
  const TemporaryFolder folder;
  CHECK(problem_of(folder.path("none.yaml")) ==
        "a.yaml:1:1: error: there is no such file; check its name [unreadable-file]");
  CHECK(problem_of(folder.file("x", "") + "/y") ==
        "a.yaml:1:1: error: there is no such file, since a part of its path is no directory; check its name "
        "[unreadable-file]");
  CHECK(problem_of("") == "a.yaml:1:1: error: there is no such file; check its name [unreadable-file]");
  CHECK(problem_of(std::string(5000, 'x')) ==
        "a.yaml:1:1: error: the name of the file is too long; check it [unreadable-file]");
}

TEST_CASE("a directory is no file", "[yaml][file]") {
  const TemporaryFolder folder;
  CHECK(problem_of(folder.path()) == "a.yaml:1:1: error: this is a directory; name a file [unreadable-file]");
}

TEST_CASE("what the system alone knows is told in its words", "[yaml][file]") {
  const TemporaryFolder folder;
  const auto path = folder.path("socket");
  const int number = ::socket(AF_UNIX, SOCK_STREAM, 0);
  REQUIRE(number >= 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  REQUIRE(path.size() < sizeof address.sun_path);
  std::ranges::copy(path, address.sun_path);
  REQUIRE(::bind(number, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  CHECK(problem_of(path) ==
        "a.yaml:1:1: error: the file cannot be read (No such device or address); check it [unreadable-file]");
  ::close(number);
}

TEST_CASE("links that lead in a circle are told as such", "[yaml][file]") {
  const TemporaryFolder folder;
  fs::create_symlink(folder.path("b"), folder.path("a"));
  fs::create_symlink(folder.path("a"), folder.path("b"));
  CHECK(problem_of(folder.path("a")) ==
        "a.yaml:1:1: error: the file is a link to itself; check where it points [unreadable-file]");
}

TEST_CASE("a file without permission is told as such", "[yaml][file]") {
  if (::geteuid() == 0) return;  // root may read everything
  const TemporaryFolder folder;
  const auto path = folder.file("x", "a");
  fs::permissions(path, fs::perms::none);
  CHECK(problem_of(path) == "a.yaml:1:1: error: the file may not be read; check its permissions [unreadable-file]");
}

}  // namespace
