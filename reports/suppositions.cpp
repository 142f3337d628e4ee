#include "reports/suppositions.hpp"

#include <algorithm>

#include "model/text.hpp"
#include "reports/entry_words.hpp"
#include "reports/link_text.hpp"
#include "reports/naming.hpp"
#include "reports/statement_text.hpp"
#include "reports/what_if_words.hpp"

namespace michibiki {
namespace {

std::vector<LinkId> links_of(const Catalog& catalog, const SupposedStatements& statements) {
  std::vector<LinkId> links;
  for (const auto fact : statements.facts) {
    const auto link = std::ranges::find(catalog.links, fact, &Link::fact);
    if (link != catalog.links.end()) links.emplace_back(static_cast<std::size_t>(link - catalog.links.begin()));
  }
  return links;
}

/// More than one thing at one end, or held within limits: to name one of each end names a part.
bool has_parts(const Link& link) { return link.from.size() > 1 || link.to.size() > 1 || link.limits != Limits{}; }

std::string whole_link(const Catalog& catalog, const Link& link, Language language) {
  const auto code = [&](EntryRef entry) { return catalog.entry(entry).code; };
  return say(words::whole_link, language, link.code, link_text(link, code, language));
}

class Teller {
 public:
  Teller(const DerivationReport& before, const DerivationReport& after, Language language)
      : before_(before), after_(after), catalog_(after.view.catalog()), language_(language) {}

  std::string operator()(const SupposedStatements& statements) const {
    const auto links = links_of(catalog_, statements);
    if (!links.empty() && links.size() == statements.facts.size() && !statements.stated_anew) return links_text(links);
    auto text = thing_stated(catalog_, statements.facts.front(), language_);
    if (statements.facts.size() > 1) text = say(words::supposed_also, language_, text, statements.facts.size() - 1);
    if (statements.stated_anew) return text + say(words::in_brackets, language_, words::stated_nowhere.in(language_));
    return text + say(words::in_brackets, language_, place_of(catalog_, statements.facts.front()));
  }
  std::string operator()(const SupposedComponent& component) const {
    auto text = say(words::supposed_component, language_, component.code,
                    title_of(catalog_.components[component.type], language_));
    if (component.operated_by)
      text = say(words::supposed_operator, language_, text,
                 title_of(catalog_.stakeholders[*component.operated_by], language_));
    return component.shared ? text : in_service(component.service, text);
  }
  std::string operator()(const SupposedLevel& level) const {
    return in_service(level.service,
                      say(words::supposed_level, language_, title_of(catalog_.properties[level.property], language_),
                          title_of(catalog_.levels[level.level], language_)));
  }
  std::string operator()(const SupposedAnswer& answer) const {
    return in_service(answer.service,
                      say(words::supposed_answer, language_, title_of(catalog_.questions[answer.question], language_),
                          (answer.yes ? words::yes : words::no).in(language_)));
  }
  std::string operator()(const SupposedCatalog& catalog) const {
    return say(words::supposed_catalog, language_, catalog.code);
  }

 private:
  /// All of them: what is named may be a part of several.
  std::string links_text(const std::vector<LinkId>& links) const {
    std::string text;
    for (const auto id : links) {
      const auto& link = catalog_.link(id);
      if (!text.empty()) text += words::semicolon.in(language_);
      text += (has_parts(link) ? whole_link(catalog_, link, language_) : thing_stated(catalog_, link.fact, language_)) +
              say(words::in_brackets, language_, place_of(catalog_, link.fact));
    }
    return text;
  }
  std::string in_service(std::size_t service, const std::string& text) const {
    if (before_.portfolio.services.size() == 1) return text;
    return say(words::supposed_of_service, language_, after_.portfolio.services[service].code, text);
  }

  const DerivationReport& before_;
  const DerivationReport& after_;
  const Catalog& catalog_;
  Language language_;
};

}  // namespace

std::string supposition_text(const DerivationReport& before, const DerivationReport& after, const Supposition& supposed,
                             Language language) {
  return std::visit(Teller(before, after, language), supposed.what);
}

std::string thing_stated(const Catalog& catalog, FactId fact, Language language) {
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    for (std::size_t i = 0; i < catalog.size(static_cast<EntryKind>(kind)); ++i) {
      const EntryRef entry(static_cast<EntryKind>(kind), i);
      if (catalog.entry(entry).fact == fact)
        return say(words::thing, language, words_for(entry.kind).in(language),
                   title_and_id(catalog.entry(entry), language));
    }
  }
  return statement_text(catalog, fact, language);
}

std::vector<LinkId> links_supposed(const Catalog& catalog, const Supposition& supposed) {
  const auto* statements = std::get_if<SupposedStatements>(&supposed.what);
  return statements == nullptr ? std::vector<LinkId>() : links_of(catalog, *statements);
}

std::string option_of(const Supposition& supposed) {
  const bool several_words = supposed.words.find(' ') != std::string::npos;
  const auto words = printable(supposed.words);
  return (supposed.so ? "--with " : "--without ") + (several_words ? '\'' + words + '\'' : words);
}

std::string_view name_of(const Supposition& supposed) {
  struct Names {
    std::string_view operator()(const SupposedStatements&) const { return "statement"; }
    std::string_view operator()(const SupposedComponent&) const { return "component"; }
    std::string_view operator()(const SupposedLevel&) const { return "level"; }
    std::string_view operator()(const SupposedAnswer&) const { return "answer"; }
    std::string_view operator()(const SupposedCatalog&) const { return "catalog"; }
  };
  return std::visit(Names(), supposed.what);
}

}  // namespace michibiki
