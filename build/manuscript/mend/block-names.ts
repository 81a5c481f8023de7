import { theoremKinds } from '../../languages/schema.ts';
import { theoremNamed } from './theorem-names.ts';

/**
 * The blocks of other dialects with Offprint’s names: admonitions of MyST, Quarto, Docusaurus, MkDocs and GitHub, and
 * quotations and verse of any dialect. Others are set as plain text, and reported.
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
  bibliography: 'references',
  refs: 'references',
  'reference-list': 'references',
  'works-cited': 'references',
  'csl-bib-body': 'references',
  'hanging-indent': 'references',
  drama: 'dialogue',
  play: 'dialogue',
  scene: 'dialogue',
  conversation: 'dialogue',
  centre: 'display',
  center: 'display',
  centered: 'display',
  displayed: 'display',
  salute: 'salutation',
  valediction: 'closing',
  signed: 'signature',
};

const boxes =
  /^(?:callout(?:-.*)?|admonition|note|tip|hint|important|warning|caution|danger|attention|error|info|success|failure|question|help|bug|example-box|abstract-box|seealso|see-also|todo|sidebar|aside|topic|margin|marginnote|column-margin|dropdown|details|card|alert(?:-.*)?)$/;

/** The names of Offprint’s blocks. */
export const blockNames = [
  'pullquote',
  'epigraph',
  'box',
  'interview',
  'description',
  'verse',
  'figure',
  'quotation',
  'references',
  'letter',
  'dateline',
  'salutation',
  'closing',
  'signature',
  'dialogue',
  'display',
  'entries',
  ...theoremKinds,
] as const;

/** Offprint’s name for a block of another dialect; undefined if it has none. */
export function blockNameFor(name: string): string | undefined {
  const low = name.toLowerCase();
  if ((blockNames as readonly string[]).includes(name)) return name;
  return known[low] ?? theoremNamed(low) ?? (boxes.test(low) ? 'box' : undefined);
}

/** The key of the term that heads a box without a title, so that a warning stays recognizable as one. */
export function boxLabel(name: string): string | undefined {
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
