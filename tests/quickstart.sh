#!/usr/bin/env bash
# Runs the quickstart as its users do: whole, killed in the middle and resumed, resumed when finished, stopped by Ctrl-C, and with bad
# input; and runs the shell lines that it prints. Needs a Release build.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." >/dev/null

quickstart=$PWD/artifacts/bin/Quickstart/release/Quickstart
tool=$PWD/artifacts/bin/CampaignKit.Tool/release/CampaignKit.Tool.dll
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail() {
    echo "$*" >&2
    exit 1
}

# What a run comes to: the record's totals and everything below them, without times and paths.
outcome() { sed -n '/^The record:/,$p' "$1" | grep -v '^transcript and pools' | sed -e "s#$2#OUT#g" -e 's/ (held by an earlier run; the same again)//' -e 's/─*$//'; }

play=(--participants 2000 --weeks 2 --seed 7)

echo "An undisturbed run"
"$quickstart" "${play[@]}" --out "$work/whole" >whole.log
grep -q '24 of 24 pieces' whole.log || fail "The picture is not revealed."

echo "The printed lines print the winners again and check the whole draw"
mapfile -t lines < <(grep "^( cd " whole.log)
[[ ${#lines[@]} == 2 ]] || fail "Two lines were expected; there are ${#lines[@]}."
sh -c "${lines[0]}" >drawn.txt
sed -n '/^      "id": "messages"/,/^      "alternates"/s/^          "id": "\(.*\)",$/\1/p' whole/draw-2021-W14/transcript.json >stated.txt
[[ -s stated.txt ]] || fail "The transcript names no winners of messages."
diff stated.txt drawn.txt || fail "The printed line gives other winners."
sh -c "${lines[1]}" >check.log || fail "check.sh: $(tail -n 1 check.log)"

# Starts a run in the background and waits until its log says that a stage is done.
start_until() { # start_until STAGE NAME
    # A shell starts background commands with Ctrl-C ignored; these are to take it.
    env --default-signal=INT "$quickstart" "${play[@]}" --out "$work/$2" --db "$work/$2.db" >"$2.log" 2>&1 &
    pid=$!
    for _ in {1..1200}; do
        ! grep -q "^$1: done" "$2.log" || return 0
        kill -0 "$pid" 2>/dev/null || fail "The run ended before \"$1\": $(cat "$2.log")"
        sleep 0.05
    done
    fail "The run did not come to \"$1\" in a minute."
}

echo "Killed in the middle of each week, then resumed"
for stage in enrolling enrolling 2021-W13; do
    start_until "$stage" killed
    sleep 0.1
    kill -9 "$pid"
    wait "$pid" 2>/dev/null || true
    ! grep -q '^The record:' killed.log || fail "The run had finished before it was killed."
done
"$quickstart" "${play[@]}" --out "$work/killed" --db "$work/killed.db" >resumed.log
grep -q '^Resuming: ' resumed.log || fail "The resumed run does not say so."
diff <(outcome whole.log "$work/whole") <(outcome resumed.log "$work/killed") || fail "A killed and resumed run comes to something else."
diff -rq whole killed || fail "A killed and resumed run publishes something else."

echo "Resumed when everything is done"
"$quickstart" "${play[@]}" --out "$work/killed" --db "$work/killed.db" >again.log
grep -q ' 0 are new$' again.log || fail "A run on a finished record does something again."
diff <(outcome whole.log "$work/whole") <(outcome again.log "$work/killed") || fail "A run on a finished record comes to something else."

echo "The record is deleted, and what was published still verifies"
rm -f killed.db killed.db-*
for draw in killed/draw-*; do
    dotnet "$tool" draw verify "$draw" >verify.log || fail "draw verify $draw: $(cat verify.log)"
    grep -q '^Valid' verify.log || fail "draw verify $draw: $(cat verify.log)"
done
sed -i '0,/"score": "9"/s//"score": "8"/' killed/draw-2021-W13/transcript.json
code=0
dotnet "$tool" draw verify killed/draw-2021-W13 >verify.log || code=$?
[[ $code == 1 ]] || fail "A changed transcript ends with $code: $(cat verify.log)"
grep -qF '$.rules[0].winners' verify.log || fail "A changed transcript is not named: $(cat verify.log)"

echo "Stopped by Ctrl-C, then resumed"
start_until enrolling stopped
kill -INT "$pid"
code=0
wait "$pid" || code=$?
[[ $code == 130 ]] || fail "A stopped run ended with $code: $(tail -n 3 stopped.log)"
grep -q '^Stopped\.' stopped.log || fail "A stopped run does not say so."
"$quickstart" "${play[@]}" --out "$work/stopped" --db "$work/stopped.db" >resumed.log
diff <(outcome whole.log "$work/whole") <(outcome resumed.log "$work/stopped") || fail "A stopped and resumed run comes to something else."

echo "Bad input"
refused() { # refused TEXT ARGUMENT...
    local text=$1 code=0
    shift
    "$quickstart" "$@" --out "$work/bad" >bad.log 2>&1 || code=$?
    [[ $code == 2 ]] || fail "$*: exit code $code, not 2"
    grep -qF -- "$text" bad.log || fail "$*: said $(cat bad.log), not $text"
    ! grep -q '^   at ' bad.log || fail "$*: a stack trace"
}
printf '{ "campaign": "x", "zone": "Mars/Base", "units": 5 }' >broken.json
printf 'when,who\nyesterday,A\n' >broken.csv
refused '$.zone' --campaign broken.json
refused '$.units' --campaign broken.json
refused 'missing.json' --campaign missing.json
refused 'from 100 to 99,999' --participants 1
refused 'opened' --grievances broken.csv
refused '--seed 7' --participants 2000 --seed 8 --db "$work/stopped.db"
printf 'no database' >other.db
refused 'other.db' --db other.db
echo "All as it should be."
