#include "model/yaml/read_figures.hpp"

#include <map>
#include <optional>
#include <string>

#include "model/text.hpp"
#include "model/yaml/fields.hpp"

namespace michibiki {
namespace {

/// Ids with the places where they were given first.
using Seen = std::map<std::string, SourceLocation>;

class FigureReader {
 public:
  FigureReader(const Layer& layer, std::vector<Diagnostic>& diagnostics) : context_(known_, facts_, diagnostics) {
    for (const auto& source : layer.sources) known_.sources.emplace(source.code, source);
    // A source may be declared by a catalogue that this one depends on, and those are not at hand.
    context_.knows_sources = layer.info.depends_on.empty();
  }

  void read(const Record& record, std::vector<PublishedFigure>& figures) {
    const auto& node = record.body;
    const Scope outer{record.default_basis ? context_.basis(*record.default_basis, record.catalog) : std::nullopt,
                      record.catalog, false};
    Fields fields(context_, node, outer, "this figure");
    PublishedFigure figure;
    figure.location = node.at;
    const bool named = read_id(fields, "figure ", seen_, figure.id);
    figure.title = fields.bilingual("title").wording();
    figure.note = fields.bilingual("note").wording();
    const auto form = read_form(fields);
    if (form) read_cells(fields, *form, figure);
    read_comparison(fields, figure);
    read_oddities(fields, figure);
    if (node.is_mapping()) {
      context_.fact(fields.scope(), node.at);
      figure.basis = fields.scope().basis.value_or(Basis{});
    }
    fields.finish();
    if (!named || !form) return;
    figure.form = *form;
    figures.push_back(std::move(figure));
  }

 private:
  /// Reads the key `id`; false when it is missing, malformed or taken, which is then said.
  bool read_id(Fields& fields, std::string_view what, Seen& seen, std::string& id) {
    const auto* node = fields.require("id");
    if (node == nullptr) return false;
    const auto normalised = normalise_id(text_of(context_, *node, "`id`"));
    if (!normalised.ok()) {
      if (node->is_scalar()) context_.error(DiagnosticKind::invalid_id, node->at, normalised.problem);
      return false;
    }
    id = normalised.id;
    const auto [first, added] = seen.emplace(id, node->at);
    if (!added) {
      context_.error_with(DiagnosticKind::duplicate_id, node->at,
                          std::string(what) + quote(id) + " is given twice; keep one",
                          {first->second, "first given here"});
    }
    return added;
  }

  std::optional<FigureForm> read_form(Fields& fields) {
    const auto* node = fields.require("form");
    if (node == nullptr) return std::nullopt;
    const auto form = text_of(context_, *node, "`form`");
    if (form == "table") return FigureForm::table;
    if (form == "image") return FigureForm::image;
    if (node->is_scalar()) {
      context_.error(DiagnosticKind::invalid_value, node->at,
                     "`form` is " + quote(form) + "; write `table`, or `image` for one that the text has lost");
    }
    return std::nullopt;
  }

  /// One of the tool's own words; what else it could have been is said.
  template <typename Word>
  std::optional<Word> read_word(const Node& node, std::string_view key, std::optional<Word> (*named)(std::string_view),
                                const std::vector<std::string>& words) {
    const auto text = text_of(context_, node, key);
    const auto found = named(text);
    if (!found && node.is_scalar() && !node.refused) {
      std::string all;
      for (const auto& word : words) all += (all.empty() ? "`" : ", `") + word + '`';
      context_.error(DiagnosticKind::invalid_value, node.at,
                     std::string(key) + " is " + quote(text) + "; write one of " + all,
                     context_.guesses.hint(text, words));
    }
    return found;
  }

  std::optional<Comparison> read_compare(Fields& fields) {
    const auto* node = fields.find("compare");
    if (node == nullptr) return std::nullopt;
    return read_word(*node, "`compare`", &comparison_named, comparison_names());
  }

