import type { AuthorPlace } from '../imported.ts';
import type { Atom } from '../office/atoms.ts';
import type { Xml } from '../office/xml.ts';
import type { RunLook } from './run-look.ts';
import type { WordStyle } from './styles.ts';

/** The atoms of a paragraph and the look of its letters, gathered while it is read. */
export class ParagraphReader {
  readonly atoms: Atom[] = [];
  readonly anchors: string[] = [];
  readonly boxes: Xml[] = [];
  isReference = false;
  endsPage = false;
  letters = 0;
  bold = 0;
  italic = 0;
  capitals = 0;
  private readonly sizes = new Map<number, number>();
  private readonly colors = new Map<string, number>();

  constructor(
    readonly style: WordStyle | undefined,
    readonly from: AuthorPlace,
  ) {}

  add(atom: Atom): void {
    this.atoms.push(atom);
  }

  count(text: string, look: RunLook): void {
    const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length;
    this.letters += letters;
    if (look.isBold) this.bold += letters;
    if (look.isItalic) this.italic += letters;
    if (look.isCapitals) this.capitals += letters;
    this.sizes.set(look.size, (this.sizes.get(look.size) ?? 0) + letters);
    this.colors.set(look.color ?? '', (this.colors.get(look.color ?? '') ?? 0) + letters);
  }

  /** The size of most letters, in half-points. */
  usualSize(): number | undefined {
    return most(this.sizes);
  }

  /** The colour of most letters; empty for black. */
  usualColor(): string | undefined {
    return most(this.colors);
  }
}

function most<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let found: T | undefined;
  let count = -1;
  for (const [value, letters] of counts)
    if (letters > count) {
      found = value;
      count = letters;
    }
  return found;
}
