#!/usr/bin/env bash
# Builds the solution once, runs all tests, then the steps at the end of this file.
# The last line reads "N passed, N failed, N skipped"; the exit code is 0 if nothing failed and some test ran.
#
#   ./test.sh                  everything
#   ./test.sh --fast           the tests without the steps
#   ./test.sh --filter TEXT    the tests whose full name contains TEXT, without the steps
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")" >/dev/null
exec </dev/null

filter=
fast=no
while (($# > 0)); do
    case $1 in
        --fast) fast=yes ;;
        --filter) filter=${2:?"--filter needs a text"}; fast=yes; shift ;;
        *) sed -n '2,7s/^# \{0,1\}//p' test.sh >&2; exit 2 ;;
    esac
    shift
done

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 MSBUILDDISABLENODEREUSE=1

passed=0 failed=0 skipped=0 ran=0 complete=no

finish() {
    trap - EXIT
    if [[ $complete == no ]]; then
        failed=$((failed + (failed == 0)))
    elif ((ran == 0)); then
        echo "No test ran."
    fi
    echo "$passed passed, $failed failed, $skipped skipped"
    ((failed == 0 && ran > 0)) && exit 0
    exit 1
}
trap finish EXIT
trap 'exit 130' INT TERM

# step NAME COMMAND [ARGUMENT]...  One more check: a program or script, whose output is shown if it fails.
step() {
    local name=$1 log=artifacts/logs/$1.log code=0
    shift
    "$@" >"$log" 2>&1 || code=$?
    if ((code == 0)); then
        passed=$((passed + 1))
        echo "passed   $name"
        return
    fi
    failed=$((failed + 1))
    cat "$log"
    echo "FAILED   $name (exit code $code): $*"
    return 0
}

# skip NAME REASON  A step that cannot run on this machine.
skip() {
    skipped=$((skipped + 1))
    echo "skipped  $1: $2"
}

find_sdk() {
    if ! command -v dotnet >/dev/null && [[ -x ${HOME:-}/.dotnet/dotnet ]]; then
        PATH=$HOME/.dotnet:$PATH
    fi
    if ! command -v dotnet >/dev/null || ! dotnet --version >/dev/null 2>&1; then
        cat >&2 <<'TEXT'
The .NET 10 SDK is missing (global.json asks for 10.0.100 or later).
Get it from https://dotnet.microsoft.com/download/dotnet/10.0, or install it into ~/.dotnet without root:
    curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0
TEXT
        return 1
    fi
    export DOTNET_ROOT=${DOTNET_ROOT:-$(dirname -- "$(readlink -f -- "$(command -v dotnet)")")}
}

# The stores run on the system's SQLite, which its distribution patches, in preference to the one in the package.
find_sqlite() {
    [[ $(uname) == Linux ]] || return 0
    [[ $(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) != *libsqlite3.so.0* ]] || return 0
    if ((EUID == 0)) && command -v apt-get >/dev/null; then
        echo "Installing libsqlite3-0"
        if { apt-get update && apt-get install -y --no-install-recommends libsqlite3-0; } >artifacts/logs/apt.log 2>&1; then
            return 0
        fi
        tail -n 5 artifacts/logs/apt.log >&2
    fi
    echo "libsqlite3 is missing; install it (Debian: apt-get install libsqlite3-0). Going on with the one in the package." >&2
}

# The browser that the tests of the verify page drive.
find_chromium() {
    [[ $(uname) == Linux ]] || return 0
    ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null || return 0
    if ((EUID == 0)) && command -v apt-get >/dev/null; then
        echo "Installing chromium"
        if { apt-get update && apt-get install -y --no-install-recommends chromium; } >artifacts/logs/apt-chromium.log 2>&1; then
            return 0
        fi
        tail -n 5 artifacts/logs/apt-chromium.log >&2
    fi
    echo "Chromium is missing; install it (Debian: apt-get install chromium). Going on without the tests of the verify page." >&2
}

# Counts what artifacts/test-results/all.trx holds and gives the reason of every skipped test.
count_results() {
    local results=artifacts/test-results/all.trx total executed ok
    [[ -f $results ]] || return 1
    read -r total executed ok < <(sed -n 's/.*<Counters total="\([0-9]*\)" executed="\([0-9]*\)" passed="\([0-9]*\)".*/\1 \2 \3/p' "$results")
    ran=$executed
    passed=$((passed + ok))
    failed=$((failed + executed - ok))
    skipped=$((skipped + total - executed))
    awk '
        function plain(text) { gsub(/&quot;/, "\"", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&amp;/, "\\&", text); return text }
        /<UnitTestResult / { name = ""; if (/outcome="NotExecuted"/ && match($0, /testName="[^"]*"/)) name = substr($0, RSTART + 10, RLENGTH - 11) }
        name != "" && /<Message>/ { sub(/.*<Message>/, ""); sub(/<\/Message>.*/, ""); print "skipped  " plain(name) ": " plain($0); name = "" }
    ' "$results"
}

run_tests() {
    local project code=0 assemblies=() options=()
    for project in tests/*.Tests; do
        project=${project##*/}
        assemblies+=("artifacts/bin/$project/release/$project.dll")
    done
    [[ -z $filter ]] || options+=(--filter "FullyQualifiedName~$filter")
    rm -rf artifacts/test-results
    dotnet test "${assemblies[@]}" "${options[@]}" --nologo --results-directory artifacts/test-results \
        --logger "trx;LogFileName=all.trx" --logger "console;verbosity=minimal" >artifacts/logs/tests.log 2>&1 || code=$?
    grep -Ev '^(No test |Starting test|A total of|Results File|Additionally, path|$)|\[(FAIL|SKIP)\]$|^  Skipped ' artifacts/logs/tests.log || true
    count_results || code=1
    # A test host that dies takes its tests along uncounted.
    if ((code != 0 && failed == 0)); then
        failed=1
        echo "FAILED   the test run (exit code $code); see artifacts/logs/tests.log"
    fi
}

mkdir -p artifacts/logs
find_sdk
find_sqlite
find_chromium
step build dotnet build CampaignKit.sln -c Release --nologo -v quiet -warnaserror -p:UseSharedCompilation=true
((failed == 0)) || exit 1
run_tests

if [[ $fast == no ]]; then
    step quickstart tests/quickstart.sh
    step benchmarks dotnet run -c Release --no-build --project benchmarks/CampaignKit.Benchmarks -- --filter '*' --job dry --buildTimeout 600 --artifacts artifacts/benchmarks
    step boards-compared dotnet run -c Release --no-build --project benchmarks/CampaignKit.Benchmarks -- compare leaderboards --members 1000 --rounds 1
    step packages build/check-packages.sh
    if command -v node >/dev/null; then
        step terminal-picture node --test build/terminal-picture.test.mjs
        step verify-page node --test build/verify-page/verify-page.test.mjs
        sed -n 's/^# \(skipped  verify-page\)/\1/p' artifacts/logs/verify-page.log
    else
        skip terminal-picture "node is not installed"
        skip verify-page "node is not installed"
    fi
fi

complete=yes
