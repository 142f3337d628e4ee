#include "tests/support/random_overlays.hpp"

#include <algorithm>
#include <cassert>
#include <optional>

#include "tests/support/random_catalog.hpp"

namespace michibiki::testing {
namespace {

std::size_t pick(std::size_t size) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, size));
}
bool one_in(std::size_t many) { return pick(many) == many - 1; }
template <typename T>
const T& any_of(const std::vector<T>& items) {
  return items[pick(items.size())];
}

/// What stands in an entry, as far as these tests change it, by what it is and what it names.
enum class Shape { text, word, members, counted_word, tags };
struct Field {
  std::string name;
  Shape shape;
  std::string names;  ///< the section that it refers to
};
const std::map<std::string, std::vector<Field>>& fields() {
  const Field title{"title", Shape::text, ""};
  const Field note{"note", Shape::text, ""};
  const Field tags{"tags", Shape::tags, ""};
  const auto parent = [](const char* section) { return Field{"parent", Shape::counted_word, section}; };
  static const std::map<std::string, std::vector<Field>> all{
      {"natures", {title, parent("natures")}},
      {"mechanisms", {title, note, parent("mechanisms")}},
      {"components",
       {title, tags, parent("components"), {"carries", Shape::members, "assets"}, {"lacks", Shape::members, "assets"}}},
      {"assets", {title, tags, parent("assets"), {"natures", Shape::members, "natures"}}},
      {"threats",
       {title,
        note,
        tags,
        parent("threats"),
        {"origin", Shape::word, "origins"},
        {"harms", Shape::members, "properties"},
        {"mechanisms", Shape::members, "mechanisms"}}},
      {"vulnerabilities", {title, {"assets", Shape::members, "assets"}, {"threats", Shape::members, "threats"}}},
      {"controls", {title, note, tags, parent("controls")}},
      {"measures",
       {title,
        {"summary", Shape::text, ""},
        tags,
        parent("measures"),
        {"class", Shape::word, "classes"},
        {"implemented-on", Shape::members, "components"}}},
      {"stakeholders", {title, parent("stakeholders")}},
      {"exclusions", {title, {"components", Shape::members, "components"}}},
      {"patterns", {title}},
      {"questions", {title}}};
  return all;
}

struct LinkEnds {
  std::string kind, from, to;
};
const std::vector<LinkEnds> link_ends{{"counters", "measures", "threats"},
                                      {"mitigates", "controls", "threats"},
                                      {"exposes", "threats", "assets"},
                                      {"requires", "measures", "measures"}};
const std::vector<std::string> limits{"properties", "natures", "components", "assets", "vulnerabilities"};

const std::map<std::string, std::string>& singular() {
  static const std::map<std::string, std::string> words{
      {"natures", "nature"},       {"mechanisms", "mechanism"}, {"components", "component"},
      {"assets", "asset"},         {"threats", "threat"},       {"vulnerabilities", "vulnerability"},
      {"controls", "control"},     {"measures", "measure"},     {"stakeholders", "stakeholder"},
      {"exclusions", "exclusion"}, {"patterns", "pattern"},     {"questions", "question"},
      {"links", "link"},           {"rules", "rule"},           {"level-criteria", "criterion"}};
  return words;
}

// What a person does who edits the text by hand.

/// What is said, without why it is believed.
Plain bare(const Plain& plain) {
  if (const auto* is = plain.find("is")) return bare(*is);
  Plain result = plain;
  for (auto& item : result.items) item = bare(item);
  result.erase("basis");
  result.erase("because");
  for (auto& [key, value] : result.entries) value = bare(value);
  return result;
}

Plain believed(Plain value, const Plain& basis) {
  if (value.find("is") != nullptr) {
    if (value.find("basis") == nullptr) value.set("basis", basis);
    return value;
  }
  return Plain::mapping({{"is", std::move(value)}, {"basis", basis}});
}

Plain& inside(Plain& plain) {
  auto* is = plain.find("is");
  return is == nullptr ? plain : *is;
}

/// How firm, by the word with which a basis begins.
int rank(const Plain& basis) {
  const auto& word = basis.kind == Plain::Kind::text ? basis.text : basis.entries.front().first;
  return word == "stated" ? 2 : word == "judgement" ? 1 : 0;
}

/// Writes beside every statement of an entry why it is believed, so that no other change touches that.
void explain(const std::string& section, Plain& body, const Plain& of_file) {
  const auto basis = body.find("basis") != nullptr ? *body.find("basis") : of_file;
  body.set("basis", basis);
  const auto each = [&](const char* name) {
    auto* found = body.find(name);
    if (found == nullptr) return;
    for (auto& item : found->items) item = believed(item, basis);
    for (auto& [key, value] : found->entries) value = believed(value, basis);
  };
  const auto known = fields().find(section);
  if (known != fields().end()) {
    for (const auto& field : known->second) {
      if (field.shape == Shape::members) each(field.name.c_str());
      auto* found = field.shape == Shape::text || field.shape == Shape::word ? body.find(field.name) : nullptr;
      if (found != nullptr) *found = believed(*found, basis);
    }
  }
  if (section == "mechanisms") {
    each("acts-on");
    each("spares");
  }
  if (section == "patterns") each("levels");
  if (section == "measures") each("indicators");
  if (section == "level-criteria") each("rules");
  if (auto* always = body.find("always")) *always = believed(*always, basis);
}

