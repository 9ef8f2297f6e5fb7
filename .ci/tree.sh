# shellcheck shell=bash
# Unpacks servers of a Debian release into a folder, for a chroot. Sourced after common.sh, never run.

cache=${LATCHKEY_CI_CACHE:-${TMPDIR:-/tmp}/latchkey-ci}

# debian_mirror SUITE
debian_mirror() {
  if [[ -n ${LATCHKEY_CI_DEBIAN_MIRROR:-} ]]; then
    echo "$LATCHKEY_CI_DEBIAN_MIRROR"
    return
  fi
  local mirrors
  # shellcheck disable=SC2016  # apt-get fills in $(REPO_URI), not the shell
  mirrors=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian')
  [[ -n $mirrors ]] || fail "apt is configured with no Debian mirror" \
    "Set LATCHKEY_CI_DEBIAN_MIRROR to the URL of one that carries $1."
  echo "${mirrors%%$'\n'*}"
}

use_the_proxy_of_apt() {
  local http_proxy_of_apt https_proxy_of_apt
  eval "$(apt-config shell http_proxy_of_apt Acquire::http::Proxy https_proxy_of_apt Acquire::https::Proxy)"
  if [[ -n ${http_proxy_of_apt:-} && $http_proxy_of_apt != DIRECT ]]; then export http_proxy=$http_proxy_of_apt; fi
  if [[ -n ${https_proxy_of_apt:-} && $https_proxy_of_apt != DIRECT ]]; then export https_proxy=$https_proxy_of_apt; fi
}

# unpack_tree NAME TREE SUITE PACKAGES CHECK: puts that suite's packages into TREE, unless it is there, once CHECK TREE is
# content with what came. One caller at a time, whatever it is of.
unpack_tree() {
  local name=$1 tree=$2 suite=$3 packages=$4 check=$5
  [[ ! -d $tree ]] || return 0
  [[ $EUID -eq 0 ]] || fail "$name is not unpacked in $tree, and unpacking needs root" \
    "Run the same command once as root." "If it is unpacked elsewhere, set LATCHKEY_CI_CACHE."
  need_package debootstrap debootstrap
  local mirror log=$cache/unpack-${tree##*/}.log partial=$tree.partial
  mkdir -p "$cache"
  (
    flock 7
    [[ ! -d $tree ]] || exit 0
    mirror=$(debian_mirror "$suite")
    use_the_proxy_of_apt
    say "Unpacking $name into $tree (about a minute and 500 MB, once)"
    rm -rf --one-file-system "$partial"
    if ! debootstrap --variant=minbase "--include=$packages" "$suite" "$partial" "$mirror" >"$log" 2>&1 </dev/null; then
      tail -n 20 "$log" >&2
      fail "debootstrap could not unpack the server; all it said is in $log" \
        "If the mirror does not carry $suite, set LATCHKEY_CI_DEBIAN_MIRROR to one that does." \
        "If $cache is mounted noexec or nodev, set LATCHKEY_CI_CACHE to a folder that is not."
    fi
    chroot "$partial" apt-get clean
    "$check" "$partial"
    mv "$partial" "$tree"
  ) 7>"$cache/unpack.lock"
}
