import { allIn, at, child, childrenOf, elements, type Xml } from '../office/xml.ts';
import { fieldInPieces } from './fields.ts';

/** Elements that only stand around others: content controls, tags of old versions, directions. */
const wrappers = new Set([
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:sdtContent',
  'w:ruby',
  'w:rubyBase',
  'w:subDoc',
  'mc:AlternateContent',
  'mc:Choice',
  'mc:Fallback',
]);

/** Elements with nothing for a manuscript in them. */
const empty = new Set([
  'w:proofErr',
  'w:permStart',
  'w:permEnd',
  'w:lastRenderedPageBreak',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlPr',
  'w:smartTagPr',
  'w:rubyPr',
  'w:rt',
]);

/**
 * Takes away what only stands around paragraphs and words, so that paragraphs are children of the text, and runs of
 * paragraphs. Of alternatives, the one for new programs is taken, unless only the older one has words or a picture. A
 * simple field becomes one in pieces.
 */
export function unwrap(node: Xml): void {
  // Most elements have nothing of the kind, and stay as they are.
  if (!node.children.some(isSpecial)) {
    for (const one of node.children) if (typeof one !== 'string' && one.children.length > 0) unwrap(one);
    return;
  }
  node.children = node.children.flatMap((one): (Xml | string)[] => {
    if (typeof one === 'string') return [one];
    if (empty.has(one.name)) return [];
    if (one.name === 'mc:AlternateContent') return inside(chosen(one));
    if (one.name === 'w:sdt') return isPlaceholder(one) ? [] : inside(child(one, 'w:sdtContent'));
    if (one.name === 'w:fldSimple') return inPieces(one);
    // A ruby has its base in runs of its own, within a run.
    if (one.name === 'w:r' && elements(one).some(({ name }) => name === 'w:ruby')) return aroundRuby(one);
    if (wrappers.has(one.name)) return inside(one);
    unwrap(one);
    return [one];
  });
}

function isSpecial(node: Xml | string): boolean {
  if (typeof node === 'string') return false;
  return (
    special.has(node.name) ||
    (node.name === 'w:r' && node.children.some((one) => typeof one !== 'string' && one.name === 'w:ruby'))
  );
}

const special = new Set([...wrappers, ...empty, 'w:sdt', 'w:fldSimple']);

function inside(node: Xml | undefined): (Xml | string)[] {
  if (!node) return [];
  unwrap(node);
  return node.children;
}

/** True for a control that shows what to type there, and in which nothing was typed. */
function isPlaceholder(control: Xml): boolean {
  return at(control, 'w:sdtPr/w:showingPlcHdr') !== undefined;
}

function chosen(alternatives: Xml): Xml | undefined {
  const all = elements(alternatives);
  const has = (one: Xml): boolean =>
    allIn(one, 'w:txbxContent', 'a:blip', 'v:imagedata', 'w:t', 'm:oMath', 'w:sym').length > 0;
  return all.find(has) ?? all[0];
}

function inPieces(field: Xml): (Xml | string)[] {
  const data = childrenOf(field, 'w:fldData');
  field.children = field.children.filter((one) => !data.includes(one as Xml));
  return fieldInPieces(field.attributes['w:instr'] ?? '', inside(field), data);
}

function aroundRuby(run: Xml): Xml[] {
  const properties = child(run, 'w:rPr');
  return elements(run).flatMap((one) => {
    if (one === properties) return [];
    if (one.name === 'w:ruby') return inside(child(one, 'w:rubyBase')) as Xml[];
    return [{ ...run, children: [...(properties ? [properties] : []), one] }];
  });
}
