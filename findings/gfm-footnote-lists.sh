#!/bin/sh
# A list in a footnote loses how it was spaced: with empty lines between its items, mdast-util-from-markdown says of it and of its last item
# `spread: false` and of the first item `spread: true`, where the same list in a quotation is `spread: true` as a whole, as CommonMark wants it.
# Seen with remark-parse 11.0.0, remark-gfm 4.0.1 (mdast-util-from-markdown 2.1.0, micromark-extension-gfm-footnote 2.1.0).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund unified@11.0.5 remark-parse@11.0.0 remark-gfm@4.0.1 mdast-util-from-markdown@2.1.0 micromark-extension-gfm-footnote@2.1.0 >/dev/null
cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
for (const name of ['mdast-util-from-markdown', 'micromark-extension-gfm-footnote'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const spacing = (markdown) => {
  const said = [];
  const visit = (node) => {
    if (/^list/.test(node.type)) said.push(`${node.type} ${node.spread}`);
    for (const child of node.children ?? []) visit(child);
  };
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown));
  return said.join(', ');
};
const note = spacing('Words.[^1]\n\n[^1]: A note.\n\n    - one\n\n    - two\n');
const quotation = spacing('> A quotation.\n>\n> - one\n>\n> - two\n');
console.log('in a note:     ', note);
console.log('in a quotation:', quotation);
const isAsSeen = note === 'list false, listItem true, listItem false' && quotation === 'list true, listItem false, listItem false';
console.log(isAsSeen ? 'As seen: the list in the note is not spread.' : 'This has changed.');
process.exit(isAsSeen ? 0 : 1);
JS
node try.mjs
