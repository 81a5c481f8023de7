import { execFile, spawn } from 'node:child_process';
import { userInfo } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { extract } from 'tar-fs';
import { offprintRoot } from '../disk/repository.ts';

const run = promisify(execFile);
/** No setting of a repository may start a program of its own. */
const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-pager'];

/** The commit that a name means in the Git repository of a folder; undefined if there is no such, or no Git. */
export async function commitOf(folder: string, name: string): Promise<string | undefined> {
  // What begins with a hyphen would be read as an option.
  if (name === '' || name.startsWith('-') || /[\0\n]/.test(name)) return undefined;
  try {
    const args = [...safe, '-C', folder, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`];
    return (await run('git', args)).stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** True if a folder is in a Git repository that this machine can read. */
export async function hasGit(folder: string): Promise<boolean> {
  return run('git', [...safe, '-C', folder, 'rev-parse', '--git-dir']).then(
    () => true,
    () => false,
  );
}

/**
 * Writes the files that a journal's folder had in a commit into another folder. The user's checkout is not touched.
 * Throws what git says.
 */
export async function checkOutAside(journal: string, commit: string, into: string): Promise<void> {
  // Templates of an older Offprint would stand before those of this one.
  const paths = journal === offprintRoot ? ['manuscripts'] : ['.'];
  const args = [...safe, '-C', journal, 'archive', '--format=tar', commit, '--', ...paths];
  const git = spawn('git', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  git.stderr.on('data', (data) => {
    said += data;
  });
  const ended = new Promise<number | null>((resolve) => {
    git.on('close', resolve);
    git.on('error', () => resolve(null));
  });
  // As root, tar-fs would give each file to the user whose number git wrote.
  const { uid, gid } = userInfo();
  await pipeline(git.stdout, extract(into, { map: (header) => ({ ...header, uid, gid }) }));
  if ((await ended) !== 0) throw new Error(said.trim().replace(/^fatal: /, '') || 'git archive failed');
}

/** The contents that a file had in the latest commits that changed it, the newest first. */
export async function formerContents(journal: string, path: string, most = 50): Promise<Buffer[]> {
  try {
    const args = [...safe, '-C', journal, 'log', `-n${most}`, '--format=%H', '--', path];
    const commits = (await run('git', args)).stdout.split('\n').filter(Boolean);
    const found: Buffer[] = [];
    for (const commit of commits) {
      const show = [...safe, '-C', journal, 'cat-file', 'blob', `${commit}:./${path}`];
      const { stdout } = await run('git', show, { encoding: 'buffer', maxBuffer: 2 ** 26 }).catch(() => ({
        stdout: undefined,
      }));
      if (stdout) found.push(stdout);
    }
    return found;
  } catch {
    return [];
  }
}

/** A commit, as it is offered to users. */
export interface RecentCommit {
  /** Its name, as short as Git makes it. */
  name: string;
  /** The day on which it was made, as `2026-11-02`. */
  day: string;
  subject: string;
}

/** The latest commits that changed something in a folder; none where there is no Git. */
export async function recentCommits(folder: string, most: number): Promise<RecentCommit[]> {
  const args = [...safe, '-C', folder, 'log', `-n${most}`, '--format=%h%x1f%cs%x1f%s', '--', '.'];
  const told = await run('git', args).catch(() => ({ stdout: '' }));
  return told.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [name = '', day = '', subject = ''] = line.split('\x1f');
      return { name, day, subject };
    });
}
