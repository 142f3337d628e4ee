#include "tests/support/random_overlays.hpp"

#include <algorithm>
#include <optional>

#include "tests/support/edits_by_hand.hpp"
#include "tests/support/overlay_base.hpp"
#include "tests/support/overlay_fields.hpp"
#include "tests/support/pick.hpp"

namespace michibiki::testing {
namespace {

std::string report_of(const std::string& overlay) { return overlay + "-report"; }

Plain some_basis(const std::string& by) {
  switch (pick(4)) {
    case 0:
      return "unverified";
    case 1:
      return Plain::mapping({{"unverified", Plain("heard by " + by)}});
    case 2:
      return Plain::mapping({{"judgement", Plain("thought by " + by)}});
    default:
      return Plain::mapping({{"stated", Plain(report_of(by))}, {"at", Plain("page " + std::to_string(pick(9)))}});
  }
}

Plain list_of(const Strings& ids) {
  auto list = Plain::list({});
  for (const auto& id : ids) list.items.emplace_back(id);
  return list;
}

/// Now and then one without a list around it.
Plain one_or_list(const Strings& ids) {
  if (ids.size() == 1 && one_in(2)) return ids.front();
  return list_of(ids);
}

Strings some_of(const Strings& all) {
  Strings some{any_of(all)};
  for (const auto& id : all) {
    if (id != some.front() && one_in(4)) some.push_back(id);
  }
  return some;
}

/// How edits name it.
std::string joined(const Path& path) {
  std::string text;
  for (const auto& step : path) text += (text.empty() ? "" : ".") + step;
  return text;
}

/// Writes overlays, and has every edit made by hand as well.
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
  /// Who changed what.
  struct Touch {
    std::size_t record;
    Path path;
    std::string by;
    bool appends;
  };

  void make_base() {
    for (const auto& [name, content] : base_files()) {
      std::string yaml;
      for (const auto& [section, said] : content.entries) {
        if (said.kind != Plain::Kind::list) {
          yaml += section + ": " + to_yaml(said) + '\n';
          continue;
        }
        yaml += to_section(section, said.items);
        for (const auto& item : said.items) hand_.state(section, item, *content.find("basis"), "");
      }
      stack_.base.push_back({name, yaml});
    }
  }

  NamedText by_hand() const {
    std::string text =
        "catalog: {schema: 1, id: by-hand, version: 1.0.0, released: 2026-11-22, sources: [{id: report, title: The report}";
    for (const auto& overlay : stack_.overlays) text += ", {id: " + report_of(overlay.id) + '}';
    return {"by-hand.yaml", text + "]}\n" + hand_.text()};
  }

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

  Manner some_manner() const {
    Manner manner;
    if (one_in(4)) manner.basis = some_basis(overlay_->id);
    if (one_in(4)) manner.because = Plain("reason " + std::to_string(pick(100)));
    manner.of_file = overlay_->basis;
    return manner;
  }

  // What the overlay that is being made sees, and what it may change

  const HandRecord& record_at(std::size_t position) const { return hand_.records()[position]; }

  bool sees(const std::string& other) const { return stack_.below.at(overlay_->id).contains(other); }
  bool visible(const HandRecord& record) const {
    return record.owner.empty() || record.owner == overlay_->id || sees(record.owner);
  }
  bool editable(const HandRecord& record) const {
    return !record.withdrawn && (record.owner.empty() || sees(record.owner));
  }

  /// Ids that may be named in that section, without those given.
  Strings choices(const std::string& section, const Strings& without = {}) const {
    Strings found;
    for (const auto& record : hand_.records()) {
      if (record.section != section || record.withdrawn || !visible(record)) continue;
      if (record.body.find("group") != nullptr || std::ranges::count(without, record.id) != 0) continue;
      found.push_back(record.id);
    }
    return found;
  }

