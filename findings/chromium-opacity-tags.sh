#!/bin/sh
# What Chromium paints with opacity stands in a form XObject of its own. Up to 147, tagged PDFs number the marked content in such forms along with that of
# their page, and name it in the tags without its stream (`/K 2`), though by ISO 32000-1, 14.7.4.2 a number counts within its content stream: a reader that
# goes by the standard finds no such piece on the page. 153 gives each form a `StructParents` key and numbers from 0, and the tags name the stream
# (`/Stm`); a reader that took the page's numbers for all finds other words, or none.
# Seen with @sparticuz/chromium 147.0.0 (puppeteer-core 24.43.1) and 153.0.0 (puppeteer-core 25.16.0).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/try.mjs" <<'JS'
import { inflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
const browser = await puppeteer.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: 'shell' });
const page = await browser.newPage();
await page.setContent('<h2 style="opacity: 0.5">Faded</h2><p>Plain</p>');
const pdf = await PDFDocument.load(await page.pdf({ tagged: true }));
await browser.close();
const name = (text) => PDFName.of(text);
const seen = [];
for (const [, object] of pdf.context.enumerateIndirectObjects()) {
  if (object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Form')) {
    const packed = object.dict.get(name('Filter')) === name('FlateDecode');
    const text = Buffer.from(packed ? inflateSync(object.contents) : object.contents).toString('latin1');
    const numbers = [...text.matchAll(/MCID (\d+)/g)].map(([, number]) => number);
    if (numbers.length > 0) seen.push(`a form numbers ${numbers}, StructParents: ${object.dict.has(name('StructParents'))}`);
  }
  const kid = object instanceof PDFDict && object.has(name('S')) ? pdf.context.lookup(object.get(name('K'))) : undefined;
  if (kid instanceof PDFNumber) seen.push(`a tag names ${kid}`);
  if (kid instanceof PDFDict && kid.has(name('MCID'))) seen.push(`a tag names ${kid.get(name('MCID'))} of a stream: ${kid.has(name('Stm'))}`);
}
console.log(seen.sort().join('\n'));
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
a form numbers 1, StructParents: false
a tag names 0
a tag names 1
Chromium 153.0.0
a form numbers 0, StructParents: true
a tag names 0
a tag names 0 of a stream: true'
[ "$seen" = "$expected" ] || { echo 'This has changed.'; exit 1; }
