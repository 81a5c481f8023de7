import { shareOf, TakenPictures } from '../office/pictures.ts';
import { allIn, child, type Xml } from '../office/xml.ts';
import type { Package } from './package.ts';

/** A picture of the text, as the file describes it. */
export interface WordPicture {
  /** Its name among the pictures of the import; undefined if the file does not have it. */
  name: string | undefined;
  alt: string;
  /** Its width as a share of the column, in per cent, if it is narrower. */
  width: string | undefined;
  /** True if it stands somewhere else than in the file. */
  isOutside: boolean;
  /** True if the program wrote the alternative text, or it is only a file’s name. */
  isMachineAlt: boolean;
  /** The program whose object it is a picture of: `Equation.3`. */
  object?: string | undefined;
}

/** Takes pictures out of a Word file. */
export class Pictures {
  readonly taken = new TakenPictures();

  constructor(
    private readonly file: Package,
    /** The width of the column, in EMU. */
    private readonly column: number,
  ) {}

  /** The pictures in a drawing, an object or a picture of VML. */
  in(node: Xml, part: string): WordPicture[] {
    const relations = this.file.relations(part);
    const found: WordPicture[] = [];
    const object = allIn(node, 'o:OLEObject')[0]?.attributes.ProgID;
    const describe = (id: string | undefined, link: string | undefined, described: string, width: number): void => {
      const relation = relations.get(id ?? link ?? '');
      const bytes = relation && !relation.isOutside ? this.file.bytes(relation.target) : undefined;
      const name = bytes && bytes.length > 0 ? this.taken.nameFor(relation?.target ?? '', bytes) : undefined;
      const isMachineAlt = isWrittenByMachine(described);
      found.push({
        name,
        alt: isMachineAlt ? '' : described.replace(/\s+/g, ' ').trim(),
        width: shareOf(width, this.column),
        isOutside: relation?.isOutside === true,
        isMachineAlt: isMachineAlt && described !== '',
        object,
      });
    };
    for (const drawing of allIn(node, 'wp:inline', 'wp:anchor')) {
      const { descr = '', title = '' } = child(drawing, 'wp:docPr')?.attributes ?? {};
      const width = Number(child(drawing, 'wp:extent')?.attributes.cx ?? 0);
      const blips = allIn(drawing, 'a:blip');
      for (const blip of blips) {
        const vector = allIn(blip, 'asvg:svgBlip')[0]?.attributes['r:embed'];
        const { 'r:embed': embed, 'r:link': link } = blip.attributes;
        const id = vector !== undefined && relations.has(vector) ? vector : embed;
        if (id ?? link) describe(id, link, descr || title, blips.length === 1 ? width : 0);
      }
    }
    for (const image of allIn(node, 'v:imagedata')) {
      const { 'r:id': id, 'o:title': title = '' } = image.attributes;
      const shape = allIn(node, 'v:shape', 'v:rect').find((one) => one.children.includes(image));
      const width = /(?:^|;)width:([\d.]+)pt/.exec(shape?.attributes.style ?? '')?.[1];
      describe(id, undefined, shape?.attributes.alt ?? title, Number(width ?? 0) * 12_700);
    }
    return found;
  }
}

/** True for a text that a program wrote in place of a description, and for a mere name of a file. */
function isWrittenByMachine(text: string): boolean {
  return (
    text.trim() === '' ||
    /^[\w\s.()\\/:-]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)$/i.test(text.trim()) ||
    /^(?:picture|image|bild|grafik|graphic|рисунок|зображення|изображение|figure|afbeelding|immagine|imagen?|obraz) ?\d*$/i.test(
      text.trim(),
    ) ||
    machine.test(text)
  );
}

const machine =
  /automatically generated|AI-generated content|automatisch generiert|KI-generierte|généré(?:e)? automatiquement|généré par l’IA|generad[oa] automáticamente|generat[oa] automaticamente|automatisch gegenereerd|автоматически созданное|автоматично згенерован|создано автоматически|wygenerowany automatycznie|gerad[oa] automaticamente/i;