  /// What may be named in a list and does not stand in it yet, under this id or an earlier one.
  Strings unnamed(const HandRecord& record, const EntryField& field) const {
    Strings named;
    if (const auto* list = record.body.find(field.name)) {
      for (const auto& item : list->items) {
        named.push_back(bare(item).text);
        named.push_back(hand_.meant(field.names, named.back()));
      }
    }
    if (field.shape != FieldShape::tags) return choices(field.names, named);
    Strings tags{"red", "green", "blue", "round"};
    std::erase_if(tags, [&](const std::string& tag) { return std::ranges::count(named, tag) != 0; });
    return tags;
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

  // Edits

  static std::string called(const HandRecord& record) {
    // Now and then by its old name.
    const auto* replaces = record.body.find("replaces");
    if (replaces != nullptr && record.owner.empty() && one_in(3)) {
      return singular(record.section) + ' ' + replaces->text;
    }
    return singular(record.section) + ' ' + record.id;
  }

  void write(const char* action, const HandRecord& record, const std::string& field, std::optional<Plain> was,
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
    for (std::size_t i = 0; i < hand_.records().size(); ++i) {
      const auto& section = record_at(i).section;
      const bool fits = wanted == 0 ? section == "measures" : wanted == 1 ? section == "level-criteria" : true;
      if (fits && !record_at(i).gone) among.push_back(i);
    }
    const auto position = any_of(among);
    if (!editable(record_at(position))) return false;
    const auto& section = record_at(position).section;
    if (section == "links") return one_in(5) ? withdraw(position) : change_link(position);
    if (section == "level-criteria") return change_rules(position);
    if (section == "placement") return change_placement(position);
    if (!entry_fields().contains(section)) return false;
    switch (pick(6)) {
      case 0:
        return withdraw(position);
      case 1:
        return section == "measures" && change_indicators(position);
      case 2:
        return add_anything();
      default:
        return change_field(position, any_of(entry_fields().at(section)));
    }
  }

  bool change_field(std::size_t position, const EntryField& field) {
    switch (field.shape) {
      case FieldShape::text:
        return change_text(position, field.name);
      case FieldShape::word:
        return change_word(position, field);
      case FieldShape::members:
        return change_members(position, field, record_at(position).section == "exclusions" ? 1 : 0);
      case FieldShape::tags:
        return change_members(position, field);
      case FieldShape::counted:
        return change_parent(position, field);
    }
    return false;
  }

  /// A statement that is one value: adds, replaces or withdraws it.
  bool change_value(std::size_t position, const Path& path, const Plain& news) {
    const auto& record = record_at(position);
    if (!free(position, path)) return false;
    const auto* now = at(record.body, path);
    const auto manner = some_manner();
    auto is = news;
    if (one_in(6)) {  // brings its own basis
      is = Plain::mapping({{"is", news}, {"basis", some_basis(overlay_->id)}});
    }
    if (now == nullptr) {
      write("add", record, joined(path), {}, is, manner);
      hand_.put(position, path, is, manner);
    } else if (one_in(4)) {
      write("withdraw", record, joined(path), bare(*now), {}, manner);
      hand_.remove(position, path);
    } else {
      write("replace", record, joined(path), bare(*now), is, manner);
      hand_.put(position, path, is, manner);
    }
    touch(position, path);
    return true;
  }

  bool change_text(std::size_t position, const std::string& field) {
    const auto& body = record_at(position).body;
    if (body.find(field) == nullptr || !one_in(3)) return change_value(position, {field}, some_text());
    if (at(body, {field, "en"}) == nullptr) return false;
    ++stack_.tally["language"];
    return change_value(position, {field, "en"}, Plain("word " + std::to_string(pick(99))));
  }

  bool change_word(std::size_t position, const EntryField& field) {
    const auto news = choices(field.names);
    return !news.empty() && change_value(position, {field.name}, any_of(news));
  }

  bool change_parent(std::size_t position, const EntryField& field) {
    const auto& record = record_at(position);
    const Path path{field.name};
    if (!free(position, path)) return false;
    auto news = choices(field.names, {record.id});
    std::erase_if(news, [&](const std::string& id) { return hand_.lies_under(field.names, id, record.id); });
    const auto* now = record.body.find(field.name);
    const auto was = now == nullptr ? std::nullopt : std::optional(*now);
    const auto manner = some_manner();
    if (was && one_in(3)) {
      write("withdraw", record, field.name, was, {}, manner);
      hand_.remove(position, path);
    } else if (news.empty()) {
      return false;
    } else {
      const Plain is(any_of(news));
      write(was ? "replace" : "add", record, field.name, was, is, manner);
      hand_.put_counted(position, path, is, manner);
    }
    touch(position, path);
    return true;
  }

  /// A list, of which so many have to stay.
  bool change_members(std::size_t position, const EntryField& field, std::size_t least = 0) {
    enum class How { add, withdraw_one, replace_one, replace_all };
    const auto& record = record_at(position);
    const auto* now = record.body.find(field.name);
    Strings before;
    if (now != nullptr) {
      for (const auto& member : now->items) before.push_back(bare(member).text);
    }
    const auto fresh = unnamed(record, field);
    const auto manner = some_manner();
    const auto how = static_cast<How>(pick(4));
    if (how != How::add && before.empty()) return false;
    if (how == How::withdraw_one ? before.size() == least : fresh.empty()) return false;
    if (how == How::replace_all && (!free(position, {field.name}) || !of_one_mind(position, {field.name})))
      return false;
    Strings was;
    if (how == How::replace_all) was = before;
    if (how == How::withdraw_one || how == How::replace_one) was = {any_of(before)};
    const auto is = how == How::withdraw_one ? Strings{} : some_of(fresh);
    auto parts = is;
    parts.insert(parts.end(), was.begin(), was.end());
    const auto may = [&](const std::string& id) { return free(position, {field.name, id}); };
    // A link without a limit holds everywhere: the first member of one is a limit stated anew.
    if (!std::ranges::all_of(parts, may) || (now == nullptr && !free(position, {field.name}))) return false;
    switch (how) {
      case How::add:
        write("add", record, field.name, {}, now == nullptr && least > 0 ? list_of(is) : one_or_list(is), manner);
        break;
      case How::withdraw_one:
        write("withdraw", record, field.name, Plain(was.front()), {}, manner);
        break;
      case How::replace_one:
        write("replace", record, field.name, Plain(was.front()), one_or_list(is), manner);
        break;
      case How::replace_all:
        write("replace", record, field.name, list_of(was), list_of(is), manner);
        touch(position, {field.name});
        break;
    }
    hand_.exchange(position, field, was, is, manner);
    for (const auto& part : parts) touch(position, {field.name, part});
    ++stack_.tally["members"];
    return true;
  }

  bool change_link(std::size_t position) {
    const auto kind = record_at(position).body.find("kind")->text;
    const auto ends = std::ranges::find(link_ends(), kind, &LinkEnds::kind);
    if (ends == link_ends().end()) return false;
    const auto change = [&](const std::string& field, const std::string& section) {
      return change_members(position, {field, FieldShape::counted, section}, 1);
    };
    switch (pick(4)) {
      case 0:
        return ends->from != ends->to && change("from", ends->from);
      case 1:
        return ends->from != ends->to && change("to", ends->to);
      default: {
        const auto& limit = any_of(link_limits());
        return change(limit, limit);
      }
    }
  }

  bool change_indicators(std::size_t position) {
    const auto& record = record_at(position);
    const auto* list = record.body.find("indicators");
    const auto manner = some_manner();
    if (list == nullptr || one_in(5)) {
      const auto key = "n" + std::to_string(++counter_);
      const auto made = some_indicator(key);
      if (!free(position, {"indicators", key})) return false;
      write("add", record, "indicators", {}, made, manner);
      hand_.append(position, "indicators", made, manner);
      touch(position, {"indicators", key});
      return true;
    }
    const auto& indicator = any_of(list->items);
    const Path path{"indicators", name_of_member(indicator)};
    const auto under = [&](const Strings& steps) {
      auto longer = path;
      longer.insert(longer.end(), steps.begin(), steps.end());
      return longer;
    };
    ++stack_.tally["indicators"];
    if (one_in(5)) {
      if (!free(position, path)) return false;
      write("withdraw", record, "indicators", bare(indicator), {}, manner);
      hand_.remove(position, path);
      touch(position, path);
      return true;
    }
    if (one_in(4)) return change_value(position, under({"title"}), some_text());
    const auto& pattern = any_of(base_patterns());
    const auto* values = at(record.body, under({"values"}));
    const auto value_path = under({"values", pattern});
    if (values->entries.empty()) return false;
    if (values->find(pattern) == nullptr) {  // a key that is added
      if (!free(position, value_path)) return false;
      const auto value = some_value();
      write("add", record, joined(under({"values"})), {}, Plain::mapping({{pattern, value}}), manner);
      hand_.put(position, value_path, value, manner);
      touch(position, value_path);
      return true;
    }
    if (values->entries.size() < 2 && one_in(2)) return false;
    ++stack_.tally["values"];
    return change_value(position, value_path, some_value());
  }

  bool change_rules(std::size_t position) {
    const auto& record = record_at(position);
    const auto& rules = record.body.find("rules")->items;
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
      hand_.append(position, "rules", rule, manner);
      touch(position, {"rules", id}, true);
      owners_[id] = overlay_->id;
      ++stack_.tally["rules"];
      return true;
    }
    const auto id = name_of_member(any_of(rules));
    if (owners_.contains(id) && !sees(owners_.at(id))) return false;
    if (rules.size() > 1 && one_in(3)) {
      if (!free(position, {"rules", id})) return false;
      write("withdraw", record, "", {}, {}, manner, "rule " + id);
      hand_.remove(position, {"rules", id});
      touch(position, {"rules", id});
    } else {
      const Path then{"rules", id, "then"};
      if (!free(position, then)) return false;
      replace_then(position, then, any_of(levels), manner, id);
    }
    ++stack_.tally["rules"];
    return true;
  }

