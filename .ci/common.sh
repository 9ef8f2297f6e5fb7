# shellcheck shell=bash
# What the scripts beside this file share. Sourced, never run.

# An almost empty environment often lacks the system folders that hold chroot and debootstrap.
export PATH="${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin"

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "${0##*/}: $1"
  shift
  for way_out in "$@"; do say "  $way_out"; done
  exit 1
}

# Below the range from which the kernel takes ports for outgoing connections, so that none of those takes it first.
free_port() {
  local port attempt
  for attempt in {1..50}; do
    port=$((20000 + RANDOM % 12000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
  fail "found no free port on 127.0.0.1 in $attempt attempts"
}

random_hex() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }

# wait_until SECONDS COMMAND...: true as soon as the command is, false when the time is over.
wait_until() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < deadline)) || return 1
    sleep 0.2
  done
}

ended() { ! kill -0 "$1" 2>/dev/null; }

# need_package COMMAND PACKAGE: installs a Debian package when the command is missing.
need_package() {
  command -v "$1" >/dev/null && return
  command -v apt-get >/dev/null ||
    fail "$1 is missing and there is no apt-get to install it" "Install $1, then run this again."
  [[ $EUID -eq 0 ]] || fail "$1 is missing" "Run 'apt-get install $2' as root, then run this again."
  say "Installing the package $2"
  local log
  log=$(mktemp)
  if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$2"; } \
    >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    fail "apt-get could not install $2" "Install it by hand, then run this again."
  fi
  rm -f "$log"
}

is_java_25() { [[ -x $1/bin/java ]] && "$1/bin/java" -version 2>&1 | grep -q '"25[.\"]'; }

# Looks where the build's toolchain discovery looks: JAVA_HOME first, then the JDKs beside the default one.
java_25_home() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
    if [[ -n $home ]] && is_java_25 "$home"; then
      echo "$home"
      return
    fi
  done
  fail "found no JDK 25: JAVA_HOME is '${JAVA_HOME:-}' and /usr/lib/jvm has none" \
    "Install a JDK 25 there, or point JAVA_HOME at one."
}
