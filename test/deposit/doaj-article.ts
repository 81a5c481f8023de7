/** The fields that DOAJ keeps of an article, as its interface lists them (`IncomingArticleDO` of API 4). */
interface Fields {
  [name: string]: 'text' | readonly ['text'] | Fields | readonly [Fields];
}

const fields: Fields = {
  admin: { publisher_record_id: 'text' },
  bibjson: {
    title: 'text',
    year: 'text',
    month: 'text',
    abstract: 'text',
    identifier: [{ type: 'text', id: 'text' }],
    link: [{ type: 'text', url: 'text', content_type: 'text' }],
    author: [{ name: 'text', affiliation: 'text', orcid_id: 'text' }],
    keywords: ['text'],
    journal: {
      start_page: 'text',
      end_page: 'text',
      volume: 'text',
      number: 'text',
      publisher: 'text',
      title: 'text',
      language: ['text'],
    },
  },
};

/** The faults of an article by the rules of DOAJ’s interface; what it would leave out without a word is one, too. */
export function doajFaults(article: unknown): string[] {
  const faults: string[] = [];
  readAs(article, fields, 'article', faults);
  // biome-ignore lint/suspicious/noExplicitAny: its form was just checked
  const { title, identifier = [], link = [], author = [] } = (article as any)?.bibjson ?? {};
  const idOf = (type: string) => identifier.find((one: { type: string }) => one.type === type)?.id;
  const [pissn, eissn, doi] = ['pissn', 'eissn', 'doi'].map(idOf);
  if (!title) faults.push('no title');
  if (!pissn && !eissn) faults.push('no ISSN');
  if (pissn === eissn) faults.push('both ISSNs are the same');
  for (const issn of [pissn, eissn]) if (issn && !/^\d{4}-\d{3}[\dX]$/.test(issn)) faults.push(`ISSN ${issn}`);
  if (doi && !/^10\.\S+\/\S+$/.test(doi)) faults.push(`DOI ${doi}`);
  for (const { type, url, content_type } of link)
    if (type !== 'fulltext' || !/^https?:\/\//.test(url) || !/^(?:PDF|HTML|ePUB|XML)$/.test(content_type))
      faults.push(`link ${url}`);
  for (const { name, orcid_id } of author)
    if (!name || (orcid_id && !/^https:\/\/orcid\.org\/(?:\d{4}-){3}\d{3}[\dX]$/.test(orcid_id)))
      faults.push(`author ${name}`);
  return faults;
}

function readAs(value: unknown, form: Fields[string], path: string, faults: string[]): void {
  if (form === 'text') {
    if (typeof value !== 'string' || value === '' || /<script/i.test(value)) faults.push(`${path} is no text`);
  } else if (Array.isArray(form)) {
    if (!Array.isArray(value)) faults.push(`${path} is no list`);
    else for (const [i, one] of value.entries()) readAs(one, form[0], `${path}[${i}]`, faults);
  } else if (typeof value !== 'object' || value === null) faults.push(`${path} is no object`);
  else
    for (const [name, inner] of Object.entries(value)) {
      const known = (form as Fields)[name];
      if (known) readAs(inner, known, `${path}.${name}`, faults);
      else faults.push(`${path}.${name} is unknown`);
    }
}
