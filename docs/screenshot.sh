#!/usr/bin/env bash
# Takes docs/screenshot.png of a profile page, from a site of its own with a throw-away database.
set -euo pipefail
set -m # the server gets a process group of its own, to be stopped whole
cd "$(dirname "${BASH_SOURCE[0]}")/.."

PAGE=/en/relations/kaz-tur/
PICTURE=$PWD/docs/screenshot.png

for name in chromium chromium-browser google-chrome; do
    browser=$(command -v "$name") && break
done
[ -n "${browser:-}" ] || {
    echo "No Chromium was found: install chromium or google-chrome, so that the screenshot can be taken." >&2
    exit 1
}

scratch=$(mktemp -d /tmp/kopru-screenshot.XXXXXX)
server=
tidy() {
    [ -z "$server" ] || kill -- "-$server" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$scratch"
}
trap tidy EXIT

port=$(.venv/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
env -u SECRET_KEY -u SITE_NAME -u SITE_URL -u ALLOWED_HOSTS -u HTTPS DEBUG=1 "DATABASE_URL=sqlite:///$scratch/db.sqlite3" \
    .venv/bin/python manage.py run_site --port "$port" >"$scratch/log" 2>&1 </dev/null &
server=$!

answered() {
    .venv/bin/python -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=10)' \
        "http://127.0.0.1:$port$PAGE" 2>/dev/null
}
for _ in $(seq 120); do
    answered && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.5
done
answered || {
    cat "$scratch/log" >&2
    echo "The site did not answer at $PAGE; its messages stand above." >&2
    exit 1
}

timeout 90 "$browser" --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
    --user-data-dir="$scratch/profile" --window-size=1280,1600 --screenshot="$scratch/screenshot.png" \
    "http://127.0.0.1:$port$PAGE" >"$scratch/browser" 2>&1 && [ -s "$scratch/screenshot.png" ] || {
    cat "$scratch/browser" >&2
    echo "Chromium took no screenshot; its messages stand above." >&2
    exit 1
}
mv "$scratch/screenshot.png" "$PICTURE"
echo "docs/screenshot.png"
