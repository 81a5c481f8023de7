import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { visit } from '../../text/visit.ts';

const fix = 'Where a template of the journal’s own has it, take it out; else please report it with the manuscript.';

/**
 * Reports what a page loads from elsewhere, what would run in it, and a missing policy. Styles of single elements are
 * among it, since the policy forbids them, too.
 */
export function checkAlone(tree: Root, file: VFile): void {
  let hasPolicy = false;
  visit(tree, 'element', (element) => {
    const { tagName, properties } = element;
    if (tagName === 'meta' && /^content-security-policy$/i.test(String(properties.httpEquiv))) hasPolicy = true;
    const wrong = wrongOf(element);
    if (wrong) report(file, 'web-alone', { at: element.position, found: wrong, expected: 'nothing of the kind', fix });
  });
  if (!hasPolicy)
    report(file, 'web-alone', { found: 'The page has no content security policy', expected: 'one in its head', fix });
}

function wrongOf({ tagName, properties }: Element): string | undefined {
  const { src, href, type, rel } = properties;
  const isElsewhere = (address: unknown) => /^(?:[a-z][a-z0-9+.-]*:|\/\/|\/)/i.test(String(address ?? ''));
  if (tagName === 'script' && src === undefined && !/^application\/(?:ld\+)?json$/.test(String(type)))
    return 'A script stands in the page';
  if (src !== undefined && isElsewhere(src) && !/^data:image\//.test(String(src))) return `The page loads ${src}`;
  if (
    tagName === 'link' &&
    isElsewhere(href) &&
    [rel].flat().some((one) => /^(?:stylesheet|icon|preload)$/.test(String(one)))
  )
    return `The page loads ${href}`;
  if (tagName === 'style' || properties.style !== undefined) return 'An element has a style of its own';
  if (/^(?:iframe|object|embed|base|form)$/.test(tagName)) return `The page has an element ${tagName}`;
  const handler = Object.keys(properties).find((name) => /^on[A-Z]/.test(name));
  if (handler) return `An element has the handler ${handler.toLowerCase()}`;
  return /^\s*(?:javascript|vbscript|data:text)/i.test(String(href ?? '')) ? `A link runs ${href}` : undefined;
}
