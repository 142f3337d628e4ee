# shellcheck shell=bash
# Configuring and building a preset, no more of it than has changed. Sourced; needs $root.
: "${root:?}"

# How many compilers fit: one per core, and 0.7 GB of free memory for each.
parallel_jobs() {
  local cores free_kb limit used jobs
  cores=$(nproc)
  free_kb=$(awk '/^MemAvailable:/ {print $2}' /proc/meminfo)
  if limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null) && [ "$limit" != max ]; then
    used=$(cat /sys/fs/cgroup/memory.current)
    [ $(((limit - used) / 1024)) -ge "$free_kb" ] || free_kb=$(((limit - used) / 1024))
  fi
  jobs=$((free_kb / 716800))
  [ "$jobs" -le "$cores" ] || jobs=$cores
  [ "$jobs" -ge 1 ] || jobs=1
  echo "$jobs"
}

# build_preset PRESET [argument of cmake --build...]
build_preset() {
  local preset=$1 made=$root/build/$1/build.ninja
  shift
  (
    cd "$root" || exit
    # Ninja notices changed CMakeLists.txt by itself, but not changed presets.
    if [ ! -f "$made" ] || [ CMakePresets.json -nt "$made" ]; then cmake --preset "$preset" || exit; fi
    cmake --build --preset "$preset" --parallel "$(parallel_jobs)" "$@"
  ) >&2
}

# test_preset PRESET [argument of ctest...]
test_preset() {
  local preset=$1
  shift
  (cd "$root" && ctest --preset "$preset" --parallel "$(nproc)" "$@")
}
