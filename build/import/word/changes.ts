import { child, elements, textInside, type Xml } from '../office/xml.ts';

/** A tracked change of words. */
export interface Change {
  kind: 'inserted' | 'deleted' | 'moved here' | 'moved away';
  author: string;
  /** As the file has it: `2026-01-02T10:00:00Z`. */
  date: string | undefined;
  words: string;
}

const kinds: Record<string, Change['kind']> = {
  'w:ins': 'inserted',
  'w:del': 'deleted',
  'w:moveTo': 'moved here',
  'w:moveFrom': 'moved away',
};

/** The tracked change that an element is; undefined if it is none. */
function changeOf(node: Xml): Change | undefined {
  const kind = kinds[node.name];
  if (!kind) return undefined;
  const { 'w:author': author = 'unknown', 'w:date': date } = node.attributes;
  return { kind, author, date, words: textInside(node) };
}

/** The changes in a paragraph or in any other element, in order; paragraph marks and rows among them. */
export function changesIn(node: Xml | undefined): Change[] {
  const found: Change[] = [];
  const walk = (inner: Xml): void => {
    for (const one of inner.children) {
      if (typeof one === 'string') continue;
      const change = changeOf(one);
      if (change) found.push(change);
      else if (one.children.length > 0) walk(one);
    }
  };
  if (node) walk(node);
  return found;
}

/** Formatting that changed, cells, and marks of where moves begin: nothing that anybody has to be asked about. */
const silent =
  /^w:(?:(?:r|p|tbl|tblEx|tr|tc|sect|tblGrid)Pr?Change|numberingChange|tblGridChange|moveFromRange(?:Start|End)|moveToRange(?:Start|End)|customXml(?:Ins|Del|MoveFrom|MoveTo)Range(?:Start|End))$/;

/** Comments stay, also where the words that they are about go. */
const ofComments = new Set(['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference']);

/**
 * Settles all tracked changes below an element, as Word’s “Accept all” or “Reject all” does: a paragraph whose mark
 * goes is joined with the next one, whose properties it then has.
 */
export function settleChanges(node: Xml, how: 'accept' | 'reject'): void {
  const settled: (Xml | string)[] = [];
  for (const one of node.children) {
    if (typeof one === 'string') settled.push(one);
    else settled.push(...settle(one, how));
  }
  node.children = joinParagraphs(settled, how);
}

function settle(node: Xml, how: 'accept' | 'reject'): (Xml | string)[] {
  if (silent.test(node.name)) return [];
  const goes = how === 'accept' ? isGone(node.name) : isNew(node.name);
  if (goes) return commentsIn(node);
  if (kinds[node.name]) {
    settleChanges(node, how);
    return node.children;
  }
  if (node.name === 'w:tr' && rowGoes(node, how)) return [];
  if (node.name === 'w:tc' && child(child(node, 'w:tcPr'), how === 'accept' ? 'w:cellDel' : 'w:cellIns')) return [];
  if (how === 'reject') takeBack(node);
  if (node.name === 'w:delText') return [{ ...node, name: 'w:t' }];
  if (node.name === 'w:delInstrText') return [{ ...node, name: 'w:instrText' }];
  if (node.name === 'w:rPr' || node.name === 'w:trPr') return [node];
  settleChanges(node, how);
  if (node.name === 'w:tbl' && !elements(node).some(({ name }) => name === 'w:tr')) return [];
  return [node];
}

const isGone = (name: string): boolean => name === 'w:del' || name === 'w:moveFrom';
const isNew = (name: string): boolean => name === 'w:ins' || name === 'w:moveTo';

function rowGoes(row: Xml, how: 'accept' | 'reject'): boolean {
  const properties = child(row, 'w:trPr');
  return Boolean(child(properties, how === 'accept' ? 'w:del' : 'w:ins'));
}

/** Puts the properties back that a run or paragraph had before its formatting was changed. */
function takeBack(node: Xml): void {
  for (const name of ['w:rPr', 'w:pPr']) {
    const now = child(node, name);
    const old = child(child(now, `${name}Change`), name);
    if (!now || !old) continue;
    // The run properties of a paragraph’s mark are not among those of before.
    const mark = name === 'w:pPr' ? child(now, 'w:rPr') : undefined;
    now.children = [...old.children, ...(mark ? [mark] : [])];
  }
}

function commentsIn(node: Xml): Xml[] {
  return elements(node).flatMap((one) => {
    if (ofComments.has(one.name))
      return one.name === 'w:commentReference' ? [{ name: 'w:r', attributes: {}, children: [one] }] : [one];
    return commentsIn(one);
  });
}

function joinParagraphs(children: (Xml | string)[], how: 'accept' | 'reject'): (Xml | string)[] {
  const joined: (Xml | string)[] = [];
  let open: Xml | undefined;
  for (const one of children) {
    if (typeof one !== 'string' && one.name === 'w:p') {
      if (open) {
        const last = open;
        one.children = [
          ...one.children.filter(isProperties),
          ...last.children.filter((inner) => !isProperties(inner)),
          ...one.children.filter((inner) => !isProperties(inner)),
        ];
        joined.splice(joined.indexOf(last), 1);
      }
      open = markGoes(one, how) ? one : undefined;
    } else if (typeof one !== 'string' && one.name === 'w:tbl') open = undefined;
    joined.push(one);
  }
  // The last mark of a cell, a note or a text stays, whatever becomes of its words.
  return joined;
}

const isProperties = (node: Xml | string): boolean => typeof node !== 'string' && node.name === 'w:pPr';

/** True if the mark at the end of a paragraph goes. */
function markGoes(paragraph: Xml, how: 'accept' | 'reject'): boolean {
  const mark = child(child(paragraph, 'w:pPr'), 'w:rPr');
  const names = how === 'accept' ? ['w:del', 'w:moveFrom'] : ['w:ins', 'w:moveTo'];
  return names.some((name) => child(mark, name));
}
