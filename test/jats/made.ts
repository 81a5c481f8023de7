import { basename } from 'node:path';
import { VFile } from 'vfile';
import { checkJatsXml } from '../../build/check/jats/check-jats.ts';
import { proveJatsWords } from '../../build/check/jats/prove-words.ts';
import { dtdValidator } from '../../build/check/jats/validate-dtd.ts';
import { openRepository } from '../../build/disk/repository.ts';
import type { Article, Issue } from '../../build/issue/model.ts';
import { articleXml } from '../../build/jats/article.ts';
import { graphicName } from '../../build/jats/graphic-name.ts';
import { listIssues } from '../../build/manuscript/list-issues.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import { bookTargets } from '../../build/reflow/targets.ts';
import { readTerms } from '../../build/theme/terms.ts';

/** The JATS of an article, with the faults that were found in it. */
export interface MadeJats {
  article: Article;
  xml: string;
  faults: string[];
}

/** The JATS of an issue, with the names of places for references to pages. */
interface MadeIssue {
  issue: Issue;
  made: MadeJats[];
  nameOf: (id: string, from: Article) => string;
}

const validate = await dtdValidator();

/**
 * Makes the JATS of every article of a journal, without pages, and checks it: links, graphics, the DTD, and that no word
 * is lost. A journal without an ISSN is given one.
 */
export async function madeOf(root: string): Promise<MadeIssue[]> {
  const repository = await openRepository(root);
  const terms = await readTerms(repository);
  const all: MadeIssue[] = [];
  for (const folder of await listIssues(repository)) {
    const source = await readIssue(repository, folder);
    source.journal.value.issn ??= { online: '2049-3630' };
    const issue = await prepareIssue(source, repository, terms);
    const targets = bookTargets(issue, terms);
    const nameOf = (id: string, from: Article) => targets.name(id, from).text;
    const beside = new Set(issue.pictures.map(({ name }) => graphicName(name)));
    const made = issue.articles.map((article): MadeJats => {
      const xml = articleXml(article, { issue, terms, record: undefined, nameOf });
      const file = new VFile({ path: `${article.name}.xml` });
      const before = article.file.messages.length;
      if (typeof validate === 'string') throw new Error(validate);
      const tree = checkJatsXml(xml, file, { beside, pages: undefined, validate });
      if (tree) proveJatsWords(tree, article, { folios: undefined, nameOf });
      const faults = [...file.messages, ...article.file.messages.slice(before)].map(
        ({ line, reason, expected }) => `${basename(article.file.path)} ${line}: ${reason} ${expected ?? ''}`,
      );
      return { article, xml, faults };
    });
    all.push({ issue, made, nameOf });
  }
  return all;
}