std::string name_of_member(const Plain& member) {
  const auto said = bare(member);
  for (const auto* key : {"id", "key"}) {
    if (const auto* name = said.find(key)) return name->text;
  }
  return to_yaml(said);
}

class Maker {
 public:
  RandomStack make(std::size_t most) {
    make_base();
    const auto count = 1 + pick(most);
    for (std::size_t i = 0; i < count; ++i) make_overlay(i);
    stack_.by_hand = by_hand();
    return std::move(stack_);
  }

 private:
  using Path = std::vector<std::string>;

  struct Record {
    std::string section;
    std::string id;
    Plain body;         ///< as edited by hand: every statement with its basis
    std::string owner;  ///< the overlay that states it; empty: a base catalogue
    bool withdrawn = false;
    bool gone = false;                          ///< from the text that is edited by hand
    std::map<std::string, Plain> counted = {};  ///< how what counts with it is believed, where an edit put it there
  };
  struct Touch {
    std::size_t record;
    Path path;
    std::string by;
    bool appends;
  };
  /// How an edit, or what it brings, is believed.
  struct Manner {
    std::optional<Plain> basis;
    std::optional<Plain> because;
    Plain effective;
  };

  // The base

  void make_base() {
    const auto catalog = *random_catalog();
    for (auto& text : texts_of(catalog)) {
      auto file = plain_of(text.text);
      if (text.name == "things.yaml") add_things(file);
      if (text.name == "threats.yaml") decorate(file);
      if (text.name == "answers.yaml") add_answers(file);
      std::string yaml;
      for (const auto& [section, content] : file.entries) {
        if (content.kind != Plain::Kind::list) {
          yaml += section + ": " + to_yaml(content) + '\n';
          continue;
        }
        yaml += section + ":\n";
        for (const auto& item : content.items) yaml += "  - " + to_yaml(item) + '\n';
      }
      stack_.base.push_back({text.name, yaml});
      const auto basis = *file.find("basis");
      for (const auto& [section, content] : file.entries) {
        if (content.kind != Plain::Kind::list) continue;
        for (const auto& item : content.items) state(section, item, basis, "");
      }
    }
  }

  static void decorate(Plain& file) {
    for (auto& [section, content] : file.entries) {
      if (!fields().contains(section) || content.kind != Plain::Kind::list) continue;
      for (auto& entry : content.items) {
        if (one_in(2)) entry.set("title", some_text());
        if (section == "threats" && one_in(2)) entry.set("origin", one_in(2) ? "o0" : "o1");
        if (section == "measures" && one_in(2)) entry.set("class", one_in(2) ? "b" : "r");
        if (section == "measures") add_indicators(entry);
      }
    }
  }

  static void append(Plain& file, const std::string& yaml) {
    for (auto& [section, content] : plain_of(yaml).entries) {
      auto* there = file.find(section);
      if (there == nullptr) {
        file.set(section, content);
      } else {
        there->items.insert(there->items.end(), content.items.begin(), content.items.end());
      }
    }
  }

  static void add_things(Plain& file) {
    append(file, R"(
levels: [{id: lv0}, {id: lv1}, {id: lv2}]
properties: [{id: q, levels: [lv0, lv1, lv2]}]
origins: [{id: o0}, {id: o1}]
classes: [{id: b}, {id: r}]
units: [{id: d, dimension: duration, factor: 86400}, {id: h, dimension: duration, factor: 3600}]
patterns: [{id: x1, levels: {q: lv0}}, {id: x1.5, levels: {q: lv1}}, {id: x2, levels: {q: lv2}}]
questions: [{id: u0, title: "first?"}, {id: u1}]
chapters: [{id: ch1}, {id: ch2}]
placement: [{id: place, then: ch1}]
level-criteria: [{property: q, rules: [{id: r0, when: {u0: true}, then: lv2}, {id: r1, then: lv0, basis: unverified}]}]
)");
    decorate(file);
  }
  static void add_answers(Plain& file) {
    append(
        file,
        "measures: [{id: gx, replaces: old, title: {ja: 題, en: Measure}}]\ncontrols: [{id: kx, replaces: older, note: well known}]\n");
    decorate(file);
  }

