# shellcheck shell=bash
# Several database servers on one machine, and the faults that can be injected. Sourced after tree.sh by .ci/group, .ci/galera and
# .ci/mysql-hostile, never run. Before it, they set
#   kind, name  a word for files and one for people
#   database    the database that start makes
#   tree        where the servers are unpacked
# and after it they define
#   server_options M   fills 'options' with what member M's server is started with
#   client_options     fills 'options' with the command line client
#   is_member M        whether M takes part in the cluster and agrees with the others on who else does
#   join M             lets M, whose server answers, take part
#   recover            makes members of all, also where no majority is left; 'runs' is how many did not have to be started
#   bring_back         where servers cannot all be started at once
#   build              makes the data folders and starts the cluster
#   describe M         prints what M believes
#   unpack             makes 'tree'
#
# With root, each member is a host of its own: a network namespace with a link to one bridge. So are two more hosts for
# programs that use the cluster, 'a' and 'b'. Without root the members share 127.0.0.1 and no network can be cut.

username=latchkey
administrator=latchkey_admin
seconds_to_answer=60
seconds_to_join=90

# One cluster a checkout, so that two checkouts on a machine do not stop each other's.
mark=$(printf '%s %s' "$here" "$kind" | cksum | cut -d ' ' -f 1)
instance=latchkey-$kind-$mark
# Names of network interfaces have at most 15 characters.
net=lk$(printf '%06x' $((mark % 16777216)))
users_of_the_cluster=(a b)
if [[ $EUID -eq 0 ]]; then state=$cache/$instance; else state=${TMPDIR:-/tmp}/$instance-$UID; fi

scratch=$(mktemp -d)
tidy() {
  local code=$?
  trap - EXIT
  rm -rf "$scratch"
  exit "$code"
}
trap tidy EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Of the commands that start or repair; those that only break something do not wait for them.
one_at_a_time() {
  exec 8<"$here/$kind"
  flock --wait 180 8 || fail "another '.ci/$kind' has been at work for 3 minutes" "Look for it with 'ps -ef'."
}

# The password is written last, so a start that was cut short does not count as up.
is_up() { [[ -s $state/password ]]; }
needs_to_be_up() { is_up || fail "no $name is up for this checkout" "Start it with '.ci/$kind start'."; }

members() { seq "$(<"$state/members")"; }

is_host() { [[ -n $1 && " $(members | tr '\n' ' ') ${users_of_the_cluster[*]} host " == *" $1 "* ]]; }

needs_member() {
  needs_to_be_up
  [[ ${1:-} =~ ^[1-9]$ && $1 -le $(<"$state/members") ]] ||
    fail "'${1:-}' is no member" "Name one of $(members | tr '\n' ' ')"
}

# --- Hosts

has_network() { [[ -s $state/subnet ]]; }

needs_network() {
  has_network || fail "the members share 127.0.0.1, where no network can be cut" "Start the $name as root."
}

# address HOST: of a member, of a user of the cluster, or of this machine as they see it ("host").
address() {
  if ! has_network; then
    echo 127.0.0.1
    return
  fi
  case $1 in
    a) echo "$(<"$state/subnet").11" ;;
    b) echo "$(<"$state/subnet").12" ;;
    host) echo "$(<"$state/subnet").254" ;;
    *) echo "$(<"$state/subnet").$1" ;;
  esac
}

port() { cat "$state/port-$1"; }

place() { echo "$(address "$1"):$(port "$1")"; }

places() {
  local all=() member
  for member in $(members); do all+=("$(place "$member")"); done
  (IFS=,; echo "${all[*]}")
}

make_network() {
  need_package ip iproute2
  need_package iptables iptables
  local host attempt subnet
  for attempt in {0..9}; do
    subnet=10.$(((mark / 250 + attempt) % 250 + 1)).$((mark % 250 + 1))
    [[ -z $(ip -4 address show to "$subnet.0/24") && -z $(ip -4 route show to match "$subnet.1" | grep -v '^default') ]] &&
      break
    subnet=
  done
  [[ -n $subnet ]] || fail "found no free network of private addresses in 10 attempts" "Look at 'ip route'."
  echo "$subnet" >"$state/subnet"
  ip link add "$net" type bridge
  ip address add "$(address host)/24" dev "$net"
  ip link set "$net" up
  for host in $(members) "${users_of_the_cluster[@]}"; do
    ip netns add "$net-$host"
    ip link add "$net-$host" type veth peer name eth0 netns "$net-$host"
    ip link set "$net-$host" master "$net" up
    ip -n "$net-$host" link set lo up
    ip -n "$net-$host" address add "$(address "$host")/24" dev eth0
    ip -n "$net-$host" link set eth0 up
  done
}

