#!/bin/sh
# MathJax says by columnalign on which side the columns of aligned equations stand, as MathML 3 has it. Chromium knows MathML Core, which has no such
# attribute: each cell stands in the middle, and the signs of relation are not below one another. CSS on the cells does it (text-align, no padding).
# Seen with @mathjax/src 4.1.3 in @sparticuz/chromium 153.0.0 (puppeteer-core 25.16.0).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @mathjax/src@4.1.3 @sparticuz/chromium@153.0.0 puppeteer-core@25.16.0 >/dev/null 2>&1
cat > try.mjs <<'JS'
import MathJax from '@mathjax/src';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
await MathJax.init({ loader: { load: ['input/tex-base', '[tex]/ams', 'adaptors/liteDOM'] }, tex: { packages: ['base', 'ams'] } });
const math = await MathJax.tex2mmlPromise('\\begin{aligned} a + b + c &= d \\\\ a &= e + f + g + h \\end{aligned}', { display: true });
console.log(/<mtable[^>]*columnalign="([^"]*)"/.exec(math)[1]);
const browser = await puppeteer.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: 'shell' });
const page = await browser.newPage();
const css = 'mtd { padding: 0 } mtd:nth-child(odd) { text-align: right } mtd:nth-child(even) { text-align: left }';
for (const style of ['', css]) {
  await page.setContent(`<style>${style}</style>${math}`);
  const places = await page.evaluate(() =>
    [...document.querySelectorAll('mtr')].map((row) => {
      const signs = [...row.querySelectorAll('mo')].filter((mo) => mo.textContent === '=');
      return Math.round(signs[0].getBoundingClientRect().left);
    }),
  );
  console.log(`${style ? 'with CSS' : 'as it is'}: the signs stand ${places[0] === places[1] ? 'below one another' : 'apart'}`);
}
await browser.close();
JS
seen=$(TMPDIR="$folder" node try.mjs)
echo "$seen"
expected='right left
as it is: the signs stand apart
with CSS: the signs stand below one another'
[ "$seen" = "$expected" ] || { echo 'This has changed.'; exit 1; }
