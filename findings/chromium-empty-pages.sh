#!/bin/sh
# Chromium prints one page for any number of empty boxes with `break-after: page` at the beginning of a document, and a page for
# each of them anywhere else (CSS Fragmentation 3, 3.1: a forced break applies between any two siblings). A height of 1px is enough
# to have a page for each.
# Seen with @sparticuz/chromium 153.0.0 (puppeteer-core 25.16.0).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @sparticuz/chromium@153.0.0 puppeteer-core@25.16.0 >/dev/null
cat > try.mjs <<'JS'
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
const browser = await puppeteer.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: 'shell' });
console.log('version', await browser.version());
const page = await browser.newPage();
const pagesOf = async (body) => {
  await page.setContent(`<!DOCTYPE html><style>body { margin: 0 } section { break-after: page }</style>${body}`);
  return (Buffer.from(await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
};
const empty = '<section></section>';
const seen = {
  'one empty box, then words': await pagesOf(`${empty}<p>words</p>`),
  'two empty boxes, then words': await pagesOf(`${empty}${empty}<p>words</p>`),
  'three empty boxes, then words': await pagesOf(`${empty}${empty}${empty}<p>words</p>`),
  'words, two empty boxes, words': await pagesOf(`<section>words</section>${empty}${empty}<p>words</p>`),
  'a box of 1px, an empty one, then words': await pagesOf(`<section style="height: 1px"></section>${empty}<p>words</p>`),
};
await browser.close();
for (const [what, pages] of Object.entries(seen)) console.log(`${what}: ${pages} pages`);
const isAsSeen = Object.values(seen).join() === '2,2,2,4,3';
console.log(isAsSeen ? 'As seen: at the beginning, all empty boxes share a page.' : 'This has changed.');
process.exit(isAsSeen ? 0 : 1);
JS
TMPDIR="$folder" node try.mjs
