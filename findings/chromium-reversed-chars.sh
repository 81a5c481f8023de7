#!/bin/sh
# Chromium shows words from right to left glyph by glyph, each in a string of its own, from left to right, within /ReversedChars. By ISO 32000-1,
# 14.8.2.3.3 that mark turns round only what stands within one string: the strings themselves are to be in the order of reading, and are not.
# Readers that go by the strings (pdfjs-dist 5.5.207, mupdf 1.28.1) find the letters of כתב backwards or scattered.
# Seen with @sparticuz/chromium 147.0.0 (puppeteer-core 24.43.1), @expo-google-fonts/noto-sans-hebrew 0.4.1.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @sparticuz/chromium@147.0.0 puppeteer-core@24.43.1 @expo-google-fonts/noto-sans-hebrew@0.4.1 @cantoo/pdf-lib@2.11.1 >/dev/null
cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
const face = readFileSync('node_modules/@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf');
const browser = await puppeteer.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: 'shell' });
console.log('version', await browser.version());
const page = await browser.newPage();
await page.setContent(`<style>@font-face { font-family: F; src: url(data:font/ttf;base64,${face.toString('base64')}) } p { font: 20px F }</style><p lang="he">כתב</p>`);
await page.evaluate(() => document.fonts.ready);
const document = await PDFDocument.load(await page.pdf({ tagged: true }));
await browser.close();
const streams = [];
for (const [, object] of document.context.enumerateIndirectObjects())
  if (object instanceof PDFRawStream) try { streams.push(inflateSync(object.contents).toString('latin1')); } catch {}
const map = new Map(streams.flatMap((text) => [...text.matchAll(/<([0-9A-F]{4})> <([0-9A-F]{4})>\n/g)].map(([, code, to]) => [code, String.fromCharCode(parseInt(to, 16))])));
for (const text of streams) for (const [, body] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
  for (const [, a, b, c] of body.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
    for (let i = 0; i <= parseInt(b, 16) - parseInt(a, 16); i++) map.set((parseInt(a, 16) + i).toString(16).toUpperCase().padStart(4, '0'), String.fromCharCode(parseInt(c, 16) + i));
const content = streams.find((text) => text.includes('/ReversedChars BMC')) ?? '';
const inside = /\/ReversedChars BMC([\s\S]*?)EMC/.exec(content)?.[1] ?? '';
const strings = (inside.match(/<[0-9A-F]+> Tj/g) ?? []).map((one) => one.match(/[0-9A-F]{4}/g).map((code) => map.get(code) ?? '?').join(''));
console.log('strings in their order:', strings.join(' | '));
const isAsSeen = strings.length === 3 && strings.join('') === 'בתכ';
console.log(isAsSeen ? 'As seen: one glyph a string, the last letter first.' : 'This has changed.');
process.exit(isAsSeen ? 0 : 1);
JS
TMPDIR="$folder" node try.mjs
