#include "model/catalog.hpp"

namespace michibiki {

Catalog::Catalog() = default;
Catalog::~Catalog() = default;
Catalog::Catalog(const Catalog&) = default;
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(const Catalog&) = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;

const Entry& Catalog::entry(EntryRef wanted) const {
  return visit_table(*this, wanted.kind, [&](const auto& table) -> const Entry& { return table.at(wanted.index); });
}

Entry& Catalog::entry(EntryRef wanted) {
  return visit_table(*this, wanted.kind, [&](auto& table) -> Entry& { return table.at(wanted.index); });
}

std::size_t Catalog::size(EntryKind kind) const {
  return visit_table(*this, kind, [](const auto& table) { return table.size(); });
}

std::optional<EntryRef> Catalog::find(EntryKind kind, std::string_view code) const {
  return visit_table(*this, kind, [&](const auto& table) -> std::optional<EntryRef> {
    const auto found = table.find(code);
    return found ? std::optional(ref(*found)) : std::nullopt;
  });
}

EntryRef Catalog::add(EntryKind kind, Entry entry) {
  return visit_table(*this, kind, [&]<typename T>(Table<T>& table) {
    T item{};
    static_cast<Entry&>(item) = std::move(entry);
    return ref(table.add(std::move(item)));
  });
}

}  // namespace michibiki
