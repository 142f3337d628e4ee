#include "reports/derivation_markdown.hpp"

#include "reports/markdown_page.hpp"
#include "reports/sections.hpp"
#include "reports/summary.hpp"

namespace michibiki {

std::string derivation_markdown(const DerivationReport& report, Language language) {
  Page page = summary(report, language, {});
  append(page, detail_sections(report, language, Detail::full));
  return draw_markdown(page);
}

}  // namespace michibiki
