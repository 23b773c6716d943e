#!/usr/bin/env bash
# Reads the bundled example pages into an archive, shows one, and says what to do next.
set -euo pipefail
export PATH="$PWD/.venv/bin:$PATH"
mkdir -p out
rm -f out/demo.dragoman*
dragoman read example:wire example:copy example:translation example:state-media example:interview \
  example:live example:clashes example:treaty example:french --into out/demo.dragoman
dragoman list out/demo.dragoman
echo
dragoman read example:translation
echo
echo "Next: .venv/bin/dragoman read YOUR-PAGE.html   (all commands: .venv/bin/dragoman --help)"