  /// What follows from a rule of that id.
  void replace_then(std::size_t position, const Path& path, const Plain& is, const Manner& manner,
                    const std::string& rule) {
    const auto& record = record_at(position);
    write("replace", record, "then", *at(record.body, path), is, manner, "rule " + rule);
    hand_.put_counted(position, path, is, manner);
    touch(position, path);
  }

  bool change_placement(std::size_t position) {
    if (!free(position, {"then"})) return false;
    const auto manner = some_manner();
    replace_then(position, {"then"}, one_in(2) ? "ch1" : "ch2", manner, record_at(position).id);
    return true;
  }

  /// Withdraws all rules of a property and states others.
  bool state_rules_anew(std::size_t position) {
    if (!free(position, {})) return false;
    write("withdraw", record_at(position), "", {}, {}, {});
    touch(position, {});
    hand_.withdraw(position);
    const auto id = "rule" + std::to_string(++counter_);
    const auto rule = Plain::mapping({{"id", id}, {"then", one_in(2) ? "lv0" : "lv1"}});
    state("level-criteria", Plain::mapping({{"property", "q"}, {"rules", Plain::list({rule})}}));
    ++stack_.tally["anew"];
    return true;
  }

  bool withdraw(std::size_t position) {
    static const std::set<std::string> sections{"natures",  "mechanisms", "components",   "assets", "threats",
                                                "controls", "measures",   "stakeholders", "links",  "vulnerabilities"};
    const auto section = record_at(position).section;
    const auto id = record_at(position).id;
    if (!sections.contains(section) || !free(position, {})) return false;
    const bool is_parent = std::ranges::any_of(hand_.records(), [&](const HandRecord& record) {
      const auto* parent = record.body.find("parent");
      return record.section == section && !record.withdrawn && parent != nullptr &&
             hand_.meant(section, bare(*parent).text) == id;
    });
    const bool replaces = section != "links" && one_in(4);
    if (is_parent && !replaces) return false;
    auto manner = some_manner();
    manner.basis.reset();
    write("withdraw", record_at(position), "", {}, {}, manner);
    touch(position, {});
    hand_.withdraw(position);
    if (replaces) {
      add_entry(section, id + "-" + std::to_string(++counter_), id);
      ++stack_.tally["replaces"];
    }
    return true;
  }

