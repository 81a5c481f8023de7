#!/bin/sh
# MathJax gives a fraction no class of TeX, and so no space before an operator behind it: \frac{n}{2}\ln x is set without the thin space that
# TeX has there (a \frac is an ordinary atom: it stands in braces), and that MathJax has in n\ln x and {\frac{n}{2}}\ln x.
# Seen with MathJax 4.1.3. Offprint gives fractions the class of ordinary atoms (build/formulas/mathjax.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund mathjax@4.1.3 >/dev/null 2>&1
cat > try.mjs <<'JS'
import { createRequire } from 'node:module';
const MathJax = createRequire(import.meta.url)('mathjax');
const mj = await MathJax.init({ loader: { load: ['input/tex', 'output/svg'] }, startup: { typeset: false }, svg: { fontCache: 'none' } });
for (const tex of ['n\\ln x', '\\frac{n}{2}\\ln x', '{\\frac{n}{2}}\\ln x']) {
  const svg = mj.startup.adaptor.outerHTML(await mj.tex2svgPromise(tex, { display: true }));
  const width = Number(/viewBox="0 \S+ (\S+)/.exec(svg)[1]);
  const parts = await Promise.all(tex.split('\\ln').map((part, i) => mj.tex2svgPromise(i ? `\\ln${part}` : part, { display: true })));
  const sum = parts.reduce((all, part) => all + Number(/viewBox="0 \S+ (\S+)/.exec(mj.startup.adaptor.outerHTML(part))[1]), 0);
  console.log(`${tex}: ${width - sum > 100 ? 'a space' : 'no space'}`);
}
process.exit(0);
JS
seen=$(node try.mjs 2>/dev/null)
printf '%s\n' "$seen"
expected='n\ln x: a space
\frac{n}{2}\ln x: no space
{\frac{n}{2}}\ln x: a space'
[ "$seen" = "$expected" ] || { echo 'This has changed.'; exit 1; }
