#include "tests/support/edits_by_hand.hpp"

#include <algorithm>

namespace michibiki::testing {
namespace {

Plain& inside(Plain& plain) {
  auto* is = plain.find("is");
  return is == nullptr ? plain : *is;
}

Plain* at(Plain& body, const Path& path) {
  return const_cast<Plain*>(testing::at(static_cast<const Plain&>(body), path));
}

/// What holds the last step of the path.
Plain& holder(Plain& body, const Path& path) { return inside(*at(body, {path.begin(), path.end() - 1})); }

Plain believed(Plain value, const Plain& basis) {
  if (value.find("is") != nullptr) {
    if (value.find("basis") == nullptr) value.set("basis", basis);
    return value;
  }
  return Plain::mapping({{"is", std::move(value)}, {"basis", basis}});
}

/// How firm, by the word with which a basis begins.
int rank(const Plain& basis) {
  const auto& word = basis.kind == Plain::Kind::text ? basis.text : basis.entries.front().first;
  return word == "stated" ? 2 : word == "judgement" ? 1 : 0;
}

/// The basis of what an edit brings.
Plain effective(const Manner& manner) {
  const auto basis = manner.basis.value_or(manner.of_file);
  // A reason of the edit is that of the belief, unless the edit's own basis gives one.
  const bool has_own = manner.basis && manner.basis->kind == Plain::Kind::mapping;
  const int firm = rank(basis);
  if (!manner.because || firm == 2 || has_own) return basis;
  return Plain::mapping({{firm == 1 ? "judgement" : "unverified", *manner.because}});
}

Plain brought(const Plain& value, const Manner& manner) {
  auto result = believed(value, effective(manner));
  if (manner.because && result.find("because") == nullptr) result.set("because", *manner.because);
  return result;
}

/// It is no firmer than anything that counts with it.
void lower(Plain& whole, const Plain& basis) {
  if (rank(basis) < rank(*whole.find("basis"))) whole.set("basis", basis);
}

/// That whose basis counts for what stands there: the rule, or what is wrapped around it, or else the entry.
Plain& whole_around(Plain& body, const Path& path) {
  if (path.front() != "rules") return body;
  auto& rule = *at(body, {path[0], path[1]});
  return inside(rule).find("basis") != nullptr ? inside(rule) : rule;
}

/// Writes beside every statement of an entry why it is believed, so that no other change touches that.
void explain(const std::string& section, Plain& body, const Plain& of_file) {
  const auto basis = body.find("basis") != nullptr ? *body.find("basis") : of_file;
  body.set("basis", basis);
  const auto one = [&](const std::string& name) {
    if (auto* found = body.find(name)) *found = believed(*found, basis);
  };
  const auto each = [&](const std::string& name) {
    auto* found = body.find(name);
    if (found == nullptr) return;
    for (auto& item : found->items) item = believed(item, basis);
    for (auto& [key, value] : found->entries) value = believed(value, basis);
  };
  if (const auto known = entry_fields().find(section); known != entry_fields().end()) {
    for (const auto& field : known->second) {
      if (field.shape == FieldShape::members) each(field.name);
      if (field.shape == FieldShape::text || field.shape == FieldShape::word) one(field.name);
    }
  }
  if (section == "mechanisms") {
    each("acts-on");
    each("spares");
  }
  if (section == "patterns") each("levels");
  if (section == "measures") each("indicators");
  if (section == "level-criteria") each("rules");
  one("always");
}

}  // namespace

Plain bare(const Plain& plain) {
  if (const auto* is = plain.find("is")) return bare(*is);
  Plain result = plain;
  for (auto& item : result.items) item = bare(item);
  result.erase("basis");
  result.erase("because");
  for (auto& [key, value] : result.entries) value = bare(value);
  return result;
}

const Plain* at(const Plain& body, const Path& path) {
  const auto* here = &body;
  for (const auto& step : path) {
    if (const auto* is = here->find("is")) here = is;
    if (here->kind == Plain::Kind::list) {
      const auto member = std::ranges::find(here->items, step, name_of_member);
      here = member == here->items.end() ? nullptr : &*member;
    } else {
      here = here->find(step);
    }
    if (here == nullptr) return nullptr;
  }
  return here;
}

std::string name_of_member(const Plain& member) {
  const auto said = bare(member);
  for (const auto* key : {"id", "key"}) {
    if (const auto* name = said.find(key)) return name->text;
  }
  return to_yaml(said);
}

void CatalogByHand::state(const std::string& section, const Plain& written, const Plain& of_file,
                          const std::string& owner) {
  HandRecord record{section, written.find(section == "level-criteria" ? "property" : "id")->text, written, owner};
  if (const auto* replaces = written.find("replaces")) replaced_[{section, replaces->text}] = record.id;
  explain(section, record.body, of_file);
  records_.push_back(std::move(record));
}

std::optional<std::size_t> CatalogByHand::find(const std::string& section, const std::string& id) const {
  for (std::size_t i = 0; i < records_.size(); ++i) {
    if (records_[i].section == section && records_[i].id == id) return i;
  }
  return std::nullopt;
}

std::string CatalogByHand::meant(const std::string& section, std::string id) const {
  for (auto now = replaced_.find({section, id}); now != replaced_.end(); now = replaced_.find({section, id})) {
    id = now->second;
  }
  return id;
}

bool CatalogByHand::lies_under(const std::string& section, std::string id, const std::string& above) const {
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

void CatalogByHand::put(std::size_t record, const Path& path, const Plain& is, const Manner& manner) {
  holder(records_[record].body, path).set(path.back(), brought(is, manner));
}

void CatalogByHand::put_counted(std::size_t record, const Path& path, const Plain& is, const Manner& manner) {
  holder(records_[record].body, path).set(path.back(), is);
  records_[record].counted[path] = effective(manner);
}

void CatalogByHand::remove(std::size_t record, const Path& path) {
  auto& edited = records_[record];
  auto& from = holder(edited.body, path);
  if (from.kind == Plain::Kind::list) {
    std::erase_if(from.items, [&](const Plain& one) { return name_of_member(one) == path.back(); });
    if (from.items.empty()) edited.body.erase(path.front());
  } else {
    from.erase(path.back());
  }
  std::erase_if(edited.counted, [&](const auto& counted) {
    return counted.first.size() >= path.size() && std::equal(path.begin(), path.end(), counted.first.begin());
  });
}

void CatalogByHand::append(std::size_t record, const std::string& field, const Plain& member, const Manner& manner) {
  auto& body = records_[record].body;
  if (body.find(field) == nullptr) body.set(field, Plain::list({}));
  body.find(field)->items.push_back(brought(member, manner));
}

void CatalogByHand::exchange(std::size_t record, const EntryField& field, const std::vector<std::string>& was,
                             const std::vector<std::string>& is, const Manner& manner) {
  auto& edited = records_[record];
  const auto* now = edited.body.find(field.name);
  auto members = now == nullptr ? std::vector<Plain>{} : now->items;
  const auto goes = [&](const Plain& member) { return std::ranges::count(was, bare(member).text) != 0; };
  const auto place = std::ranges::find_if(members, goes) - members.begin();
  std::erase_if(members, goes);
  std::vector<Plain> news;
  for (const auto& id : is) {
    news.push_back(field.shape == FieldShape::members ? brought(Plain(id), manner) : Plain(id));
  }
  members.insert(members.begin() + place, news.begin(), news.end());
  edited.body.set(field.name, Plain::list(members));
  if (members.empty()) edited.body.erase(field.name);
  if (field.shape == FieldShape::counted) {
    for (const auto& id : was) edited.counted.erase({field.name, id});
    for (const auto& id : is) edited.counted[{field.name, id}] = effective(manner);
  }
}

void CatalogByHand::withdraw(std::size_t record) {
  auto& edited = records_[record];
  edited.withdrawn = true;
  edited.gone = edited.section == "links" || edited.section == "level-criteria";
  edited.body.set("status", "withdrawn");
}

/// Writes the new ids where the old ones stood; what then stands twice once.
void CatalogByHand::rename(Plain& plain, const std::string& section) const {
  const auto one = [&](Plain& item) {
    auto& said = inside(item);
    if (said.kind != Plain::Kind::text) return;
    const auto now = find(section, meant(section, said.text));
    if (now && !records_[*now].withdrawn) said.text = records_[*now].id;
  };
  if (plain.kind != Plain::Kind::list) {
    one(plain);
    return;
  }
  std::vector<Plain> kept;
  for (auto& item : plain.items) {
    one(item);
    const auto same = [&](const Plain& other) { return bare(other) == bare(item); };
    if (std::ranges::none_of(kept, same)) kept.push_back(item);
  }
  plain.items = kept;
}

void CatalogByHand::rename_all(HandRecord& record) const {
  const auto in = [&](Plain& plain, const std::string& key, const std::string& section) {
    if (auto* found = plain.find(key)) rename(*found, section);
  };
  if (const auto known = entry_fields().find(record.section); known != entry_fields().end()) {
    for (const auto& field : known->second) {
      if (!field.names.empty()) in(record.body, field.name, field.names);
    }
  }
  if (record.section == "mechanisms") {
    for (const auto* key : {"acts-on", "spares"}) {
      auto* list = record.body.find(key);
      if (list == nullptr) continue;
      for (auto& item : list->items) in(inside(item), "natures", "natures");
    }
  }
  if (record.section == "links") {
    const auto kind = record.body.find("kind")->text;
    const auto ends = std::ranges::find(link_ends(), kind, &LinkEnds::kind);
    in(record.body, "from", kind == "involves" ? "stakeholders" : ends->from);
    in(record.body, "to", kind == "involves" ? "measures" : ends->to);
    for (const auto& limit : link_limits()) in(record.body, limit, limit);
  }
}

std::string CatalogByHand::text() const {
  std::map<std::string, std::vector<Plain>> sections;
  for (auto record : records_) {
    if (record.gone) continue;
    rename_all(record);
    for (const auto& [path, basis] : record.counted) lower(whole_around(record.body, path), basis);
    sections[record.section].push_back(record.body);
  }
  std::string text;
  for (const auto& [section, entries] : sections) text += to_section(section, entries);
  return text;
}

}  // namespace michibiki::testing
