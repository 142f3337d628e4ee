# shellcheck shell=bash
# Installing what is missing. Sourced; needs $root.
: "${root:?}"

# installed PACKAGE
installed() {
  [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# require_packages LIST...: makes sure that every package of scripts/packages/LIST.txt is installed. Does nothing, and asks no
# network, when they are. Ends the script with 3 when they are not and this user may not install them.
require_packages() {
  local list package install log=$root/build/install.log
  local -a missing=() files=() as_root=()
  for list in "$@"; do files+=("$root/scripts/packages/$list.txt"); done

  if ! command -v dpkg-query >/dev/null; then
    echo "Not a Debian: these packages or their like are expected to be here: $(sed '/^#/d' "${files[@]}" | paste -sd ' ')" >&2
    return
  fi
  while read -r package; do installed "$package" || missing+=("$package"); done < <(sed '/^#/d' "${files[@]}")
  [ ${#missing[@]} -gt 0 ] || return 0

  install="apt-get install -y --no-install-recommends ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null || { [ ! -t 0 ] && ! sudo -n true 2>/dev/null; }; then
      {
        echo "Missing packages: ${missing[*]}"
        echo "Installing them needs root, and there is no sudo to ask. As root, this line installs them:"
        echo "  apt-get update && $install"
      } >&2
      exit 3
    fi
    as_root=(sudo)
  fi
  echo "Installing ${missing[*]}" >&2
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  mkdir -p "$root/build"
  # shellcheck disable=SC2086 # $install is a line of words
  if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" $install -o DPkg::Lock::Timeout=300; } >"$log" 2>&1 </dev/null; then
    {
      tail -n 15 "$log"
      echo "Installing failed (all of it: build/install.log). The line that was tried:"
      echo "  apt-get update && $install"
    } >&2
    exit 3
  fi
}
