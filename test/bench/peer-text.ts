import type { Chrome, Site } from '../../build/browser/browser.ts';
import { lettersOf, type NoteText } from './found-notes.ts';

/** A galley as other programs want it: notes where they are called, as CSS GCPM has it. */
export interface PeerText {
  html: string;
  /** A plain stylesheet: page, faces and sizes of the house style. */
  css: string;
  notes: NoteText[];
}

export async function peerText(chrome: Chrome, galley: Site): Promise<PeerText> {
  const { html, notes } = await chrome.withPage(galley, (page) =>
    page.evaluate(() => {
      const found: { before: string; text: string }[] = [];
      const articles: string[] = [];
      for (const article of document.querySelectorAll('article')) {
        for (const call of article.querySelectorAll('.call')) {
          const note = document.getElementById((call.getAttribute('href') ?? '').slice(1));
          if (!note || call.closest('.note')) {
            call.remove();
            continue;
          }
          for (const number of note.querySelectorAll('.number')) number.remove();
          const range = document.createRange();
          range.setStart(article, 0);
          range.setEndBefore(call);
          const fragment = range.cloneContents();
          for (const other of fragment.querySelectorAll('.footnote')) other.remove();
          found.push({ before: (fragment.textContent ?? '').slice(-200), text: note.textContent ?? '' });
          const span = document.createElement('span');
          span.className = 'footnote';
          span.textContent = (note.textContent ?? '').replace(/\s+/g, ' ').trim();
          call.replaceWith(span);
          // A second call of the same note stays without.
          note.remove();
        }
        for (const notes of article.querySelectorAll('.notes')) notes.remove();
        articles.push(article.outerHTML);
      }
      return { html: articles.join('\n'), notes: found };
    }),
  );
  const faces = String(galley.files.get('galley.css')?.data).match(/@font-face\s*\{[^}]*\}/g) ?? [];
  return {
    html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><title>The same text</title></head><body>${html}</body></html>`,
    css: `${faces.join('\n')}${css}`,
    notes: notes
      .map(({ before, text }) => ({ before: lettersOf(before), text: lettersOf(text) }))
      .filter(({ text }) => text !== ''),
  };
}

const css = `
@page { size: 170mm 240mm; margin: 21mm 20mm 23mm 17mm; @bottom-center { content: counter(page); } }
html { font: 400 9.3pt/12.75pt "Source Serif 4", "Noto Serif"; }
body, p, h1, h2, h3, ul, ol, blockquote, figure, pre { margin: 0; }
article { break-before: page; }
p { text-align: justify; text-indent: 1em; widows: 2; orphans: 2; }
h1 { font-size: 23pt; line-height: 25.5pt; }
h2, h3 { font-size: 9.6pt; line-height: 12.75pt; margin-top: 12.75pt; break-after: avoid; }
figure, table { margin: 12.75pt 0; break-inside: avoid; }
img { max-width: 100%; max-height: 150mm; }
table { font-size: 7.6pt; line-height: 9.75pt; border-collapse: collapse; }
pre, code { font: 7.4pt/12.75pt "Source Code Pro"; white-space: pre-wrap; }
.footnote { float: footnote; font-size: 7.4pt; line-height: 9.75pt; text-align: left; }
`;
