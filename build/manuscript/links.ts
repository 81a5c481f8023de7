import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

/** Holds links to the web, to mail and to places in the issue; `www.…` has become a link of its own already. */
export function checkLinks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, ['link', 'definition'], (node) => {
      if (node.type !== 'link' && node.type !== 'definition') return;
      const { url } = node;
      if (/^(https?:\/\/|mailto:|tel:)/i.test(url) || url.startsWith('#') || /^[^:#?]+\.md(#.*)?$/.test(url)) return;
      const bare = /^(doi:|10\.\d{4,}\/|www\.)/i.test(url);
      report(file, 'link-target', {
        at: node.position,
        found: url.trim() ? `A link to ${url.length > 80 ? `${url.slice(0, 80)}…` : url}` : 'A link to nothing',
        expected: 'https://…, mailto:…, #id or another-article.md#id',
        ...(bare
          ? { fix: `Write https://${/^www/i.test(url) ? url : `doi.org/${url.replace(/^doi:\s*/i, '')}`}` }
          : {}),
      });
    });
  };
}
