#!/bin/sh
# Chromium tags a drawing in a page, an svg, only if its role is img: with the role figure, which it takes of any other element, its paths get no tag
# and its name is lost, in silence.
# Seen with @sparticuz/chromium 147.0.0 (puppeteer-core 24.43.1) and 153.0.0 (puppeteer-core 25.16.0).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/try.mjs" <<'JS'
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
const browser = await puppeteer.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: 'shell' });
const page = await browser.newPage();
const drawing = (role) => `<svg role="${role}" aria-label="the ${role}" width="20" height="20"><path d="M0 0H20V20Z"/></svg>`;
await page.setContent(`<html lang="en"><body><p>A ${drawing('img')} and ${drawing('figure')}</p></body></html>`);
const pdf = Buffer.from(await page.pdf({ tagged: true })).toString('latin1');
for (const role of ['img', 'figure']) console.log(`${role}: ${pdf.includes(`the ${role}`) ? 'tagged' : 'not tagged'}`);
await browser.close();
JS
try() { # version of Chromium, of puppeteer-core
  mkdir "$folder/$1" && cp "$folder/try.mjs" "$folder/$1" && cd "$folder/$1"
  npm init -y >/dev/null
  npm install --silent --no-audit --no-fund "@sparticuz/chromium@$1" "puppeteer-core@$2" >/dev/null 2>&1
  echo "Chromium $1"
  TMPDIR="$folder/$1" node try.mjs # where the package unpacks the browser, and keeps one that is there
}
seen=$(try 147.0.0 24.43.1; try 153.0.0 25.16.0)
echo "$seen"
expected='Chromium 147.0.0
img: tagged
figure: not tagged
Chromium 153.0.0
img: tagged
figure: not tagged'
[ "$seen" = "$expected" ] || { echo 'This has changed.'; exit 1; }
