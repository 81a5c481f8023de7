import type { FrontMatter } from './schema.ts';

/** Kinds that say of another article what its readers have to know. */
const notices: ReadonlySet<FrontMatter['kind']> = new Set(['erratum', 'retraction', 'expression-of-concern']);
/** Kinds that are named above their titles where no section’s title says so. */
const named: ReadonlySet<FrontMatter['kind']> = new Set(['letter', 'document', 'obituary']);

/** The word for an article’s kind that stands above its title; undefined where readers see it without. */
export function wordForKind(
  kind: FrontMatter['kind'],
  hasSection: boolean,
  words: Readonly<Record<string, string>>,
): string | undefined {
  return notices.has(kind) || (named.has(kind) && !hasSection) ? words[kind] : undefined;
}