  static void add_indicators(Plain& entry) {
    const auto count = pick(3);
    if (count == 0) return;
    auto list = Plain::list({});
    for (std::size_t i = 0; i < count; ++i) list.items.push_back(indicator("i" + std::to_string(i)));
    entry.set("indicators", list);
  }
  static Plain indicator(const std::string& key) {
    auto values = Plain::mapping({});
    for (const auto* pattern : {"x1", "x1.5", "x2"}) {
      if (!one_in(3)) values.set(pattern, some_value());
    }
    auto made = Plain::mapping({{"key", key}, {"stricter", "lower"}, {"values", values}});
    if (one_in(2)) made.set("title", some_text());
    if (one_in(4)) made.set("basis", "unverified");
    return made;
  }
  static Plain some_value() {
    static const std::vector<std::string> values{"1 d", "2 d *", "within 12 h", "36 h", "unknown", "-", "7 d", "5 h *"};
    return any_of(values);
  }
  static Plain some_text() {
    const auto number = std::to_string(pick(1000));
    if (one_in(2)) return Plain("text " + number);
    return Plain::mapping({{"ja", "題" + number}, {"en", "text " + number}});
  }

  void state(const std::string& section, const Plain& written, const Plain& basis, const std::string& owner) {
    if (section == "sources") return;
    const auto* id = written.find(section == "level-criteria" ? "property" : "id");
    Record record{section, id->text, written, owner};
    explain(section, record.body, basis);
    records_.push_back(std::move(record));
  }

  // Overlays

  void make_overlay(std::size_t number) {
    RandomOverlay overlay;
    // Neither the order of ids nor that in which they are made is that of dependence.
    overlay.id = std::string(1, static_cast<char>('a' + pick(20))) + std::to_string(number);
    overlay.depends_on = one_in(2) ? Strings{"answers"} : Strings{"things", "threats", "answers"};
    auto& below = stack_.below[overlay.id];
    for (const auto& earlier : stack_.overlays) {
      if (!one_in(2)) continue;
      overlay.depends_on.push_back(earlier.id);
      const auto& theirs = stack_.below.at(earlier.id);
      below.insert(theirs.begin(), theirs.end());
      below.insert(earlier.id);
    }
    std::rotate(overlay.depends_on.begin(),
                overlay.depends_on.begin() + static_cast<std::ptrdiff_t>(pick(overlay.depends_on.size())),
                overlay.depends_on.end());
    overlay.basis = some_basis(overlay.id);
    overlay_ = &overlay;
    add_entry("controls", "k-" + overlay.id, {});  // so that it says something
    for (auto left = 1 + pick(8); left > 0; --left) {
      for (int attempt = 0; attempt < 20 && !change_something(); ++attempt) {
      }
    }
    overlay_ = nullptr;
    stack_.overlays.push_back(std::move(overlay));
  }

  static Plain some_basis(const std::string& by) {
    switch (pick(4)) {
      case 0:
        return "unverified";
      case 1:
        return Plain::mapping({{"unverified", Plain("heard by " + by)}});
      case 2:
        return Plain::mapping({{"judgement", Plain("thought by " + by)}});
      default:
        return Plain::mapping({{"stated", Plain(by + "-report")}, {"at", Plain("page " + std::to_string(pick(9)))}});
    }
  }

  Manner some_manner() {
    Manner manner;
    if (one_in(4)) manner.basis = some_basis(overlay_->id);
    if (one_in(4)) manner.because = Plain("reason " + std::to_string(pick(100)));
    manner.effective = manner.basis.value_or(overlay_->basis);
    // A reason of the edit is that of the belief, unless the edit's own basis gives one.
    const bool has_own = manner.basis && manner.basis->kind == Plain::Kind::mapping;
    const int firm = rank(manner.effective);
    if (manner.because && firm < 2 && !has_own) {
      manner.effective = Plain::mapping({{firm == 1 ? "judgement" : "unverified", *manner.because}});
    }
    return manner;
  }

  static Plain put(Plain value, const Manner& manner) {
    auto result = believed(std::move(value), manner.effective);
    if (manner.because && result.find("because") == nullptr) result.set("because", *manner.because);
    return result;
  }
  /// It is no firmer than anything that counts with it.
  static void lower(Plain& whole, const Plain& basis) {
    if (rank(basis) < rank(*whole.find("basis"))) whole.set("basis", basis);
  }

  bool visible(const Record& record) const {
    return record.owner.empty() || record.owner == overlay_->id || sees(record.owner);
  }
  bool sees(const std::string& other) const { return stack_.below.at(overlay_->id).contains(other); }
  bool editable(const Record& record) const {
    return !record.withdrawn && !record.gone && (record.owner.empty() || sees(record.owner));
  }

  std::optional<std::size_t> find(const std::string& section, const std::string& id) const {
    for (std::size_t i = 0; i < records_.size(); ++i) {
      if (records_[i].section == section && records_[i].id == id && !records_[i].gone) return i;
    }
    return std::nullopt;
  }
  /// Whom an id means now: also what replaced the entry that had it.
  std::string meant(const std::string& section, std::string id) const {
    for (auto now = replaced_.find({section, id}); now != replaced_.end(); now = replaced_.find({section, id})) {
      id = now->second;
    }
    return id;
  }

  /// Ids that may be named in that section, without those given.
  Strings choices(const std::string& section, const Strings& without = {}) const {
    Strings found;
    for (const auto& record : records_) {
      if (record.section != section || record.withdrawn || record.gone || !visible(record)) continue;
      if (record.body.find("group") != nullptr || std::ranges::count(without, record.id) != 0) continue;
      found.push_back(record.id);
    }
    return found;
  }

