import type * as v from 'valibot';
import type { frontMatterSchema } from './front-matter-schema.ts';
import type { issueSchema } from './issue-schema.ts';
import type { journalSchema } from './journal-schema.ts';

export { frontMatterSchema } from './front-matter-schema.ts';
export { issueSchema } from './issue-schema.ts';
export { journalSchema } from './journal-schema.ts';

/*
 * The settings and facts that editors may write in journal.yaml, issue.yaml and front matter. Types, validation, the
 * help that an editor program shows and the JSON Schemas in build/schemas/ all come from these three schemas.
 */
export type JournalFacts = v.InferOutput<typeof journalSchema>;
export type IssueFacts = v.InferOutput<typeof issueSchema>;
export type FrontMatter = v.InferOutput<typeof frontMatterSchema>;
export type Author = FrontMatter['authors'][number];
export type ReviewedWork = NonNullable<FrontMatter['reviewed']>[number];
export type RelatedArticle = NonNullable<FrontMatter['corrects']>[number];
