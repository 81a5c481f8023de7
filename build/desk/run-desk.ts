import { memoryCache } from '../cache/memory-cache.ts';
import { messageOf } from '../diagnostics/message-of.ts';
import type { PagesMeans, SetPages } from '../editions/set-pages.ts';
import { listIssues } from '../manuscript/list-issues.ts';
import type { PagePoint } from '../on-pages/page-point.ts';
import { writeSnippets } from '../references/completion/write-snippets.ts';
import { readTerms } from '../theme/terms.ts';
import { openDesk } from './desk.ts';
import { makeDeskBook } from './desk-book.ts';
import type { DeskState } from './desk-state.ts';
import { openInEditor } from './open-in-editor.ts';
import { pageFiles } from './server/page-files.ts';
import { routes } from './server/routes.ts';
import { startServer } from './server/server.ts';
import { watchIssue } from './watch.ts';

/** A desk with its server, which watches the issue’s files. */
export interface RunningDesk {
  /** The address of its page, with the token. */
  url: string;
  port: number;
  /** Resolves when the issue was set for the first time. */
  ready: Promise<void>;
  close(): Promise<void>;
}

/** Listeners to a running desk. */
export interface DeskReports {
  onChange: (change: Partial<DeskState>, state: DeskState) => void;
  /** Receives what goes wrong though the issue is right. */
  onTrouble: (reason: string) => void;
}

/** The proof of an article, by its name; undefined if the issue has none of that name. */
async function proofOf(pages: SetPages, name: string): Promise<Uint8Array | undefined> {
  const article = pages.context.issue.articles.find((one) => one.name === name);
  const { makeProof } = await import('../proof/make-proof.ts');
  return article && makeProof(pages, article);
}

const comparing = () => import('./comparison/desk-comparison.ts');

/** Opens the desk for an issue, and serves it on the first free port from `port` on. */
export async function runDesk(means: PagesMeans, port: number, reports: DeskReports): Promise<RunningDesk> {
  const { folder } = means;
  /** The files that were read: a bibliography may lie where no file of the issue lies. */
  const read = new Set<string>();
  const repository = { ...means.repository, read: (path: string) => means.repository.read(note(path)) };
  const note = (path: string): string => {
    read.add(path);
    return path;
  };
  const cache = memoryCache(means.cache);
  let snippets = Promise.resolve();
  const desk = openDesk({ ...means, repository, cache }, (change) => {
    if (change.isBusy === false) {
      watch.also([...read]);
      const issue = desk.shown()?.pages.context.issue;
      if (issue && change.findings) snippets = snippets.then(() => writeSnippets(means.repository, issue, cache));
      snippets.catch((error) => reports.onTrouble(messageOf(error)));
    }
    server.streams.send('change', change);
    reports.onChange(change, desk.state());
  });
  const terms = await readTerms(repository);
  /** A place that was asked for when no window was open: the first one shows it. */
  let awaited: PagePoint | undefined;
  const server = await startServer(port, {
    files: pageFiles(),
    route: routes({
      desk,
      root: repository.root,
      terms,
      openInEditor,
      makeBook: makeDeskBook,
      makeProof: proofOf,
      olderEditions: async () => (await comparing()).olderEditions(means),
      compare: async (pages, revision, lang) =>
        (await comparing()).compareShown({ ...means, cache }, pages, revision, lang),
      importFile: async (file) => (await import('./import-dropped.ts')).importDropped(repository, folder, file),
      show: (point) => {
        if (server.streams.count() > 0) server.streams.send('goto', point);
        else awaited = point;
      },
    }),
    first: () => {
      const events: [string, unknown][] = [['state', desk.state()]];
      if (awaited) events.push(['goto', awaited]);
      awaited = undefined;
      return events;
    },
    onError: (error) => reports.onTrouble(messageOf(error)),
  });
  const others = new Set((await listIssues(repository)).filter((one) => one !== folder));
  const watch = watchIssue(repository.root, others, { onChange: () => desk.set(), onTrouble: reports.onTrouble });
  return {
    url: server.url,
    port: server.port,
    ready: desk.set(),
    async close() {
      await watch.close();
      await server.close();
      await desk.close();
      await snippets.catch(() => {});
      await cache.settled();
    },
  };
}
