# shellcheck shell=bash
# The release of MySQL that we support, and where it is unpacked. Sourced after tree.sh, never run.

release=9.7
suite=sid
packages=mysql-server-core,mysql-client-core
tree=$cache/mysql-$release

unpack_mysql() { unpack_tree "MySQL $release" "$tree" "$suite" "$packages" refuse_another_release; }

refuse_another_release() {
  local version
  version=$(chroot "$1" mysqld --no-defaults --version)
  [[ $version == *" Ver $release."* ]] || fail "Debian $suite now carries another MySQL: $version" \
    "Set LATCHKEY_CI_DEBIAN_MIRROR to a snapshot of $suite that has $release, or move 'release' in .ci/mysql-tree.sh."
}
