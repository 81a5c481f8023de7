#!/bin/sh
# EB Garamond, as @expo-google-fonts/eb-garamond@0.4.3 packs it, takes a text that is said to be in Latin (lang="la") for one in old spelling: its feature "locl",
# which every browser and typesetter applies unasked, draws "v" for "u", and "V" for "U". A PDF or page that names the language of a quotation, as accessibility asks, then prints
# "vrbs" for "urbs", while search and copy still find "urbs". Only switching the feature off ("font-variant-ligatures" does not; "font-feature-settings: 'locl' 0" does) keeps the letters.
# Seen, by HarfBuzz (harfbuzzjs@1.6.4), the letters whose outlines are drawn for "uU": "en u U, la v V, la without locl u U". Exits 1 if that changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund @expo-google-fonts/eb-garamond@0.4.3 harfbuzzjs@1.6.4
cat > look.js <<'JS'
import { readFileSync } from 'node:fs';
import { Blob, Buffer, Face, Feature, Font, shape } from 'harfbuzzjs';
const data = readFileSync('node_modules/@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf');
const font = new Font(new Face(new Blob(data), 0));
const glyphs = (letters, language, features = []) => {
  const text = new Buffer();
  text.addText(letters);
  text.guessSegmentProperties();
  text.setLanguage(language);
  shape(font, text, features);
  return text.getGlyphInfos().map(({ codepoint }) => font.glyphToPath(codepoint));
};
const plain = new Map([...'uUvV'].map((letter) => [glyphs(letter, 'en')[0], letter]));
const named = (language, features) => glyphs('uU', language, features).map((one) => plain.get(one) ?? '?').join(' ');
const said = `en ${named('en')}, la ${named('la')}, la without locl ${named('la', [new Feature('locl', 0)])}`;
console.log(`eb-garamond 0.4.3, "uU": ${said}`);
process.exit(said === 'en u U, la v V, la without locl u U' ? 0 : 1);
JS
node look.js