# By name and not by what 'state' says, for a start that was cut short. A deleted namespace lets go of its link only a
# little later, and until then the link's name is taken.
remove_network() {
  command -v ip >/dev/null || return 0
  local space link
  for space in $(ip netns list | awk -v net="$net-" 'index($1, net) == 1 { print $1 }'); do
    end_processes "$(ip netns pids "$space")"
    ip netns delete "$space"
  done
  for link in $(ip -o link show | awk -F '[ :@]+' -v net="$net" 'index($2, net) == 1 { print $2 }'); do
    ip link delete "$link" 2>/dev/null || true
  done
}

firewall() {
  local host=$1
  shift
  ip netns exec "$net-$host" iptables -w "$@"
}

# cut_link M HOST: no packet passes between them, and neither gets an error.
cut_link() {
  local other
  other=$(address "$2")
  firewall "$1" -C INPUT -s "$other" -j DROP 2>/dev/null || firewall "$1" -A INPUT -s "$other" -j DROP
  firewall "$1" -C OUTPUT -d "$other" -j DROP 2>/dev/null || firewall "$1" -A OUTPUT -d "$other" -j DROP
}

cut_from() { # M
  has_network || return 0
  local host
  for host in $(members) "${users_of_the_cluster[@]}" host; do
    if firewall "$1" -C INPUT -s "$(address "$host")" -j DROP 2>/dev/null; then printf '%s ' "$host"; fi
  done
}

restore_links() { # M
  has_network || return 0
  local host own
  own=$(address "$1")
  firewall "$1" -F
  for host in $(members); do
    [[ $host != "$1" ]] || continue
    while firewall "$host" -D INPUT -s "$own" -j DROP 2>/dev/null; do :; done
    while firewall "$host" -D OUTPUT -d "$own" -j DROP 2>/dev/null; do :; done
  done
}

# --- Processes

# Fills 'command' with what runs a program inside the tree, which sees 'state' as /mnt. On a host of its own if one is named.
# A user without root has its rights for the mounts alone: rsync as root changes to users that are not there.
inside() {
  local mounts
  # shellcheck disable=SC2016  # the inner shell fills them in
  mounts='mount --bind "$1" "$2/mnt" && mount --rbind /proc "$2/proc" && tree=$2 && shift 2 &&'
  command=()
  if [[ -n ${1:-} ]] && has_network; then command=(ip netns exec "$net-$1"); fi
  if [[ $EUID -eq 0 ]]; then
    command+=(unshare --mount sh -c "$mounts "'exec chroot "$tree" "$@"' sh "$state" "$tree")
  else
    command+=(unshare --map-root-user --mount
      sh -c "$mounts "'exec unshare --map-user=1000 --map-group=1000 --root="$tree" "$@"' sh "$state" "$tree")
  fi
}

# Its command line is empty once it has ended but no process has waited for it, and for a moment while it becomes another
# program.
is_ours() {
  local attempt
  for attempt in 1 2 3 4 5; do
    [[ -r /proc/$1/cmdline ]] || return 1
    if grep -qaF "$instance" "/proc/$1/cmdline" 2>/dev/null; then return 0; fi
    if grep -qa . "/proc/$1/cmdline" 2>/dev/null || [[ $(letter_of "$1") == [ZX] ]]; then return 1; fi
    sleep "0.0$attempt"
  done
  return 1
}
letter_of() { sed 's/.*) //; s/ .*//' "/proc/$1/stat" 2>/dev/null || true; }
pid_of() { cat "$state/pid-$1" 2>/dev/null || echo 0; }
is_running() { is_ours "$(pid_of "$1")"; }
is_gone() { ! is_running "$1"; }
is_paused() { is_running "$1" && [[ $(letter_of "$(pid_of "$1")") == T ]]; }

# The servers' own helpers too: those on the member's host, or those in the server's session.
pids_of() {
  if has_network; then
    ip netns pids "$net-$1"
  elif is_running "$1"; then
    pgrep --session "$(pid_of "$1")"
  fi
}

end_processes() { # PIDS
  local pid
  for pid in $1; do kill -KILL "$pid" 2>/dev/null || true; done
  for pid in $1; do
    wait_until 10 is_nobody "$pid" || fail "process $pid does not end" "Look at it with 'ps -fp $pid'."
  done
}
is_nobody() { [[ ! -e /proc/$1 || $(letter_of "$1") == [ZX] ]]; }

log_of() { echo "$state/log-$1"; }

