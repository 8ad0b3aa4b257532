#!/usr/bin/env bash
# Promises that the program keeps and no test of this run has proven, one a line: scripts/unproven.sh RESULTS.trx. Answers 1 if there are any.
set -euo pipefail
results=$(realpath "${1:?usage: scripts/unproven.sh RESULTS.trx}")
cd "$(dirname "$0")/../SrmBlazor/Features/Policies/Promises"
# of a theory one case is enough here: a case that fails is a failed test anyway
passed=$(grep -o '<UnitTestResult [^>]*' "$results" | grep 'outcome="Passed"' | grep -o 'testName="[^"(]*' | cut -d '"' -f 2 | sort -u || true)
awk '
  /^#/ || NF == 0 { next }
  of == "passed" { passed[$1]; next }
  of == "tests" { if ($2 in passed) proven[$1]; next }
  $2 == "program" && !($1 in proven) { print $1; unproven = 1 }
  END { exit unproven }
' of=passed <(echo "$passed") of=tests tests.txt of=register register.txt
