#!/bin/sh
# Destinations in Chromium's PDFs leave out the page's margins: a heading that is printed 100 pt further down and to the right, because its @page rule has
# margins of 100 pt, has the same `/XYZ` place as without. Links lead that far above their targets, and on pages with wide margins to white paper.
# Seen with @sparticuz/chromium 147.0.0 (puppeteer-core 24.43.1) and 153.0.0 (puppeteer-core 25.16.0).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/try.mjs" <<'JS'
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
const browser = await puppeteer.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: 'shell' });
for (const margin of [0, 100]) {
  const page = await browser.newPage();
  const rules = `@page { size: 400pt 400pt; margin: ${margin}pt } body, h2, p { margin: 0; font: 20pt/20pt serif }`;
  await page.setContent(`<style>${rules}</style><p><a href="#a">to</a></p><h2 id="a">Head</h2>`);
  const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
  const place = pdf.catalog.lookup(PDFName.of('Dests'), PDFDict).lookup(PDFName.of('a'), PDFArray);
  console.log(`margins of ${margin} pt: ${place.asArray().slice(1, 4).join(' ')}`);
}
await browser.close();
JS
try() { # version of Chromium, of puppeteer-core
  mkdir "$folder/$1" && cp "$folder/try.mjs" "$folder/$1" && cd "$folder/$1"
  npm init -y >/dev/null
  npm install --silent --no-audit --no-fund "@sparticuz/chromium@$1" "puppeteer-core@$2" @cantoo/pdf-lib@2.11.1 >/dev/null 2>&1
  echo "Chromium $1"
  TMPDIR="$folder/$1" node try.mjs # where the package unpacks the browser, and keeps one that is there
}
seen=$(try 147.0.0 24.43.1; try 153.0.0 25.16.0)
echo "$seen"
expected='Chromium 147.0.0
margins of 0 pt: /XYZ 0 380.57999
margins of 100 pt: /XYZ 0 380.57999
Chromium 153.0.0
margins of 0 pt: /XYZ 0 380.57999
margins of 100 pt: /XYZ 0 380.57999'
[ "$seen" = "$expected" ] || { echo 'This has changed.'; exit 1; }
