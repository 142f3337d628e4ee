#pragma once

#include <cstddef>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>

#include "model/node.hpp"
#include "model/yaml/collector.hpp"
#include "model/yaml/parse.hpp"
#include "model/yaml/source_text.hpp"

namespace michibiki {

/// Thrown through yaml-cpp, whose parser has no other way to be stopped: the file has too many values,
/// or what its reader wanted to know is known.
struct StopReading : std::exception {};

/// What is said of an anchor, alias or tag that stands at that byte.
[[nodiscard]] Diagnostic refuse_anchor(const SourceText& source, std::size_t offset);
[[nodiscard]] Diagnostic refuse_alias(const SourceText& source, std::size_t offset);
[[nodiscard]] Diagnostic refuse_tag(const SourceText& source, std::size_t offset);

/// Builds the neutral tree from the parser's events and refuses what we do not take: it sees every
/// key, anchor and tag with its place, which a loaded YAML::Node no longer does.
class TreeBuilder : public YAML::EventHandler {
 public:
  /// The list or mapping in which the parser stands.
  struct Open {
    std::size_t offset;
    bool flow;  ///< in [ ] or { }
    bool mapping;
  };

  /// All three must outlive the builder. `replaced`: see `CheckedText`.
  TreeBuilder(const SourceText& source, const ParseLimits& limits, bool replaced, Collector& errors);

  /// The tree, once the document has been read to its end.
  [[nodiscard]] Node take_root();

  /// Reports what can be said of the collections that a syntax error left open.
  void abandon();

  [[nodiscard]] std::optional<Open> innermost() const;
  /// Offset of the last event: everything before it has been understood.
  [[nodiscard]] std::size_t last_offset() const { return last_offset_; }
  [[nodiscard]] bool was_too_deep() const { return was_too_deep_; }

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override;
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override;
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

 private:
  struct Frame {
    Node node;
    std::size_t offset;
    bool flow;
    // Of a mapping: the key whose value comes next.
    bool has_key = false;
    bool drop = false;  ///< the key was refused; its value is read, checked and forgotten
    std::string key;
    std::size_t key_offset = 0;
  };

  std::size_t note_event(const YAML::Mark& mark);
  [[nodiscard]] bool expects_key() const;
  void begin(Node::Kind kind, std::size_t offset, bool flow);
  void end();
  void add(Node node);
  void begin_key(std::string key, std::size_t offset, bool drop);
  void refuse_key(Diagnostic diagnostic, std::size_t offset);
  void check_anchor(std::size_t offset, YAML::anchor_t anchor);
  void check_tag(std::size_t offset, std::string_view tag, bool plain_start);
  /// Whether the text holds a character that came in by an escape; reported.
  [[nodiscard]] bool has_refused_character(std::size_t offset, std::string_view text);
  [[nodiscard]] Diagnostic why_no_key(std::size_t offset) const;
  [[nodiscard]] bool is_null_literal(std::size_t offset) const;
  [[nodiscard]] std::size_t place_of_nothing(std::size_t offset) const;
  void drop_duplicate_keys(Node& mapping);

  const SourceText& source_;
  const ParseLimits& limits_;
  bool replaced_;
  Collector& errors_;
  std::vector<Frame> open_;
  std::optional<Node> root_;
  std::size_t nodes_ = 0;
  std::size_t last_offset_ = 0;
  std::vector<Open> skipped_;  ///< not empty: inside a collection that is refused as a whole
  bool was_too_deep_ = false;
};

}  // namespace michibiki
