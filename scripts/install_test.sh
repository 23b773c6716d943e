#!/usr/bin/env bash
# What a user without make does: a plain `pip install .` with the pip that came with Python, then a page.
set -euo pipefail
python=$("$1" -c 'import os, sys; print(os.path.realpath(sys.executable))')
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$python" -m venv "$scratch/venv"
"$scratch/venv/bin/pip" --version
if ! "$scratch/venv/bin/pip" install --quiet . 2>"$scratch/log"; then
  if grep -qiE 'connection|timed out|temporary failure|name resolution' "$scratch/log"; then
    echo "install test: NOT RUN (no network: $(tail -n 1 "$scratch/log"))"
    exit 0
  fi
  cat "$scratch/log" >&2
  exit 1
fi
cd "$scratch"
venv/bin/dragoman --help >/dev/null
venv/bin/dragoman read example:wire >readout.txt
grep -q 'Elena Rusu' readout.txt
echo "install test: passed (plain pip install, then a readout with the small model)"
