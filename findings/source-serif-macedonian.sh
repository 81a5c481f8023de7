#!/bin/sh
# Source Serif 4, as @expo-google-fonts/source-serif-4@0.4.1 packs it, has rules of its own for Macedonian (script cyrl, language MKD), and in them one feature only: a text
# with lang="mk" gets no superior or inferior figures, small capitals, old-style figures, which all other languages have. Valid text, nothing
# is said; 10<sup>6</sup> set by the feature "sups" comes out as 106 in Macedonian, and right in Serbian.
# Seen: "dflt 21, BGR 21, MKD 1, SRB 21" features, "sups" missing in MKD alone. Exits 1 if that changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund @expo-google-fonts/source-serif-4@0.4.1 opentype.js@2.0.0
cat > look.js <<'JS'
import { readFileSync } from 'node:fs';
import opentype from 'opentype.js';
const data = readFileSync('node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf');
const { gsub } = opentype.parse(data.buffer.slice(data.byteOffset, data.byteOffset + data.length)).tables;
const { script } = gsub.scripts.find(({ tag }) => tag === 'cyrl');
const systems = [['dflt', script.defaultLangSys], ...script.langSysRecords.map(({ tag, langSys }) => [tag.trim(), langSys])];
const said = systems.map(([tag, { featureIndexes }]) => `${tag} ${featureIndexes.length}${featureIndexes.some((i) => gsub.features[i].tag === 'sups') ? '' : ' without sups'}`);
console.log(`source-serif-4 0.4.1, cyrl: ${said.join(', ')}`);
process.exit(said.join() === 'dflt 21,BGR 21,MKD 1 without sups,SRB 21' ? 0 : 1);
JS
node look.js