  /// Whether nobody whom this overlay does not come after has changed that, what it is a part of, or a part of it.
  bool free(std::size_t record, const Path& path) const {
    return std::ranges::all_of(touched_,
                               [&](const Touch& touch) { return !meets(touch, record, path) || sees(touch.by); });
  }
  static bool meets(const Touch& touch, std::size_t record, const Path& path) {
    const auto common = std::min(touch.path.size(), path.size());
    return touch.record == record &&
           std::equal(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(common), touch.path.begin());
  }
  /// Whether at most one overlay changed anything there: then the order of what is in a list is known.
  bool of_one_mind(std::size_t record, const Path& path) const {
    std::set<std::string> who;
    for (const auto& touch : touched_) {
      if (meets(touch, record, path)) who.insert(touch.by);
    }
    return who.size() < 2;
  }
  void touch(std::size_t record, Path path, bool appends = false) {
    touched_.push_back({record, std::move(path), overlay_->id, appends});
  }

  std::string called(const Record& record) const {
    // Now and then by its old name.
    const auto* replaces = record.body.find("replaces");
    if (replaces != nullptr && record.owner.empty() && one_in(3)) {
      return singular().at(record.section) + ' ' + replaces->text;
    }
    return singular().at(record.section) + ' ' + record.id;
  }

  void write(const char* action, const Record& record, const std::string& field, std::optional<Plain> was,
             std::optional<Plain> is, const Manner& manner, const std::string& target = {}) {
    const auto name = target.empty() ? called(record) : target;
    const bool by_its_id = !target.empty() || name.ends_with(' ' + record.id);
    RandomEdit edit{Plain::mapping({{action, Plain(name)}}), record.owner.empty() && by_its_id};
    if (!field.empty()) edit.written.set("field", field);
    if (was) edit.written.set("was", *was);
    if (is) edit.written.set("is", *is);
    if (manner.because) edit.written.set("because", *manner.because);
    if (manner.basis) edit.written.set("basis", *manner.basis);
    overlay_->edits.push_back(std::move(edit));
    ++stack_.tally[std::string(action) + (field.empty() ? " whole" : "")];
  }

