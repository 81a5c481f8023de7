#!/bin/sh
# EB Garamond, as @expo-google-fonts/eb-garamond@0.4.3 packs it, has forms of its own of Ä, Ö, Ü for German (feature "locl", lower dots), for which the feature "c2sc" has no small
# capitals. So text in capitals that asks for small ones ("all-small-caps" in CSS) gets a large Ü among small letters where lang="de" is said, and a small one in
# any other language; from the small letter ü it comes out right in all.
# Seen, by HarfBuzz (harfbuzzjs@1.6.4), heights of Ü with c2sc and ü with smcp: "en 658 658, de 717 658". Exits 1 if that changes.
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
const height = (letter, language) => {
  const text = new Buffer();
  text.addText(letter);
  text.guessSegmentProperties();
  text.setLanguage(language);
  shape(font, text, ['smcp', 'c2sc'].map((feature) => new Feature(feature, 1)));
  return font.glyphExtents(text.getGlyphInfos()[0].codepoint).yBearing;
};
const said = ['en', 'de'].map((language) => `${language} ${height('Ü', language)} ${height('ü', language)}`).join(', ');
console.log(`eb-garamond 0.4.3, small capitals of Ü and ü: ${said}`);
process.exit(said === 'en 658 658, de 717 658' ? 0 : 1);
JS
node look.js
