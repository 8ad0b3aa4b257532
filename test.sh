#!/usr/bin/env bash
# Builds with warnings as errors, checks the layout of the code, runs every test. Last line: Tests: N passed, N failed, N skipped
#   ./test.sh          everything, with a real browser and PostgreSQL; installs them and a C compiler from Debian where they are missing
#   ./test.sh --fast   without browser and PostgreSQL
#   ./test.sh NAME     only the tests whose full name contains NAME
set -uo pipefail
cd "$(dirname "$0")"
exec </dev/null
results=artifacts/tests
fast=
only=
for argument in "$@"; do
  case $argument in
    --fast) fast=1 ;;
    -*) sed -n '2,5s/^# *//p' "$0"; exit 2 ;;
    *) only=$argument ;;
  esac
done

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# nothing stays behind that would hold our output open
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

# the counts, whatever happened before
finish() {
  local results_file=$results/tests.trx outcomes passed failed skipped
  outcomes=$([ -f $results_file ] && grep -o '<UnitTestResult [^>]*' $results_file | grep -o 'outcome="[A-Za-z]*"' || true)
  passed=$(grep -c '"Passed"' <<<"$outcomes")
  skipped=$(grep -c '"NotExecuted"' <<<"$outcomes")
  failed=$(grep -c -v -e '"Passed"' -e '"NotExecuted"' -e '^$' <<<"$outcomes")
  echo "Tests: $passed passed, $failed failed, $skipped skipped"
  [ "$1" -eq 0 ] && [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

step() {
  local name=$1 began=$SECONDS
  shift
  echo "== $name"
  "$@" || { echo "$name failed."; return 1; }
  echo "   $((SECONDS - began)) s"
}

install_missing() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
  # receipts are verified a second time by somebody else's code
  command -v openssl >/dev/null || missing+=(openssl)
  # the paper of a copy is drawn by somebody else's code
  command -v pdftoppm >/dev/null || missing+=(poppler-utils)
  # power cuts are modelled by a library in C
  [ -x /usr/bin/cc ] || missing+=(gcc)
  [ -e /usr/include/stdio.h ] || missing+=(libc6-dev)
  # without a Chinese font the pictures of pages are rows of boxes
  compgen -G '/usr/share/fonts/opentype/noto/*CJK*' >/dev/null || compgen -G '/usr/share/fonts/truetype/wqy/*' >/dev/null || missing+=(fonts-noto-cjk)
  [ ${#missing[@]} -eq 0 ] && return
  local as=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null && as='sudo -n' || {
      echo "Missing: ${missing[*]}. As root: apt-get install ${missing[*]}. Or run ./test.sh --fast."
      return 1
    }
  fi
  echo "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  $as apt-get update -qq && $as apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

run_tests() {
  local filter=()
  [ -n "$only" ] && filter=(--filter "FullyQualifiedName~$only")
  dotnet test SrmBlazor.Tests --no-build --results-directory $results --logger 'trx;LogFileName=tests.trx' --logger 'console;verbosity=minimal' "${filter[@]}"
}

rm -rf $results
command -v dotnet >/dev/null || { echo "The .NET SDK is missing: global.json says which."; finish 1; }
if [ -n "$fast" ]; then
  export SRM_NO_BROWSER=1 SRM_NO_POSTGRES=1
  [ -x /usr/bin/cc ] || export SRM_NO_COMPILER=1
  command -v pdftoppm >/dev/null || export SRM_NO_POPPLER=1
else
  step "Tools" install_missing || finish 1
fi
# analyzers and code style are part of the build
step "Build" dotnet build SrmBlazor.sln -v q || finish 1
step "Layout" dotnet format whitespace . --folder --verify-no-changes --exclude artifacts || finish 1
step "Tests" run_tests
code=$?
# a name was asked for: the other tests did not run
if [ -z "$only" ] && ! unproven=$(scripts/unproven.sh $results/tests.trx); then
  echo "Promises of the policy without a passed test: $(tr '\n' ' ' <<<"$unproven")"
  # without a browser some cannot be proven
  [ -n "$fast" ] || code=1
fi
finish $code
