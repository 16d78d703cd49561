#!/bin/bash
# Reads articles as a Slurm job array on this machine, loads the readings twice and compares them with one process's, byte by byte.
#   bench/cluster/run.sh [ARTICLES] [PARTS]      default: 6000 articles in 24 parts
# Needs slurm-wlm and munge (Debian); installs them where it runs as root and they are missing. --loop runs the same job script without Slurm.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
loop=no
if [ "${1:-}" = --loop ]; then loop=yes; shift; fi
count=${1:-6000}
parts=${2:-24}
export PROGRAM=${PROGRAM:-$here/../../src/Rapporteur.Cli/bin/Release/net10.0/rapporteur}
PROGRAM=$(realpath "$PROGRAM")
[ -x "$PROGRAM" ] || { echo "build first: dotnet build -c Release" >&2; exit 2; }
work=$(mktemp -d "${TMPDIR:-/tmp}/rapporteur-cluster.XXXXXX")
export PARTS=$work/parts DONE=$work/done
mkdir "$PARTS" "$DONE"
daemons=()
finish() {
    for id in "${daemons[@]}"; do kill "$id" 2>/dev/null || true; done
    [ "${KEEP:-}" = 1 ] && echo "kept: $work" || rm -rf "$work"
}
trap finish EXIT
seconds() { awk -v from="$1" -v to="$(date +%s.%N)" 'BEGIN { printf "%.1f s", to - from }'; }
step() { echo "== $*"; }

step "$count articles in $parts parts"
awk -v count="$count" -f "$here/articles.awk" > "$work/articles.ndjson"
# Whole lines, in order: part 1 has the first of them.
awk -v parts="$parts" -v count="$count" -v folder="$PARTS" '{ n = int((NR - 1) * parts / count) + 1; print > sprintf("%s/part-%04d.ndjson", folder, n) }' "$work/articles.ndjson"

start_slurm() {
    if ! command -v sbatch >/dev/null || ! command -v munged >/dev/null; then
        [ "$(id -u)" = 0 ] || { echo "Slurm is not installed; as root this script installs slurm-wlm and munge, or use --loop" >&2; exit 2; }
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq slurm-wlm munge >/dev/null
    fi
    [ "$(id -u)" = 0 ] || { echo "the daemons of Slurm are started by root alone; use --loop" >&2; exit 2; }
    local node cpus
    node=$(hostname -s)
    cpus=$(nproc)
    # A munge of its own, so that no service of the machine is touched.
    mkdir "$work/munge" && chmod 711 "$work" && chown munge "$work/munge" && chmod 755 "$work/munge"
    head -c 1024 /dev/urandom > "$work/munge/key" && chown munge "$work/munge/key" && chmod 400 "$work/munge/key"
    mkdir "$work/munge/run" && chown munge "$work/munge/run" && chmod 755 "$work/munge/run"
    setpriv --reuid=munge --regid=munge --clear-groups munged --foreground --key-file="$work/munge/key" --socket="$work/munge/run/socket" --pid-file="$work/munge/run/pid" --seed-file="$work/munge/run/seed" --log-file="$work/munge/run/log" 2>"$work/munge.err" &
    daemons+=($!)
    export SLURM_CONF=$work/slurm.conf
    cat > "$SLURM_CONF" <<CONF
ClusterName=bench
SlurmctldHost=$node(127.0.0.1)
SlurmUser=root
SlurmctldPort=16817
SlurmdPort=16818
AuthType=auth/munge
AuthInfo=socket=$work/munge/run/socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=1,sched_interval=2
MpiDefault=none
ReturnToService=2
NodeName=$node NodeAddr=127.0.0.1 CPUs=$cpus State=UNKNOWN
PartitionName=bench Nodes=$node Default=YES MaxTime=INFINITE State=UP
CONF
    mkdir "$work/state" "$work/spool"
    slurmctld -D 2>"$work/slurmctld.err" & daemons+=($!)
    slurmd -D -N "$node" 2>"$work/slurmd.err" & daemons+=($!)
    for _ in $(seq 60); do
        sinfo -h -o %T 2>/dev/null | grep -q idle && return
        sleep 1
    done
    echo "Slurm did not come up:" >&2
    tail -n 5 "$work"/*.err "$work"/*.log "$work/munge/run/log" >&2 || true
    exit 1
}

if [ "$loop" = no ]; then
    start_slurm
    step "$(slurmd -V) on $(nproc) processors"
    began=$(date +%s.%N)
    sbatch --wait --quiet --array=1-"$parts" --output=/dev/null --export=ALL "$here/read.sbatch"
    step "the array took $(seconds "$began")"
else
    began=$(date +%s.%N)
    seq "$parts" | xargs -P "$(nproc)" -I{} env SLURM_ARRAY_TASK_ID={} bash "$here/read.sbatch"
    step "the same job script in a loop took $(seconds "$began")"
fi

cat "$DONE"/part-????.ndjson > "$work/array.ndjson"
step "$(wc -l < "$work/array.ndjson") readings, $(wc -c < "$work/array.ndjson") bytes, $(cat "$DONE"/*.log | wc -l) lines of messages"

began=$(date +%s.%N)
"$PROGRAM" import "$DONE"/part-????.ndjson --record "$work/talks.db"
step "loading took $(seconds "$began")"
head=$("$PROGRAM" export --record "$work/talks.db" | sha256sum)
began=$(date +%s.%N)
"$PROGRAM" import "$DONE"/part-????.ndjson --record "$work/talks.db"
step "loading again took $(seconds "$began")"
[ "$head" = "$("$PROGRAM" export --record "$work/talks.db" | sha256sum)" ] || { echo "loading twice changed the record" >&2; exit 1; }

began=$(date +%s.%N)
/usr/bin/env bash -c '"$0" read - --json --quiet < "$1" > "$2"' "$PROGRAM" "$work/articles.ndjson" "$work/single.ndjson"
step "one process with $(nproc) threads took $(seconds "$began")"
cmp "$work/array.ndjson" "$work/single.ndjson"
step "the array and the single process gave the same bytes: $(sha256sum < "$work/single.ndjson" | cut -c1-16)"
