#!/bin/sh
# Makes testdata/report.png, the picture in README.md: the page of a platform of
# specs, opened at a type. It needs Chromium, under that name or in $CHROMIUM. Reduce the
# picture to 96 colors before you commit it, which makes it a third as large.
#
#	cmd/specimen/internal/page/screenshot.sh [PLATFORM [ANCHOR]]
set -eu

platform=${1:-shoplazza}
anchor=${2:-Order}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$here/../../../.." && go run ./cmd/specimen report --out "$work")

# A frame, because Chromium takes pictures of the top of a page only.
cat >"$work/frame.html" <<FRAME
<!doctype html><style>body { margin: 0 } iframe { border: 0; width: 1280px; height: 800px; display: block }</style>
<iframe src="$platform.html#$anchor"></iframe>
FRAME

"${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
	--disable-background-networking --disable-component-update --disable-sync --hide-scrollbars \
	--user-data-dir="$work/profile" --window-size=1280,800 --virtual-time-budget=3000 \
	--screenshot="$here/testdata/report.png" "file://$work/frame.html" 2>/dev/null
