#!/bin/sh
# Speed of the reader beside its peers over the texts of a folder, in one run. Installs nothing; says what is missing.
#   bench/peers/run.sh ../shared/corpora/news [SECONDS]
# wink-nlp: npm install wink-nlp wink-eng-lite-web-model (in bench/peers, or with NODE_PATH set); link-grammar: apt-get install link-grammar.
set -eu
folder=${1:?a folder of .txt files}
seconds=${2:-10}
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
program=${RAPPORTEUR:-$here/../../src/Rapporteur.Cli/bin/Release/net10.0/rapporteur}
[ -x "$program" ] || { echo "missing: $program; dotnet build src/Rapporteur.Cli -c Release" >&2; exit 1; }

report=$("$program" evaluate speed "$folder")
echo "$report"
reader=$(echo "$report" | awk '/^warm, tokens/ { print $(NF - 4) }')
syntax=$(echo "$report" | awk '/^  SyntaxAnnotator/ { print $2; exit }')

ratio() { awk -v name="$1" -v peer="$2" -v reader="$reader" -v syntax="$syntax" 'BEGIN { printf "%-32s %12d   syntax %.2f times as fast, whole reader %.2f times\n", name, peer, syntax / peer, reader / peer }'; }

if command -v node > /dev/null && (cd "$here" && node -e "require('wink-nlp'); require('wink-eng-lite-web-model')") 2> /dev/null
then
    peer=$(cd "$here" && node wink.js "$(CDPATH= cd -- "$OLDPWD" && cd -- "$folder" && pwd)" "$seconds")
    ratio "wink-nlp, tags only, tokens/s" "$peer"
else
    echo "missing: wink-nlp (npm install wink-nlp wink-eng-lite-web-model in $here)"
fi

if command -v link-parser > /dev/null
then
    sentences=$(mktemp)
    # One sentence a line, roughly; link-grammar takes what it gets.
    cat "$folder"/*.txt | tr '\n' ' ' | sed 's/\([.!?]\) /\1\n/g' | head -n 300 > "$sentences"
    words=$(wc -w < "$sentences")
    start=$(date +%s.%N)
    link-parser en -batch -limit=100 -timeout=5 < "$sentences" > /dev/null 2>&1 || true
    end=$(date +%s.%N)
    rm -f "$sentences"
    ratio "link-grammar, words/s" "$(awk -v w="$words" -v s="$start" -v e="$end" 'BEGIN { print w / (e - s) }')"
else
    echo "missing: link-grammar (apt-get install link-grammar)"
fi
