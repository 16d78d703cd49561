#!/bin/sh
# Makes the pictures of docs/guide/analyst.md from samples/ alone: a record of its own, the rulings of the guide, a workbench on loopback, and the Chromium that is installed.
# Usage, from the root of the repository after `dotnet build -c Release`: docs/guide/screenshots.sh [FOLDER]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$(mkdir -p "${1:-$root/docs/guide/pictures}" && cd "${1:-$root/docs/guide/pictures}" && pwd)
rapporteur=$root/src/Rapporteur.Cli/bin/Release/net10.0/rapporteur
port=${PORT:-5396}
work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
server=
cd "$root"
"$rapporteur" add samples/ukraine-2025 --record "$work/ukraine.db" --quiet
found() { "$rapporteur" search "$2" --record "$work/ukraine.db" --in claims --json | grep "\"type\":\"$1\""; }
rule() { "$rapporteur" rule "$@" --by "A. Lind" --record "$work/ukraine.db" > /dev/null; }
claim=$(found meeting "preparations for a summit" | sed -n 's/.*"claim":{"id":"\([0-9a-f]*\)".*/\1/p' | head -1)
text=$(found meeting "preparations for a summit" | sed -n 's/.*"textId":"sha256:\([0-9a-f]\{32\}\).*/\1/p' | head -1)
rule correct "$claim" --set status=proposed --reason "preparations are not a summit"
rule note "$claim" "A summit before the end of November is highly unlikely (moderate confidence)."
cd "$work"
"$rapporteur" serve --record "$work/ukraine.db" --today 2025-10-22 --by "A. Lind" --urls "http://127.0.0.1:$port" > "$work/address" 2> /dev/null &
server=$!
until [ -s "$work/address" ]; do sleep 1; done
enter=$(head -1 "$work/address")
shoot() { # name, path as it stands in an address, width, height
  chromium --headless=new --no-sandbox --hide-scrollbars --disable-gpu --user-data-dir="$work/profile" --screenshot="$work/$1.png" --window-size="$3,$4" "$enter&to=$2" > /dev/null 2>&1
  rm -rf "$work/profile"
  # Few colours make a small file; without ImageMagick it stays as the browser wrote it.
  if command -v convert > /dev/null; then convert "$work/$1.png" +dither -colors 48 -define png:compression-level=9 -strip "$out/$1.png"; else cp "$work/$1.png" "$out/$1.png"; fi
}
shoot today "/today%3Fsince%3D2025-10-15" 1100 760
shoot review "/review/$text" 1100 760
shoot source "/source/$text%3Fclaim%3D$claim" 1100 620
shoot brief "/brief%3Ftemplate%3Dsummary" 1100 1050
shoot conditions "/conditions" 1100 620
shoot lab "/lab/packages%3Fexample%3D1" 1100 720
shoot today-narrow "/today%3Fsince%3D2025-10-15" 500 820
