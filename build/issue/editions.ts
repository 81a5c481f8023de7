/** The forms an issue is published in, as `--only` names them. */
export const editions = ['epub', 'print', 'screen', 'offprints'] as const;
export type Edition = (typeof editions)[number];

/** The editions that are made of the printed pages. */
export const paged: readonly Edition[] = ['print', 'screen', 'offprints'];

/** Which edition a file belongs to, by its path in the folder; undefined for the page record, which goes with any that has pages. */
export function editionOf(path: string): Edition | undefined {
  if (path.endsWith('.epub')) return 'epub';
  if (path.startsWith('offprints/')) return 'offprints';
  if (path.endsWith('-screen.pdf')) return 'screen';
  return path.endsWith('.pdf') ? 'print' : undefined;
}

/** Whether a word of the command line is a finished file rather than an issue. */
export function isEdition(word: string): boolean {
  return /\.(pdf|epub)$/i.test(word);
}
