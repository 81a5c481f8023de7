#!/bin/sh
# Chromium tags a drawing in a page, an svg, only if its role is img: with the role figure, which it takes of any other element, its paths get no tag
# and its name is lost, in silence.
# Seen with Chromium 147 and 153.
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/try.ts" <<TS
import { writeFile } from 'node:fs/promises';
import { startChrome } from '$(pwd)/build/browser/browser.ts';
const drawing = (role: string) => \`<svg role="\${role}" aria-label="the \${role}" width="20" height="20"><path d="M0 0H20V20Z"/></svg>\`;
const data = \`<!DOCTYPE html><html lang="en"><body><p>A \${drawing('img')} and \${drawing('figure')}</p></body></html>\`;
const chrome = await startChrome();
await chrome.withPage({ entry: 'a.html', files: new Map([['a.html', { type: 'text/html', data }]]) }, async (page) => {
  await writeFile('$folder/a.pdf', await page.pdf({ tagged: true }));
});
await chrome.close();
TS
node --import ./build/typescript.mjs "$folder/try.ts"
seen=$(for role in img figure; do if grep -a -q "the $role" "$folder/a.pdf"; then echo "$role: tagged"; else echo "$role: not tagged"; fi; done)
echo "$seen"
expected='img: tagged
figure: not tagged'
[ "$seen" = "$expected" ] || { echo 'This has changed.'; exit 1; }
