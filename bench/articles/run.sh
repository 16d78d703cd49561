#!/bin/sh
# Builds a record of folders of articles, rules, exports and imports, merges, kills a writer, and verifies after each step; stops at the first step that is not as it should be.
# Usage: bench/articles/run.sh FOLDER… (needs python3 for one id; the program is taken from $RAPPORTEUR or from the Release build)
R=${RAPPORTEUR:-$(dirname "$0")/../../src/Rapporteur.Cli/bin/Release/net10.0/rapporteur}
D=$(mktemp -d); trap 'rm -rf "$D"' EXIT
fail() { echo "failed: $1"; exit 1; }
"$R" add "$@" --record "$D/all.db" --quiet 2> "$D/left-out" || echo "left out: $(wc -l < "$D/left-out")"
"$R" verify --record "$D/all.db" || fail "verify"
"$R" diff --record "$D/all.db" --since 2005-01-01 --json > "$D/diff" || fail "diff"
"$R" export --record "$D/all.db" > "$D/read.ndjson" || fail "export"
claim=$(python3 -c "import json,sys; print(next(c['id'] for l in open(sys.argv[1]) for c in json.loads(l).get('claims', [])))" "$D/read.ndjson")
"$R" rule accept "$claim" --by Bench --record "$D/all.db" || fail "rule"
"$R" export --record "$D/all.db" -o "$D/all.ndjson" || fail "export with a ruling"
"$R" import "$D/all.ndjson" --record "$D/copy.db" || fail "import"
"$R" export --record "$D/copy.db" -o "$D/copy.ndjson" && cmp "$D/all.ndjson" "$D/copy.ndjson" || fail "export of what was imported"
"$R" merge "$D/all.db" --record "$D/merged.db" && "$R" merge "$D/copy.db" --record "$D/merged.db" || fail "merge"
"$R" verify --record "$D/merged.db" || fail "verify after a merge"
"$R" export --record "$D/merged.db" -o "$D/merged.ndjson" && cmp "$D/all.ndjson" "$D/merged.ndjson" || fail "export of what was merged"
"$R" add "$@" --record "$D/killed.db" --quiet > /dev/null 2>&1 & writer=$!
sleep "${KILL_AFTER:-4}"; kill -9 $writer 2> /dev/null; wait $writer 2> /dev/null
[ ! -s "$D/killed.db" ] || "$R" verify --record "$D/killed.db" || fail "verify after a kill"
"$R" add "$@" --record "$D/killed.db" --quiet 2> /dev/null
"$R" verify --record "$D/killed.db" || fail "verify after going on"
"$R" brief --record "$D/all.db" -o "$D/all.html" --quiet && "$R" verify "$D/all.json" --record "$D/all.db" || fail "brief"
echo "all as it should be"
