import { unwatchFile, watchFile } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { watch as watchFiles } from 'chokidar';

/** A watch over the files that an issue is made of. */
export interface Watch {
  /** Watches these files, too, wherever in the journal’s folder they are. */
  also(paths: readonly string[]): void;
  close(): Promise<void>;
}

/** The quiet time after a change before it counts, in ms: editors write a file in several steps. */
const quiet = 12;

/** The same for a file that is empty now, in ms: many editors empty a file before they write it. */
const quietWhenEmpty = 250;

/** The folders of a journal whose files an issue is made of. */
const watched = ['manuscripts', 'templates', 'styles'];

/**
 * Watches the files of an issue: its own folder, what stands beside it in `manuscripts/`, templates and styles; not the
 * folders of the journal’s other issues. `onChange` is called soon after files were changed, once for all.
 */
export function watchIssue(
  root: string,
  others: ReadonlySet<string>,
  { onChange, onTrouble }: { onChange: () => void; onTrouble: (reason: string) => void },
): Watch {
  let timer: NodeJS.Timeout | undefined;
  /** Other files. They may stand anywhere, so they are looked at from time to time. */
  const more = new Set<string>();
  const changed = (isEmpty = false) => {
    clearTimeout(timer);
    timer = setTimeout(onChange, isEmpty ? quietWhenEmpty : quiet);
  };
  const start = (usePolling: boolean) =>
    watchFiles(
      watched.map((path) => join(root, path)),
      {
        ignoreInitial: true,
        usePolling,
        interval: 500,
        followSymlinks: false,
        alwaysStat: true,
        ignored: (path) => isIgnored(relative(root, path).split(sep), others),
      },
    )
      .on('all', (_event, _path, stats) => changed(stats?.size === 0))
      .on('error', (error) => fail(error as NodeJS.ErrnoException));
  let watcher = start(false);
  let isPolling = false;
  // Where one of the folders itself is removed and made again, as Git does, nothing more is seen of it.
  let known: Promise<string> = identityOf(root);
  const looking = setInterval(async () => {
    const before = await known;
    known = identityOf(root);
    if ((await known) === before) return;
    await watcher.close().catch(() => {});
    watcher = start(isPolling);
    changed();
  }, 1000).unref();
  const fail = (error: NodeJS.ErrnoException) => {
    // The system can watch no more files: looking at them from time to time takes longer, and always works.
    if (!isPolling && ['ENOSPC', 'EMFILE'].includes(error.code ?? '')) {
      isPolling = true;
      watcher.close().catch(() => {});
      watcher = start(true);
    } else onTrouble(error.message);
  };
  return {
    also(paths) {
      const isSeen = (parts: readonly string[]) => watched.includes(parts[0] ?? '') && !isIgnored(parts, others);
      for (const path of paths) {
        if (more.has(path) || isSeen(path.split('/'))) continue;
        more.add(path);
        watchFile(join(root, path), { persistent: false, interval: 400 }, (now, before) => {
          // It is called once for a file that is missing, too.
          if (now.mtimeMs !== before.mtimeMs || now.size !== before.size || now.ino !== before.ino)
            changed(now.size === 0 && now.nlink > 0);
        });
      }
    },
    async close() {
      clearTimeout(timer);
      clearInterval(looking);
      for (const path of more) unwatchFile(join(root, path));
      await watcher.close();
    },
  };
}

/** True for files that no issue is made of: hidden ones, what editors keep beside a file, and other issues. */
function isIgnored(path: readonly string[], others: ReadonlySet<string>): boolean {
  const name = path.at(-1) ?? '';
  if (name.startsWith('.') || /~$|^#.*#$|\.(swp|swx|tmp)$/.test(name) || path.includes('node_modules')) return true;
  return path[0] === 'manuscripts' && others.has(path[1] ?? '');
}

/** What folders stand at the watched places now. */
async function identityOf(root: string): Promise<string> {
  const all = await Promise.all(watched.map((folder) => stat(join(root, folder)).catch(() => undefined)));
  return all.map((one) => one?.ino ?? '').join();
}