  bool change_something() {
    // Half of all go to measures and rules, of which there are few.
    const auto wanted = pick(4);
    std::vector<std::size_t> among;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      const auto& section = records_[i].section;
      const bool fits = wanted == 0 ? section == "measures" : wanted == 1 ? section == "level-criteria" : true;
      if (fits && !records_[i].gone) among.push_back(i);
    }
    const auto position = any_of(among);
    if (!editable(records_[position])) return false;
    const auto& section = records_[position].section;
    if (section == "links") return one_in(5) ? withdraw(position) : change_link(position);
    if (section == "level-criteria") return change_rules(position);
    if (section == "placement") return change_placement(position);
    if (!fields().contains(section)) return false;
    switch (pick(6)) {
      case 0:
        return withdraw(position);
      case 1:
        return section == "measures" && change_indicators(position);
      case 2:
        return add_anything();
      default:
        return change_field(position, any_of(fields().at(section)));
    }
  }

  bool change_field(std::size_t position, const Field& field) {
    switch (field.shape) {
      case Shape::text:
        return change_text(position, field.name);
      case Shape::word:
        return change_word(position, field);
      case Shape::members:
        return change_members(position, field.name, unnamed(position, field), field.shape,
                              records_[position].section == "exclusions" ? 1 : 0);
      case Shape::tags:
        return change_members(position, field.name, {"red", "green", "blue", "round"}, field.shape);
      case Shape::counted_word:
        return change_parent(position, field);
    }
    return false;
  }

  /// A statement that is one value: adds, replaces or withdraws it.
  bool change_value(std::size_t position, Plain& holder, const std::string& key, const std::string& field,
                    const Path& path, const Plain& news) {
    auto& record = records_[position];
    if (!free(position, path)) return false;
    auto* now = holder.find(key);
    auto manner = some_manner();
    auto is = news;
    if (one_in(6)) {  // brings its own basis
      is = Plain::mapping({{"is", news}, {"basis", some_basis(overlay_->id)}});
    }
    if (now == nullptr) {
      write("add", record, field, {}, is, manner);
      holder.set(key, put(is, manner));
    } else if (one_in(4)) {
      write("withdraw", record, field, bare(*now), {}, manner);
      holder.erase(key);
    } else {
      write("replace", record, field, bare(*now), is, manner);
      *now = put(is, manner);
    }
    touch(position, path);
    return true;
  }

  bool change_text(std::size_t position, const std::string& field) {
    auto& body = records_[position].body;
    if (auto* now = body.find(field); now != nullptr && one_in(3)) {
      auto& text = inside(*now);
      if (text.kind != Plain::Kind::mapping || text.find("en") == nullptr || text.find("ja") == nullptr) return false;
      ++stack_.tally["language"];
      return change_value(position, text, "en", field + ".en", {field, "en"},
                          Plain("word " + std::to_string(pick(99))));
    }
    return change_value(position, body, field, field, {field}, some_text());
  }

  bool change_word(std::size_t position, const Field& field) {
    const auto news = choices(field.names);
    return !news.empty() &&
           change_value(position, records_[position].body, field.name, field.name, {field.name}, Plain(any_of(news)));
  }

  bool lies_under(const std::string& section, std::string id, const std::string& above) const {
    for (int steps = 0; steps < 100; ++steps) {
      id = meant(section, id);
      if (id == above) return true;
      const auto found = find(section, id);
      const auto* parent = found ? records_[*found].body.find("parent") : nullptr;
      if (parent == nullptr) return false;
      id = bare(*parent).text;
    }
    return true;
  }

  bool change_parent(std::size_t position, const Field& field) {
    auto& record = records_[position];
    if (!free(position, {"parent"})) return false;
    auto news = choices(field.names, {record.id});
    std::erase_if(news, [&](const std::string& id) { return lies_under(field.names, id, record.id); });
    auto* now = record.body.find("parent");
    const auto manner = some_manner();
    if (now != nullptr && one_in(3)) {
      write("withdraw", record, "parent", *now, {}, manner);
      record.body.erase("parent");
      record.counted.erase("parent");
    } else if (news.empty()) {
      return false;
    } else {
      const Plain is(any_of(news));
      write(now == nullptr ? "add" : "replace", record, "parent", now == nullptr ? std::nullopt : std::optional(*now),
            is, manner);
      record.body.set("parent", is);
      record.counted["parent"] = manner.effective;
    }
    touch(position, {"parent"});
    return true;
  }

  /// A list, whose members are statements of their own or count with the entry.
  bool change_members(std::size_t position, const std::string& field, const Strings& all, Shape shape,
                      std::size_t least = 0) {
    const bool statements = shape == Shape::members;
    auto& body = records_[position].body;
    const auto* now = body.find(field);
    const auto before = now == nullptr ? std::vector<Plain>{} : now->items;
    auto after = before;
    Strings fresh = all;
    std::erase_if(fresh, [&](const std::string& id) {
      return std::ranges::any_of(before, [&](const Plain& member) { return bare(member).text == id; });
    });
    const auto manner = some_manner();
    const auto bring = [&](const std::string& id) { return statements ? put(Plain(id), manner) : Plain(id); };
    const auto some_fresh = [&] {
      Strings some{any_of(fresh)};
      for (const auto& id : fresh) {
        if (id != some.front() && one_in(4)) some.push_back(id);
      }
      return some;
    };
    const auto written = [](const Strings& ids) {
      if (ids.size() == 1 && one_in(2)) return Plain(ids.front());
      auto list = Plain::list({});
      for (const auto& id : ids) list.items.emplace_back(id);
      return list;
    };
    const auto may = [&](const Strings& ids) {
      return std::ranges::all_of(ids, [&](const std::string& id) { return free(position, {field, id}); });
    };
    const auto& record = records_[position];
    Strings parts;
    const auto action = pick(4);
    if (action == 0) {  // add
      if (fresh.empty()) return false;
      parts = some_fresh();
      // A link without a limit holds everywhere: the first member of one is a limit stated anew.
      if (!may(parts) || (now == nullptr && !free(position, {field}))) return false;
      for (const auto& id : parts) after.push_back(bring(id));
      write("add", record, field, {}, now == nullptr && least > 0 ? written_list(parts) : written(parts), manner);
    } else if (action == 1) {  // withdraw one
      if (before.empty() || before.size() == least) return false;
      const auto gone = pick(before.size());
      parts = {bare(before[gone]).text};
      if (!may(parts)) return false;
      after.erase(after.begin() + static_cast<std::ptrdiff_t>(gone));
      write("withdraw", record, field, Plain(parts.front()), {}, manner);
    } else if (action == 2) {  // replace one
      if (before.empty() || fresh.empty()) return false;
      const auto gone = pick(before.size());
      auto news = some_fresh();
      parts = news;
      parts.push_back(bare(before[gone]).text);
      if (!may(parts)) return false;
      const auto place = after.erase(after.begin() + static_cast<std::ptrdiff_t>(gone));
      std::vector<Plain> brought;
      for (const auto& id : news) brought.push_back(bring(id));
      after.insert(place, brought.begin(), brought.end());
      write("replace", record, field, Plain(parts.back()), written(news), manner);
    } else {  // replace the whole
      if (before.empty() || fresh.empty() || !free(position, {field}) || !of_one_mind(position, {field})) return false;
      const auto news = some_fresh();
      after.clear();
      for (const auto& id : news) after.push_back(bring(id));
      write("replace", record, field, bare(*now), written_list(news), manner);
      touch(position, {field});
    }
    for (const auto& part : parts) touch(position, {field, part});
    body.set(field, Plain::list(after));
    if (after.empty()) body.erase(field);
    if (shape == Shape::counted_word) {
      auto& counted = records_[position].counted;
      for (const auto& member : before) {
        if (std::ranges::count(after, member) == 0) counted.erase(field + ' ' + member.text);
      }
      for (const auto& member : after) {
        if (action == 3 || std::ranges::count(before, member) == 0)
          counted[field + ' ' + member.text] = manner.effective;
      }
    }
    ++stack_.tally["members"];
    return true;
  }
  static Plain written_list(const Strings& ids) {
    auto list = Plain::list({});
    for (const auto& id : ids) list.items.emplace_back(id);
    return list;
  }

  /// What may be named in a list and does not stand in it yet, under this id or an earlier one.
  Strings fresh_ends(std::size_t position, const std::string& key, const std::string& section) const {
    Strings named;
    if (const auto* list = records_[position].body.find(key)) {
      for (const auto& item : list->items) {
        named.push_back(bare(item).text);
        named.push_back(meant(section, named.back()));
      }
    }
    return choices(section, named);
  }
  Strings unnamed(std::size_t position, const Field& field) const {
    return fresh_ends(position, field.name, field.names);
  }

  bool change_link(std::size_t position) {
    const auto& body = records_[position].body;
    const auto ends = std::ranges::find(link_ends, body.find("kind")->text, &LinkEnds::kind);
    if (ends == link_ends.end()) return false;
    switch (pick(4)) {
      case 0:
        return ends->from != ends->to &&
               change_members(position, "from", fresh_ends(position, "from", ends->from), Shape::counted_word, 1);
      case 1:
        return ends->from != ends->to &&
               change_members(position, "to", fresh_ends(position, "to", ends->to), Shape::counted_word, 1);
      default: {
        const auto& limit = any_of(limits);
        return change_members(position, limit, fresh_ends(position, limit, limit), Shape::counted_word, 1);
      }
    }
  }

  bool change_indicators(std::size_t position) {
    auto& record = records_[position];
    auto* list = record.body.find("indicators");
    const auto manner = some_manner();
    if (list == nullptr || list->items.empty() || one_in(5)) {
      const auto made = indicator("n" + std::to_string(++counter_));
      const auto key = made.find("key")->text;
      if (!free(position, {"indicators", key})) return false;
      write("add", record, "indicators", {}, made, manner);
      if (list == nullptr) record.body.set("indicators", Plain::list({}));
      record.body.find("indicators")->items.push_back(put(made, manner));
      touch(position, {"indicators", key});
      return true;
    }
    auto& item = list->items[pick(list->items.size())];
    const auto key = name_of_member(item);
    const auto field = "indicators." + key;
    ++stack_.tally["indicators"];
    if (one_in(5)) {
      if (!free(position, {"indicators", key})) return false;
      write("withdraw", record, "indicators", bare(item), {}, manner);
      std::erase_if(list->items, [&](const Plain& one) { return name_of_member(one) == key; });
      if (list->items.empty()) record.body.erase("indicators");
      touch(position, {"indicators", key});
      return true;
    }
    auto& said = inside(item);
    if (one_in(4))
      return change_value(position, said, "title", field + ".title", {"indicators", key, "title"}, some_text());
    static const Strings patterns{"x1", "x1.5", "x2"};
    const auto& pattern = any_of(patterns);
    auto* values = said.find("values");
    if (values == nullptr || values->entries.empty()) return false;
    if (inside(*values).find(pattern) == nullptr) {  // a key that is added
      if (!free(position, {"indicators", key, "values", pattern})) return false;
      const auto value = some_value();
      write("add", record, field + ".values", {}, Plain::mapping({{pattern, value}}), manner);
      inside(*values).set(pattern, put(value, manner));
      touch(position, {"indicators", key, "values", pattern});
      return true;
    }
    if (inside(*values).entries.size() < 2 && one_in(2)) return false;
    ++stack_.tally["values"];
    return change_value(position, inside(*values), pattern, field + ".values." + pattern,
                        {"indicators", key, "values", pattern}, some_value());
  }

  bool change_rules(std::size_t position) {
    auto& record = records_[position];
    auto* rules = record.body.find("rules");
    static const Strings levels{"lv0", "lv1", "lv2"};
    const auto manner = some_manner();
    if (one_in(6)) return state_rules_anew(position);
    if (one_in(3)) {
      const bool ordered = std::ranges::all_of(touched_, [&](const Touch& touch) {
        return touch.record != position || !touch.appends || touch.by == overlay_->id || sees(touch.by);
      });
      const auto id = "rule" + std::to_string(++counter_);
      if (!ordered || !free(position, {"rules", id})) return false;
      const auto rule = Plain::mapping(
          {{"id", id}, {"when", Plain::mapping({{"u1", one_in(2) ? "true" : "false"}})}, {"then", any_of(levels)}});
      write("add", record, "rules", {}, rule, manner);
      rules->items.push_back(put(rule, manner));
      touch(position, {"rules", id}, true);
      owners_[id] = overlay_->id;
      ++stack_.tally["rules"];
      return true;
    }
    auto& item = rules->items[pick(rules->items.size())];
    const auto id = name_of_member(item);
    if (owners_.contains(id) && !sees(owners_.at(id))) return false;
    if (rules->items.size() > 1 && one_in(3)) {
      if (!free(position, {"rules", id})) return false;
      write("withdraw", record, "", {}, {}, manner, "rule " + id);
      std::erase_if(rules->items, [&](const Plain& one) { return name_of_member(one) == id; });
      touch(position, {"rules", id});
    } else {
      if (!free(position, {"rules", id, "then"})) return false;
      auto* then = inside(item).find("then");
      const Plain is(any_of(levels));
      write("replace", record, "then", *then, is, manner, "rule " + id);
      *then = is;
      record.counted[id] = manner.effective;
      touch(position, {"rules", id, "then"});
    }
    ++stack_.tally["rules"];
    return true;
  }

  /// Withdraws all rules of a property and states others.
  bool state_rules_anew(std::size_t position) {
    if (!free(position, {})) return false;
    write("withdraw", records_[position], "", {}, {}, {});
    touch(position, {});
    records_[position].gone = true;
    const auto id = "rule" + std::to_string(++counter_);
    const auto body =
        Plain::mapping({{"property", "q"},
                        {"rules", Plain::list({Plain::mapping({{"id", id}, {"then", one_in(2) ? "lv0" : "lv1"}})})}});
    overlay_->sections["level-criteria"].push_back(body);
    state("level-criteria", body, overlay_->basis, overlay_->id);
    ++stack_.tally["anew"];
    return true;
  }

  bool change_placement(std::size_t position) {
    auto& record = records_[position];
    if (!free(position, {"then"})) return false;
    const auto manner = some_manner();
    const Plain is(one_in(2) ? "ch1" : "ch2");
    write("replace", record, "then", *record.body.find("then"), is, manner, "rule " + record.id);
    record.body.set("then", is);
    record.counted["then"] = manner.effective;
    touch(position, {"then"});
    return true;
  }

  bool withdraw(std::size_t position) {
    static const std::set<std::string> sections{"natures",  "mechanisms", "components",   "assets", "threats",
                                                "controls", "measures",   "stakeholders", "links",  "vulnerabilities"};
    const auto section = records_[position].section;
    const auto id = records_[position].id;
    if (!sections.contains(section) || !free(position, {})) return false;
    const bool is_parent = std::ranges::any_of(records_, [&](const Record& record) {
      const auto* parent = record.body.find("parent");
      return record.section == section && !record.withdrawn && !record.gone && parent != nullptr &&
             meant(section, bare(*parent).text) == id;
    });
    const bool link = section == "links";
    const bool replaces = !link && one_in(4);
    if (is_parent && !replaces) return false;
    Manner manner = some_manner();
    manner.basis.reset();
    write("withdraw", records_[position], "", {}, {}, manner);
    touch(position, {});
    records_[position].withdrawn = true;
    records_[position].body.set("status", "withdrawn");
    if (link) records_[position].gone = true;
    if (replaces) {
      const auto fresh = id + "-" + std::to_string(++counter_);
      add_entry(section, fresh, id);
      replaced_[{section, id}] = fresh;
      ++stack_.tally["replaces"];
    }
    return true;
  }

  bool add_anything() {
    static const Strings sections{"assets", "threats", "controls", "measures", "components", "links", "links"};
    const auto& section = any_of(sections);
    if (section == "links") return add_link();
    add_entry(section, "e" + std::to_string(++counter_), {});
    return true;
  }

  void add_entry(const std::string& section, const std::string& id, const std::string& replaces) {
    auto body = Plain::mapping({{"id", id}});
    if (!replaces.empty()) body.set("replaces", replaces);
    if (one_in(4)) body.set("basis", some_basis(overlay_->id));
    for (const auto& field : fields().at(section)) {
      if (field.shape == Shape::text && one_in(2)) body.set(field.name, some_text());
      if (field.shape == Shape::word || field.shape == Shape::members) {
        const auto all = choices(field.names, {id});
        if (all.empty() || (one_in(2) && section != "exclusions")) continue;
        body.set(field.name, field.shape == Shape::word ? Plain(any_of(all)) : written_list({any_of(all)}));
      }
    }
    if (section == "measures") add_indicators(body);
    overlay_->sections[section].push_back(body);
    state(section, body, overlay_->basis, overlay_->id);
    ++stack_.tally["new"];
  }

  bool add_link() {
    const auto& ends = any_of(link_ends);
    const auto from = choices(ends.from);
    if (from.empty()) return false;
    const auto& start = any_of(from);
    const auto to = choices(ends.to, ends.from == ends.to ? Strings{start} : Strings{});
    if (to.empty()) return false;
    auto body = Plain::mapping({{"id", "link" + std::to_string(++counter_)},
                                {"kind", ends.kind},
                                {"from", written_list({start})},
                                {"to", written_list({any_of(to)})}});
    if (one_in(2)) body.set("because", "as is known");
    if (one_in(3)) body.set("basis", some_basis(overlay_->id));
    overlay_->sections["links"].push_back(body);
    state("links", body, overlay_->basis, overlay_->id);
    ++stack_.tally["new"];
    return true;
  }

  // The one catalogue that is edited by hand

  /// Writes the new ids where the old ones stood; what then stands twice once.
  void rename(Plain& list, const std::string& section) const {
    const auto one = [&](Plain& item) {
      auto& said = inside(item);
      if (said.kind != Plain::Kind::text) return;
      const auto now = find(section, meant(section, said.text));
      if (now && !records_[*now].withdrawn) said.text = records_[*now].id;
    };
    if (list.kind != Plain::Kind::list) {
      one(list);
      return;
    }
    std::vector<Plain> kept;
    for (auto& item : list.items) {
      one(item);
      const auto same = [&](const Plain& other) { return bare(other) == bare(item); };
      if (std::ranges::none_of(kept, same)) kept.push_back(item);
    }
    list.items = kept;
  }

  void rename_all(Record& record) const {
    const auto at = [&](Plain& holder, const std::string& key, const std::string& section) {
      if (auto* found = holder.find(key)) rename(*found, section);
    };
    if (const auto known = fields().find(record.section); known != fields().end()) {
      for (const auto& field : known->second) {
        if (!field.names.empty()) at(record.body, field.name, field.names);
      }
    }
    if (record.section == "mechanisms") {
      for (const auto* key : {"acts-on", "spares"}) {
        auto* list = record.body.find(key);
        if (list == nullptr) continue;
        for (auto& item : list->items) at(inside(item), "natures", "natures");
      }
    }
    if (record.section == "links") {
      const auto kind = record.body.find("kind")->text;
      const auto ends = std::ranges::find(link_ends, kind, &LinkEnds::kind);
      at(record.body, "from", kind == "involves" ? "stakeholders" : ends->from);
      at(record.body, "to", kind == "involves" ? "measures" : ends->to);
      for (const auto& limit : limits) at(record.body, limit, limit);
    }
  }

  /// The rule, or what is wrapped around it: where its basis stands.
  static Plain* rule_called(Record& criterion, const std::string& id) {
    for (auto& item : criterion.body.find("rules")->items) {
      if (name_of_member(item) == id) return inside(item).find("basis") != nullptr ? &inside(item) : &item;
    }
    return nullptr;
  }

  NamedText by_hand() {
    std::map<std::string, std::string> sections;
    for (auto& record : records_) {
      if (record.gone) continue;
      rename_all(record);
      for (const auto& [what, basis] : record.counted) {
        auto* whole = record.section == "level-criteria" ? rule_called(record, what) : &record.body;
        if (whole != nullptr) lower(*whole, basis);
      }
      sections[record.section] += "  - " + to_yaml(record.body) + '\n';
    }
    std::string text =
        "catalog: {schema: 1, id: by-hand, version: 1.0.0, released: 2026-11-22, sources: [{id: report, title: The report}";
    for (const auto& overlay : stack_.overlays) text += ", {id: " + overlay.id + "-report}";
    text += "]}\n";
    for (const auto& [section, items] : sections) text += section + ":\n" + items;
    return {"by-hand.yaml", text};
  }

  RandomStack stack_;
  RandomOverlay* overlay_ = nullptr;
  std::vector<Record> records_;
  std::vector<Touch> touched_;
  std::map<std::pair<std::string, std::string>, std::string> replaced_;
  std::map<std::string, std::string> owners_;  ///< of rules that an overlay states
  int counter_ = 0;
};

}  // namespace

