#!/usr/bin/env bash
# Prints a Python 3.11 or newer that can make a virtual environment, found by running candidates.
set -u
check='import ensurepip, sys, venv; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else 1)'
for name in ${PYTHON:-} python3.12 python3.11 python3.13 python3 python; do
  path=$(command -v "$name" 2>/dev/null) || continue
  if "$path" -c "$check" >/dev/null 2>&1; then
    "$path" -c 'import sys; print(sys.executable)'
    exit 0
  fi
done
echo "No Python 3.11 to 3.13 with venv was found. Install one (Debian: apt-get install python3.11-venv) or name it: make PYTHON=/path/to/python3.12 demo" >&2
exit 1