  // What is new

  void state(const std::string& section, const Plain& entry) {
    overlay_->sections[section].push_back(entry);
    hand_.state(section, entry, overlay_->basis, overlay_->id);
  }

  bool add_anything() {
    static const Strings sections{"assets", "threats", "controls", "measures", "components", "links", "links"};
    const auto& section = any_of(sections);
    if (section == "links") return add_link();
    add_entry(section, "e" + std::to_string(++counter_), {});
    return true;
  }

  void add_entry(const std::string& section, const std::string& id, const std::string& replaces) {
    auto entry = Plain::mapping({{"id", id}});
    if (!replaces.empty()) entry.set("replaces", replaces);
    if (one_in(4)) entry.set("basis", some_basis(overlay_->id));
    for (const auto& field : entry_fields().at(section)) {
      if (field.shape == FieldShape::text && one_in(2)) entry.set(field.name, some_text());
      if (field.shape == FieldShape::word || field.shape == FieldShape::members) {
        const auto all = choices(field.names, {id});
        if (all.empty() || one_in(2)) continue;
        entry.set(field.name, field.shape == FieldShape::word ? Plain(any_of(all)) : list_of({any_of(all)}));
      }
    }
    if (section == "measures") add_indicators(entry);
    state(section, entry);
    ++stack_.tally["new"];
  }

  bool add_link() {
    const auto& ends = any_of(link_ends());
    const auto from = choices(ends.from);
    if (from.empty()) return false;
    const auto& start = any_of(from);
    const auto to = choices(ends.to, ends.from == ends.to ? Strings{start} : Strings{});
    if (to.empty()) return false;
    auto link = Plain::mapping({{"id", "link" + std::to_string(++counter_)},
                                {"kind", ends.kind},
                                {"from", list_of({start})},
                                {"to", list_of({any_of(to)})}});
    if (one_in(2)) link.set("because", "as is known");
    if (one_in(3)) link.set("basis", some_basis(overlay_->id));
    state("links", link);
    ++stack_.tally["new"];
    return true;
  }

  RandomStack stack_;
  CatalogByHand hand_;
  RandomOverlay* overlay_ = nullptr;  ///< that is being made
  std::vector<Touch> touched_;
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
  text += "], sources: [{id: " + report_of(overlay.id) + "}]}\nbasis: " + to_yaml(overlay.basis) + '\n';
  for (const auto& [section, entries] : overlay.sections) text += to_section(section, entries);
  std::vector<Plain> edits;
  for (const auto& edit : overlay.edits) edits.push_back(edit.written);
  if (!edits.empty()) text += to_section("edits", edits);
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
