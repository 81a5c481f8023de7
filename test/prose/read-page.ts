import type { Passage } from './read-code.ts';

/** The prose of a page of docs, a template or a stylesheet, paragraph by paragraph or comment by comment. */
export function readPage(text: string, path: string): Passage[] {
  if (path.endsWith('.css')) return commentsIn(text, /\/\*[\s\S]*?\*\//g);
  if (path.endsWith('.ejs')) return commentsIn(text, /<%#[\s\S]*?%>|<!--[\s\S]*?-->/g);
  // Code is no prose; its lines stay, so that those behind it keep their numbers.
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, (code) => code.replace(/[^\n]/g, ''));
  let line = 1;
  const passages: Passage[] = [];
  for (const paragraph of prose.split('\n\n')) {
    passages.push({ kind: 'message', line, text: paragraph });
    line += paragraph.split('\n').length + 1;
  }
  return passages;
}

function commentsIn(text: string, pattern: RegExp): Passage[] {
  return [...text.matchAll(pattern)].map(({ 0: comment, index }) => ({
    kind: 'comment',
    line: text.slice(0, index).split('\n').length,
    text: comment,
  }));
}
