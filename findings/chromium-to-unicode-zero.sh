#!/bin/sh
# Where a letter and its accent have a glyph each, and the face gives the accent a form for capitals that has no character of its own
# (Ю́ in Source Serif 4), Chromium says the text by ActualText and maps the accent's glyph to U+0000 in the font's ToUnicode map.
# PDF/UA-1, 7.21.7 and PDF/A-2, 6.2.11.7.2 forbid that value whatever ActualText says.
# Seen with @sparticuz/chromium 147.0.0 (puppeteer-core 24.43.1), @expo-google-fonts/source-serif-4 0.4.1, @cantoo/pdf-lib 2.11.1.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @sparticuz/chromium@147.0.0 puppeteer-core@24.43.1 @expo-google-fonts/source-serif-4@0.4.1 @cantoo/pdf-lib@2.11.1 >/dev/null
cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
const face = readFileSync('node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf');
const browser = await puppeteer.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: 'shell' });
console.log('version', await browser.version());
const page = await browser.newPage();
await page.setContent(`<style>@font-face { font-family: F; src: url(data:font/ttf;base64,${face.toString('base64')}) } p { font: 20px F }</style><p lang="uk">Ю\u0301рій</p>`);
await page.evaluate(() => document.fonts.ready);
const document = await PDFDocument.load(await page.pdf({ tagged: true }));
await browser.close();
let zero = '';
let said = false;
for (const [, object] of document.context.enumerateIndirectObjects()) {
  if (!(object instanceof PDFRawStream)) continue;
  let text = '';
  try { text = inflateSync(object.contents).toString('latin1'); } catch { continue; }
  if (text.includes('ActualText <FEFF042E0301>')) said = true;
  if (text.includes('beginbfchar')) zero += (text.match(/<[0-9A-F]{4}> <0000>/g) ?? []).join(' ');
}
console.log('ActualText says Ю and U+0301:', said, '- codes mapped to U+0000:', zero || 'none');
const isAsSeen = said && zero !== '';
console.log(isAsSeen ? 'As seen.' : 'This has changed.');
process.exit(isAsSeen ? 0 : 1);
JS
TMPDIR="$folder" node try.mjs
