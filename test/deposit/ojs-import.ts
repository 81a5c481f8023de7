import type { Element } from 'xast';
import { childOf, elementsNamed, readOurXml, wordsInside } from '../../build/xml/read-xml.ts';

/**
 * The faults of a file by what the Native XML plug-in of OJS does on its way through it, from the first element to the
 * last (its filters, `stable-3_3_0` to `stable-3_5_0`). What is named must have been read before; its schema says
 * nothing of that.
 */
export function importFaults(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const check = (isRight: boolean, fault: string) => void (isRight || faults.push(fault));
  const sections = new Set<unknown>();
  const [files, authors, articles] = [new Set<unknown>(), new Set<unknown>(), new Set<unknown>()];
  const [issue] = elementsNamed(readOurXml(bytes), 'issue');
  check(issue !== undefined && childOf(issue, 'issue_identification') !== undefined, 'no issue');
  for (const part of childrenOf(issue)) {
    if (part.name === 'sections') for (const one of childrenOf(part)) sections.add(one.attributes.ref);
    if (part.name === 'covers') for (const one of childrenOf(part)) readEmbed(childOf(one, 'embed'), undefined);
    if (part.name === 'articles') for (const one of childrenOf(part)) readArticle(one);
  }
  return faults;

  function readArticle(article: Element): void {
    const { attributes } = article;
    check(attributes.stage === 'production', `stage ${attributes.stage}`);
    for (const part of childrenOf(article)) {
      if (part.name === 'submission_file') readFile(part);
      if (part.name === 'publication') readPublication(part, attributes.current_publication_id);
    }
  }

  function readFile(file: Element): void {
    const { id, file_id, stage, genre } = file.attributes;
    check(stage === 'proof' && !!genre, `file ${id} has the stage ${stage} and the genre ${genre}`);
    check(!files.has(id), `file ${id} comes twice`);
    const inner = elementsNamed(file, 'file');
    check(
      inner.some((one) => one.attributes.id === file_id),
      `file ${id} has no file ${file_id}`,
    );
    for (const one of inner) readEmbed(childOf(one, 'embed'), Number(one.attributes.filesize));
    files.add(id);
  }

  function readEmbed(embed: Element | undefined, size: number | undefined): void {
    const data = Buffer.from(wordsInside(embed) ?? '', 'base64');
    check(embed?.attributes.encoding === 'base64' && data.length > 0, 'a file is empty');
    check(size === undefined || size === data.length, `a file of ${data.length} bytes says ${size}`);
  }

  function readPublication(publication: Element, current: unknown): void {
    const { section_ref, primary_contact_id, version, date_published } = publication.attributes;
    const own = childrenOf(publication).find(({ name, attributes }) => name === 'id' && attributes.type === 'internal');
    const id = wordsInside(own);
    check(id === current && !articles.has(id), `publication ${id} is not ${current}, or comes twice`);
    articles.add(id);
    check(sections.has(section_ref), `no section ${section_ref} before it`);
    check(version === '1' && /^\d{4}-\d\d-\d\d$/.test(String(date_published)), `published ${date_published}`);
    const here: unknown[] = [];
    for (const author of elementsNamed(publication, 'author')) {
      const { id: authorId, user_group_ref } = author.attributes;
      check(!!wordsInside(childOf(author, 'givenname')), `author ${authorId} has no given name`);
      check(!!wordsInside(childOf(author, 'email')) && !!user_group_ref, `author ${authorId} has no address or role`);
      check(!authors.has(authorId), `author ${authorId} comes twice`);
      authors.add(authorId);
      here.push(authorId);
    }
    check(here.length === 0 || here.includes(primary_contact_id), `nobody is ${primary_contact_id}, who is written to`);
    for (const galley of elementsNamed(publication, 'article_galley')) {
      const ref = childOf(galley, 'submission_file_ref')?.attributes.id;
      check(files.has(ref), `a galley names the file ${ref}, which is not before it`);
      check(!!wordsInside(childOf(galley, 'name')), 'a galley has no name');
    }
  }
}

function childrenOf(element: Element | undefined): Element[] {
  return (element?.children ?? []).filter((child): child is Element => child.type === 'element');
}