# launch M OPTION...: starts its server and does not wait.
launch() {
  local member=$1 command options
  shift
  server_options "$member"
  inside "$member"
  # A server that was killed leaves its number in the lock of its socket, and that may by now be another program's.
  rm -f "$state/socket-$member" "$state/socket-$member.lock"
  # 8>&-: a server that kept the lock would shut every later command out.
  setsid "${command[@]}" "${options[@]}" "--pid-file=/mnt/$instance-$member.pid" "--datadir=/mnt/data-$member" \
    "--socket=/mnt/socket-$member" "$@" >>"$(log_of "$member")" 2>&1 </dev/null 8>&- &
  echo "$!" >"$state/pid-$member"
  # Until then it has the command line of this script.
  wait_until 10 is_ours_or_ended "$!" || true
}
is_ours_or_ended() { is_ours "$1" || ended "$1"; }

# query M STATEMENT [SECONDS]
query() {
  local command
  inside
  client_options
  timeout --kill-after=1 "${3:-10}" "${command[@]}" "${options[@]}" --user=root "--socket=/mnt/socket-$1" --batch \
    --skip-column-names "--execute=$2" </dev/null 8>&-
}

answers() { ! is_paused "$1" && query "$1" 'SET @answers = 1' 3 >/dev/null 2>&1; }
answers_or_is_gone() { is_gone "$1" || answers "$1"; }

wait_for_answer() {
  wait_until "$seconds_to_answer" answers_or_is_gone "$1" || true
  answers "$1" && return
  tail -n 20 "$(log_of "$1")" >&2
  fail "the server of member $1 does not answer; all it said is in $(log_of "$1")" \
    "If memory is short, end something. If its data is damaged, '.ci/$kind stop' and start again."
}

kill_member() { end_processes "$(pids_of "$1")"; }

# As an operator ends it: it leaves the cluster and closes its files.
shut_down() {
  is_running "$1" || return 0
  kill -CONT "$(pid_of "$1")"
  kill -TERM "$(pid_of "$1")"
  wait_until 60 is_gone "$1" || say "Member $1 did not end within 60 s of SIGTERM, so it is killed."
  kill_member "$1"
}

pause() { ! is_running "$1" || kill -STOP "$(pid_of "$1")"; }
resume() { ! is_running "$1" || kill -CONT "$(pid_of "$1")"; }

# --- Commands

