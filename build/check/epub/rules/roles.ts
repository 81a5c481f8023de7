import { elementsIn } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';

/** WAI-ARIA 1.2, section 5.4, without abstract roles and those for programs. */
const aria =
  'alert alertdialog article banner blockquote button caption cell code columnheader complementary contentinfo definition deletion document emphasis figure form generic group heading img insertion link list listitem main math meter navigation none note paragraph presentation progressbar region row rowgroup rowheader search separator status strong subscript superscript table term time tooltip';
/** DPUB-ARIA 1.1, section 3, without the deprecated ones. */
const dpub =
  'abstract acknowledgments afterword appendix backlink bibliography biblioref chapter colophon conclusion cover credit credits dedication endnotes epigraph epilogue errata example footnote foreword glossary glossref index introduction noteref notice pagebreak pagefooter pageheader pagelist part preface prologue pullquote qna subtitle tip toc';
const roles = new Set([...aria.split(' '), ...dpub.split(' ').map((name) => `doc-${name}`)]);

/** The role that means the same as an epub:type (EPUB Structural Semantics Vocabulary 1.1 and DPUB-ARIA 1.1). */
const roleOf: Record<string, string> = {
  'page-list': 'doc-pagelist',
  footnotes: 'doc-endnotes',
  referrer: 'doc-backlink',
  ...Object.fromEntries(
    'abstract acknowledgments afterword appendix backlink bibliography biblioref chapter colophon conclusion dedication endnotes epigraph epilogue errata footnote foreword glossary glossref index introduction noteref notice pagebreak part preface prologue pullquote qna subtitle tip toc'
      .split(' ')
      .map((name) => [name, `doc-${name}`]),
  ),
};

/** Requires roles to exist, and to mean the same as the epub:type beside them. */
export const roleRule: EpubRule = ({ documents, nav }) => {
  const findings: EpubFinding[] = [];
  for (const { path, tree } of documents) {
    for (const element of elementsIn(tree)) {
      const own = (element.attributes.role ?? '').split(/\s+/).filter(Boolean);
      for (const role of own) {
        if (!roles.has(role))
          findings.push({
            rule: 'epub-roles',
            found: `There is no role ${role}`,
            expected: 'a role of WAI-ARIA 1.2 or DPUB-ARIA 1.1',
            path,
            element,
          });
      }
      // In the navigation document, the types of landmarks are those of their targets.
      if (path === nav?.path && element.name === 'a') continue;
      for (const type of (element.attributes['epub:type'] ?? '').split(/\s+/)) {
        const role = roleOf[type];
        if (role && !own.includes(role))
          findings.push({
            rule: 'epub-roles',
            found: `epub:type="${type}" without its role`,
            expected: `role="${role}"`,
            path,
            element,
          });
      }
    }
  }
  return findings;
};
