/**
 * The blocks of other dialects, and which of Offprint’s each is: admonitions of MyST, Quarto, Docusaurus, MkDocs and GitHub, quotations and
 * verse of any. What is not here is set plainly, and told.
 */
const known: Record<string, string> = {
  quote: 'quotation',
  blockquote: 'quotation',
  'block-quote': 'quotation',
  cite: 'quotation',
  poem: 'verse',
  poetry: 'verse',
  lines: 'verse',
  'line-block': 'verse',
  'pull-quote': 'pullquote',
  motto: 'epigraph',
  image: 'figure',
};

const boxes =
  /^(?:callout(?:-.*)?|admonition|note|tip|hint|important|warning|caution|danger|attention|error|info|success|failure|question|help|bug|example-box|abstract-box|seealso|see-also|todo|sidebar|aside|topic|margin|marginnote|column-margin|dropdown|details|card|alert(?:-.*)?)$/;

/** The blocks that Offprint has. */
export const ownNames = [
  'pullquote',
  'epigraph',
  'box',
  'interview',
  'description',
  'verse',
  'figure',
  'quotation',
] as const;

/** What a block of another dialect is to Offprint. */
export function ownNameOf(name: string): string | undefined {
  const low = name.toLowerCase();
  if ((ownNames as readonly string[]).includes(name)) return name;
  return known[low] ?? (boxes.test(low) ? 'box' : undefined);
}

/** The word of the house that a box without a title of its own is headed by: that something is a warning is not to be lost. */
export function kindOf(name: string): string | undefined {
  const low = name.toLowerCase().replace(/^(?:callout|alert)-/, '');
  return kinds.find(([, names]) => names.test(low))?.[0];
}

const kinds: [string, RegExp][] = [
  ['note', /^(?:note|info)$/],
  ['tip', /^(?:tip|hint|success)$/],
  ['important', /^important$/],
  ['warning', /^(?:warning|attention)$/],
  ['caution', /^(?:caution|danger|error)$/],
];
