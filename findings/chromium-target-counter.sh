#!/bin/sh
# Chromium says by CSS.supports and @supports that it knows target-counter(), target-counters() and target-text() in `content`;
# in print it sets nothing for them, and the declaration takes the place of what was there for other browsers.
# Seen with @sparticuz/chromium 147.0.0 (puppeteer-core 24.43.1), text read with pdfjs-dist 5.5.207.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @sparticuz/chromium@147.0.0 puppeteer-core@24.43.1 pdfjs-dist@5.5.207 >/dev/null
cat > try.mjs <<'JS'
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const browser = await puppeteer.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: 'shell' });
console.log('version', await browser.version());
const page = await browser.newPage();
await page.setContent(`<style>
  a::after { content: " (fallback)" }
  @supports (content: target-counter(attr(href), page)) { a::after { content: " (p. " target-counter(attr(href), page) ")" } }
  h1 { break-before: page }
</style><p>See <a href="#there">there</a>.</p><h1 id="there">There</h1>`);
const says = await page.evaluate(() =>
  ['target-counter(attr(href), page)', 'target-counters(attr(href), page, ".")', 'target-text(attr(href))', 'leader(".")'].map(
    (value) => CSS.supports('content', value)));
const data = await page.pdf();
await browser.close();
const document = await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise;
const { items } = await (await document.getPage(1)).getTextContent();
const text = items.map(({ str }) => str).join('');
console.log('CSS.supports target-counter, target-counters, target-text, leader:', says.join(', '));
console.log('printed on page 1:', JSON.stringify(text));
const isAsSeen = says.join() === 'true,true,true,false' && !text.includes('fallback') && !/p\. ?2/.test(text);
console.log(isAsSeen ? 'As seen: said to be supported, nothing printed, no fallback.' : 'This has changed.');
process.exit(isAsSeen ? 0 : 1);
JS
TMPDIR="$folder" node try.mjs
