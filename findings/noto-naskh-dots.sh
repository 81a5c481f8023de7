#!/bin/sh
# Noto Naskh Arabic sets a dotted letter as two glyphs, the letter and its dots. Chromium writes both under one ActualText; poppler takes the width of such a
# letter up to its last glyph, the dots, which have none, and so finds spaces within words: "س ن ة" for سنة. Amiri has a glyph for each letter, and its words
# are found whole. So Offprint's Arabic face is Amiri.
# Seen with @sparticuz/chromium 147.0.0 (puppeteer-core 24.43.1), @expo-google-fonts/noto-naskh-arabic 0.4.5, @expo-google-fonts/amiri 0.4.1, poppler 22.12.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @sparticuz/chromium@147.0.0 puppeteer-core@24.43.1 @expo-google-fonts/noto-naskh-arabic@0.4.5 @expo-google-fonts/amiri@0.4.1 >/dev/null
cat > try.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
const faces = {
  'Noto Naskh Arabic': 'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  Amiri: 'amiri/400Regular/Amiri_400Regular.ttf',
};
const browser = await puppeteer.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: 'shell' });
console.log('version', await browser.version());
const found = {};
for (const [name, path] of Object.entries(faces)) {
  const data = readFileSync(`node_modules/@expo-google-fonts/${path}`).toString('base64');
  const page = await browser.newPage();
  await page.setContent(`<style>@font-face { font-family: F; src: url(data:font/ttf;base64,${data}) } p { font: 20px F }</style><p lang="ar" dir="rtl">سنة قرطبة</p>`);
  await page.evaluate(() => document.fonts.ready);
  writeFileSync('try.pdf', await page.pdf({ tagged: true }));
  found[name] = execFileSync('pdftotext', ['try.pdf', '-'], { encoding: 'utf8' }).replace(/[\u202a-\u202e\f\n]/g, '').trim();
  console.log(`${name}: ${found[name]}`);
}
await browser.close();
const isAsSeen = found.Amiri === 'سنة قرطبة' && found['Noto Naskh Arabic'] !== 'سنة قرطبة';
console.log(isAsSeen ? 'As seen: words of the one are parted, of the other whole.' : 'This has changed.');
process.exit(isAsSeen ? 0 : 1);
JS
TMPDIR="$folder" node try.mjs
