import type { Link, Parents, PhrasingContent, Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import { sourceText } from '../../../text/source-text.ts';
import { SKIP, visit } from '../../../text/visit.ts';
import { asId } from '../attributes/read.ts';
import { writtenIds } from '../cross-references/read.ts';

/**
 * Checks links: only those to the web, to mail and into the issue are kept, of others only the words. A mere name that
 * something has as its id leads there, as in MyST. Takes a closing
 * quotation mark or dash off the end of an address that GFM found in the text.
 */
export function checkLinks() {
  return (tree: Root, file: VFile): void => {
    let ids: Set<string> | undefined;
    visit(tree, 'link', (link, index, parent) => {
      if (!parent || index === undefined) return;
      if (bareName.test(link.url)) {
        ids ??= writtenIds(String(file));
        if (ids.has(asId(link.url))) link.url = `#${link.url}`;
      }
      if (!isAllowed(link.url)) {
        reportTarget(link, file);
        parent.children.splice(index, 1, ...(link.children as never[]));
        return [SKIP, index];
      }
      readMystWords(link);
      if (textOf(link).trim() === '') giveWords(link, file);
      if (link.title) {
        report(file, 'link-target', {
          at: link.position,
          level: 'warning',
          found: 'A title on a link, which no edition prints',
          fix: 'Put its words into the text, or remove them.',
        });
        link.title = null;
      }
      const after = trailingMarks(link, file);
      if (after) (parent as Parents).children.splice(index + 1, 0, after as never);
      return;
    });
    visit(tree, 'text', (text) => checkUnread(text, file));
  };
}

const bareName = /^[A-Za-z][\w:-]*$/;

/** Reads what MyST writes in the words of a reference for the number of its target, `%s` or `{number}`. */
function readMystWords({ url, children }: Link): void {
  if (!url.startsWith('#')) return;
  for (const child of children) if (child.type === 'text') child.value = child.value.replace(/%s|\{number\}/g, '?');
}

/** Gives a link without words those that MyST has for it: the name of its target, or the address itself, told. */
function giveWords(link: Link, file: VFile): void {
  const { url, position } = link;
  const words = (value: string): Text => ({ type: 'text', value, ...(position ? { position } : {}) });
  if (url.startsWith('#')) {
    link.children = [words('?')];
    link.data = { ...link.data, naming: 'label' };
    return;
  }
  report(file, 'link-target', {
    at: position,
    ...(/^https?:/i.test(url) ? { level: 'warning' as const } : {}),
    found: `A link to ${url} without words`,
    fix: 'Write [words](…), or <https://…> for the address itself.',
  });
  if (/^https?:/i.test(url)) link.children = [words(url)];
}

/** Reports text that an author meant as a link or an image, and that Markdown reads as text. */
function checkUnread(text: Text, file: VFile): void {
  const source = sourceText(text, file);
  for (const { index } of text.value.matchAll(/\]\(/g)) {
    if (source.isEscaped(index) || source.isEscaped(index + 1)) continue;
    report(file, 'link-target', {
      at: source.positionOf(index, index + 2),
      level: 'warning',
      found: 'The signs ]( in the text; a link or an image that could not be read',
      fix: 'Write an address with spaces as <…>, and a quotation mark in a caption as \\"; for the mere signs write \\].',
    });
  }
}

function isAllowed(url: string): boolean {
  if (/^https?:/i.test(url)) return /^https?:\/\/[^/]/i.test(url) && URL.canParse(url);
  return /^(mailto:.|tel:.|#.)/i.test(url) || /^[^:#?]+\.md(#.*)?$/.test(url);
}

function reportTarget({ url, position }: Link, file: VFile): void {
  const bare = /^(doi:|10\.\d{4,}\/|www\.)/i.test(url);
  const isOfSite = !bare && /^(?:\.{0,2}\/|[\w%-]+(?:[/#?]|$))/.test(url);
  const fix = bare
    ? `Write https://${/^www/i.test(url) ? url : `doi.org/${url.replace(/^doi:\s*/i, '')}`}`
    : isOfSite
      ? 'A page of a website is found from elsewhere by its whole address: write it, https:// and all, or leave the words without a link.'
      : undefined;
  report(file, 'link-target', {
    at: position,
    found: url.trim() ? `A link to ${url.length > 80 ? `${url.slice(0, 80)}…` : url}` : 'A link to nothing',
    expected: 'https://…, mailto:…, #id or another-article.md#id',
    ...(fix ? { fix } : {}),
    ...(isOfSite ? { alike: 'page of a website' } : {}),
  });
}

/** Takes closing punctuation off the end of a bare address; GFM knows only the ASCII signs. */
function trailingMarks(link: Link, file: VFile): PhrasingContent | undefined {
  const [text] = link.children;
  const offset = link.position?.start.offset;
  if (text?.type !== 'text' || !link.url.endsWith(text.value) || /[[<]/.test(String(file)[offset ?? 0] ?? ''))
    return undefined;
  const marks = /[\u00a0«»“”„‘’‚‹›–—…]+[.,;:!?)\]]*$/.exec(text.value)?.[0];
  if (!marks) return undefined;
  const cut = text.value.length - marks.length;
  const source = sourceText(text, file);
  link.url = link.url.slice(0, -marks.length);
  link.children = [source.slice(0, cut)];
  return source.slice(cut);
}