# start [N] [OPTION OF THE SERVER...]
start() {
  local members=$default_members member began=$SECONDS
  if [[ ${1:-} =~ ^[1-9]$ ]]; then
    members=$1
    shift
  fi
  [[ $# -eq 0 || ${1:-} == --* ]] || fail "'$1' is no number of members from 1 to 9 and no option of the server"
  unpack
  one_at_a_time
  if is_up; then
    say "Up already, with the data that it has; '.ci/$kind stop' first for an empty one."
    places
    return
  fi
  clear_away
  mkdir -p "$state"
  chmod 755 "$state"
  echo "$members" >"$state/members"
  printf '%s\n' "$@" >"$state/options"
  random_hex 16 >"$state/secret"
  if [[ $EUID -eq 0 && $wants_network == yes && ${LATCHKEY_CI_NETWORK:-} != none ]]; then make_network; fi
  for member in $(members); do
    if has_network; then echo 3306; else free_port; fi >"$state/port-$member"
  done
  build
  (umask 077 && cp "$state/secret" "$state/password")
  say "$name is up with $members member(s) after $((SECONDS - began)) s, user $username"
  places
}

extra_options() { # appends those that start was given
  local line
  while read -r line; do
    if [[ -n $line ]]; then options+=("$line"); fi
  done <"$state/options"
}

# Statements that make the users that tests have: one with rights on its own schemas alone, as in an installation, and one
# that may do all.
users() {
  local secret
  secret=$(<"$state/secret")
  cat <<SQL
CREATE USER '$username'@'%' IDENTIFIED BY '$secret';
GRANT ALL ON \`latchkey%\`.* TO '$username'@'%';
CREATE USER '$administrator'@'%' IDENTIFIED BY '$secret';
GRANT ALL ON *.* TO '$administrator'@'%' WITH GRANT OPTION;
SQL
}

clear_away() {
  local file
  if [[ $EUID -eq 0 ]]; then remove_network; fi
  for file in "$state"/pid-*; do
    [[ -e $file ]] || continue
    if is_ours "$(<"$file")"; then end_processes "$(pgrep --session "$(<"$file")")"; fi
  done
  rm -rf --one-file-system "${state:?}"
}

stop() {
  one_at_a_time
  clear_away
}

restart() {
  one_at_a_time
  shut_down "$1"
  launch "$1"
  wait_for_answer "$1"
  join "$1"
}

cut() { # M [from HOST...]
  local member=$1 host
  shift
  needs_network
  if [[ $# -gt 0 ]]; then
    [[ $1 == from && $# -gt 1 ]] || fail "cut takes a member and from whom" "For example: .ci/$kind cut 1 from 2 a"
    shift
  else
    # shellcheck disable=SC2046  # one argument a member
    set -- $(members | grep -vx "$member")
  fi
  for host in "$@"; do
    is_host "$host" || fail "'$host' is no host" "Name members, a, b, or host for this machine."
    [[ $host == "$member" ]] || cut_link "$member" "$host"
  done
}

heal_member() {
  restore_links "$1"
  resume "$1"
  if is_gone "$1"; then launch "$1"; fi
  wait_for_answer "$1"
  join "$1"
}

heal_all() {
  local member
  runs=0
  for member in $(members); do if is_running "$member"; then runs=$((runs + 1)); fi; done
  for member in $(members); do restore_links "$member"; done
  for member in $(members); do resume "$member"; done
  bring_back
  recover
}

# A cluster of which most members were not killed finds its way alone; of fewer it may have counted out the others before.
seconds_to_agree() { if ((runs * 2 > $(<"$state/members"))); then echo 20; else echo 3; fi; }

bring_back() {
  local member
  for member in $(members); do if is_gone "$member"; then launch "$member"; fi; done
  for member in $(members); do wait_for_answer "$member"; done
}

heal() {
  one_at_a_time
  if [[ $# -gt 0 ]]; then heal_member "$1"; else heal_all; fi
}

condition() { # M
  if is_gone "$1"; then echo down; elif is_paused "$1"; then echo paused; else echo up; fi
}

status() {
  local member cut
  for member in $(members); do
    cut=$(cut_from "$member")
    printf '%s  %-21s %-7s %s%s\n' "$member" "$(place "$member")" "$(condition "$member")" "$(describe "$member")" \
      "${cut:+ cut from ${cut% }}"
  done
}

on_host() { # HOST COMMAND...
  needs_network
  is_host "${1:-}" && [[ $# -gt 1 ]] || fail "on takes a host and a command" "For example: .ci/$kind on a ping 10.0.0.1"
  local host=$1
  shift
  # The command takes this script's place, so that a signal reaches it; what the script does at its end is done now.
  rm -rf "$scratch"
  if [[ $host == host ]]; then exec "$@"; fi
  exec ip netns exec "$net-$host" "$@"
}

print_env() {
  local prefix user
  needs_to_be_up
  prefix=LATCHKEY_TEST_$(tr 'a-z-' 'A-Z_' <<<"$kind")
  printf "export ${prefix}_%s=%q\n" HOSTS "$(places)" URL "jdbc:mysql://$(places)/$database" USERNAME "$username" \
    PASSWORD "$(<"$state/password")" ADMIN_USERNAME "$administrator" MEMBERS "$(<"$state/members")" \
    NETWORK "$(if has_network; then echo true; else echo false; fi)" CONTROL "$here/$kind"
  if has_network; then
    for user in "${users_of_the_cluster[@]}"; do
      printf "export ${prefix}_%s=%q\n" "HOST_${user^^}" "$(address "$user")"
    done
  fi
}

fail_sql() { # M CODE SECONDS
  case $2 in
    124 | 137) fail "member $1 did not answer within $3 s" "Look at '.ci/$kind status'." ;;
    *) exit "$2" ;;
  esac
}

# The verbs that all kinds have.
common_verb() {
  local verb=$1
  shift
  case $verb in
    start) start "$@" ;;
    stop) stop ;;
    env) print_env ;;
    sql)
      needs_member "${1:-}"
      [[ $# -eq 2 || ${3:-} =~ ^[0-9]+$ ]] ||
        fail "sql takes a member and one statement" "For example: .ci/$kind sql 1 'SELECT VERSION()'"
      query "$1" "$2" "${3:-60}" || fail_sql "$1" "$?" "${3:-60}"
      ;;
    kill | pause | resume | restart | end)
      needs_member "${1:-}"
      case $verb in
        kill) kill_member "$1" ;;
        pause) pause "$1" ;;
        resume) resume "$1" ;;
        restart) restart "$1" ;;
        end) shut_down "$1" ;;
      esac
      ;;
    cut)
      needs_member "${1:-}"
      cut "$@"
      ;;
    heal)
      needs_to_be_up
      if [[ $# -gt 0 ]]; then needs_member "$1"; fi
      heal "$@"
      ;;
    status)
      needs_to_be_up
      status
      ;;
    on)
      needs_to_be_up
      on_host "$@"
      ;;
    help | -h | --help) help ;;
    *)
      help >&2
      fail "unknown verb '$verb'" "Use one of those above."
      ;;
  esac
}
