#pragma once

namespace michibiki::testing {

/// How many of something make an input large. The sanitizers are slow and look closer: for them a tenth is enough.
constexpr int large(int count) {
#if defined(__SANITIZE_ADDRESS__)
  return count / 10;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
  return count / 10;
#else
  return count;
#endif
#else
  return count;
#endif
}

}  // namespace michibiki::testing
