import { unzipSync } from 'fflate';
import { filesInMemory } from '../disk/output-files.ts';
import { epub } from '../editions/epub.ts';
import type { SetPages } from '../editions/set-pages.ts';
import { articleFile } from '../issue/ids.ts';

/** The e-book of an issue, unpacked. */
export interface DeskBook {
  /** The documents of the book in reading order: their paths in it, and their articles, by name. */
  chapters: { path: string; title: string; article?: string; lang: string }[];
  files: ReadonlyMap<string, { type: string; data: Uint8Array }>;
}

/** Makes the e-book of an issue that was set. Faults are reported on the issue’s files. Throws TemplateError. */
export async function makeDeskBook({ context }: Pick<SetPages, 'context'>): Promise<DeskBook> {
  const made = filesInMemory();
  const [book] = await epub.make(context, made);
  const packed = unzipSync(await made.read(book?.path ?? ''));
  const text = (path: string) => new TextDecoder().decode(packed[path]);
  const root = /full-path="([^"]+)"/.exec(text('META-INF/container.xml'))?.[1] ?? '';
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const opf = text(root);
  const files: DeskBook['files'] = new Map(
    tagsOf(opf, 'item').flatMap(({ href = '', 'media-type': type = '' }) => {
      const path = decodeURIComponent(href);
      const data = packed[folder + path];
      return data ? [[path, { type, data }]] : [];
    }),
  );
  const items = new Map(tagsOf(opf, 'item').map(({ id, href = '' }) => [id, decodeURIComponent(href)]));
  const { issue } = context;
  const chapters = tagsOf(opf, 'itemref').flatMap(({ idref }): DeskBook['chapters'] => {
    const path = items.get(idref);
    if (path === undefined) return [];
    const article = issue.articles.find(({ id }) => articleFile(id) === path);
    const title = /<title>([^<]*)<\/title>/.exec(text(folder + path))?.[1] ?? '';
    return [
      {
        path,
        title: article?.title.text ?? unescaped(title),
        lang: article?.lang ?? issue.journal.lang,
        ...(article ? { article: article.name } : {}),
      },
    ];
  });
  return { chapters, files };
}

/** The attributes of all tags of a name in an XML text that our own packing wrote. */
function tagsOf(xml: string, name: string): Record<string, string>[] {
  return [...xml.matchAll(new RegExp(`<${name}\\s([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, unescaped(value)]),
    ),
  );
}

function unescaped(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name] ?? '');
}