  void read_comparison(Fields& fields, PublishedFigure& figure) {
    figure.compare = read_compare(fields);
    figure.of = fields.text("of");
    const auto* words = fields.find("words");
    if (words == nullptr) return;
    if (!words->is_mapping() && !words->refused) {
      context_.error(DiagnosticKind::wrong_type, words->at,
                     "`words` is " + std::string(describe(words->kind)) + "; write a mapping");
    }
    for (const auto& word : words->entries) figure.words.emplace(word.key, text_of(context_, word.value, "this word"));
  }

  void read_oddities(Fields& fields, PublishedFigure& figure) {
    static const std::vector<std::string> sorts{
        std::string(name_of(OdditySort::substance)), std::string(name_of(OdditySort::naming)),
        std::string(name_of(OdditySort::text_damage)), std::string(name_of(OdditySort::revision))};
    for (const auto* node : fields.list("oddities")) {
      Fields oddity(context_, *node, {Basis{}, {}, false}, "this oddity", Fields::Own::no_basis);
      Oddity read;
      const auto* sort = oddity.require("sort");
      const auto known = sort != nullptr ? read_word(*sort, "`sort`", &oddity_sort_named, sorts) : std::nullopt;
      read.what = wording(oddity, "what");
      read.reading = wording(oddity, "reading");
      for (const auto* line : oddity.list("lines"))
        read.lines.push_back(whole_number_of(context_, *line, "a line").value_or(0));
      oddity.finish();
      if (!known) continue;
      read.sort = *known;
      figure.oddities.push_back(std::move(read));
    }
  }

  Wording wording(Fields& fields, std::string_view key) {
    const auto* node = fields.find(key);
    return node != nullptr ? context_.wording(*node) : Wording{};
  }

  void read_cells(Fields& fields, FigureForm form, PublishedFigure& figure) {
    const auto* cells = form == FigureForm::table ? fields.require("cells") : fields.find("cells");
    if (cells == nullptr) return;
    if (form == FigureForm::image) {
      context_.error(DiagnosticKind::invalid_value, cells->at,
                     "an image has no cells; leave out `cells`, or write `form: table`");
      return;
    }
    if (!cells->is_sequence()) {
      if (!cells->refused) {
        context_.error(DiagnosticKind::wrong_type, cells->at,
                       "`cells` is " + std::string(describe(cells->kind)) + "; write a list");
      }
      return;
    }
    Seen seen;
    for (const auto& item : cells->items) read_cell(item, seen, figure.cells);
  }

  void read_cell(const Node& node, Seen& seen, std::vector<PublishedCell>& cells) {
    Fields fields(context_, node, {Basis{}, {}, false}, "this cell");
    PublishedCell cell;
    cell.location = node.at;
    const bool named = read_id(fields, "cell ", seen, cell.id);
    const auto* value = fields.require("is");
    if (value != nullptr) cell.value = text_of(context_, *value, "`is`");
    if (const auto* line = fields.find("line")) cell.line = whole_number_of(context_, *line, "`line`").value_or(0);
    cell.unverified = fields.flag("unverified");
    cell.compare = read_compare(fields);
    cell.incomparable = wording(fields, "incomparable");
    cell.explanation = wording(fields, "explanation");
    fields.finish();
    if (named && value != nullptr && value->is_scalar()) cells.push_back(std::move(cell));
  }

  Catalog known_;
  std::vector<Fact> facts_;
  Context context_;
  Seen seen_;
};

}  // namespace

std::vector<PublishedFigure> read_figures(const LayerReading& reading, std::vector<Diagnostic>& diagnostics) {
  std::vector<PublishedFigure> figures;
  if (!reading.layer || reading.kind != CatalogKind::figures) return figures;
  FigureReader reader(*reading.layer, diagnostics);
  for (const auto& record : reading.figures) {
    if (record.section == "figures") reader.read(record, figures);
  }
  const auto refuse = [&](const SourceLocation& at) {
    diagnostics.push_back(make_error(DiagnosticKind::wrong_catalog_kind, at,
                                     "a catalogue of published figures holds nothing else; keep this in another one"));
  };
  for (const auto& record : reading.layer->records) refuse(record.body.at);
  for (const auto& edit : reading.layer->edits) refuse(edit.at);
  return figures;
}

}  // namespace michibiki