rc::Gen<RandomStack> random_stack(std::size_t most) {
  return rc::gen::noShrink(rc::gen::exec([most] { return Maker().make(most); }));
}

NamedText text_of(const RandomOverlay& overlay) {
  std::string text = "catalog: {schema: 1, id: " + overlay.id + ", version: 1.0.0, released: 2026-11-22, depends-on: [";
  for (const auto& below : overlay.depends_on) text += (text.back() == '[' ? "" : ", ") + below;
  text += "], sources: [{id: " + overlay.id + "-report}]}\nbasis: " + to_yaml(overlay.basis) + '\n';
  for (const auto& [section, entries] : overlay.sections) {
    text += section + ":\n";
    for (const auto& entry : entries) text += "  - " + to_yaml(entry) + '\n';
  }
  if (!overlay.edits.empty()) text += "edits:\n";
  for (const auto& edit : overlay.edits) text += "  - " + to_yaml(edit.written) + '\n';
  return {overlay.id + ".yaml", text};
}

std::vector<NamedText> RandomStack::texts() const {
  auto all = base;
  for (const auto& overlay : overlays) all.push_back(text_of(overlay));
  return all;
}

std::ostream& operator<<(std::ostream& stream, const RandomStack& stack) {
  for (const auto& text : stack.texts()) stream << "--- " << text.name << '\n' << text.text;
  return stream << "--- " << stack.by_hand.name << '\n' << stack.by_hand.text;
}

}  // namespace michibiki::testing
