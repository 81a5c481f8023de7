import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { isInside } from '../../disk/is-inside.ts';
import { isThere } from '../../disk/is-there.ts';
import { manifestName, readManifest, reportName } from '../../dist/manifest.ts';
import { hashOfSources, type SourceFile } from '../../dist/sources.ts';
import { isFileOf } from '../../dist/user-files.ts';

/** The finished editions of an issue in `dist/<issue>/`. */
export interface FinishedEditions {
  folder: string;
  /** The files to check; those older than the manuscripts only if they were asked for. */
  files: FinishedFile[];
  /** Every file that something was reported on. */
  reported: VFile[];
}

export interface FinishedFile {
  /** In the issue’s folder, with `/`. */
  path: string;
  file: VFile;
  /** Reads its bytes. Those of finished files are in memory: they stay what they are while a build replaces them. */
  read: () => Promise<Uint8Array>;
  /** Whether its bytes are those that the build wrote. */
  whole: boolean;
  /** Whether it was made from the journal’s files as they are now. */
  current: boolean;
}

/**
 * Reads the finished editions of an issue and compares them with their manifest. Reports files that are missing, were
 * changed by hand or are older than the manuscripts. With `includeOld`, older ones are a fault, and are returned to be
 * checked; without it they are only mentioned. Undefined if the issue was never built.
 */
export async function readEditions(
  out: string,
  issue: string,
  sources: readonly SourceFile[],
  includeOld = true,
): Promise<FinishedEditions | undefined> {
  const folder = join(out, issue);
  if (!(await isThere(join(folder, manifestName)))) return undefined;
  const fileFor = (path: string) => new VFile({ path: join(folder, path) });
  const reported: VFile[] = [];
  const reportOn = (path: string, ...[rule, finding]: [Parameters<typeof report>[1], Parameters<typeof report>[2]]) => {
    const file = fileFor(path);
    reported.push(file);
    report(file, rule, finding);
    return file;
  };
  const text = await readInside(folder, manifestName);
  const manifest = readManifest(text ? new TextDecoder().decode(text) : '');
  if (!manifest) {
    reportOn(manifestName, 'edition-whole', {
      found: 'The manifest cannot be read',
      expected: 'the manifest of a build',
      fix: again,
    });
    return { folder, files: [], reported };
  }

  const digest = hashOfSources(sources);
  const files: FinishedFile[] = [];
  for (const { path, size, sha256, sources: builtFrom } of manifest.files) {
    const bytes = await readInside(folder, path);
    if (!bytes) {
      const isLink = isInside(folder, join(folder, path)) && (await isThere(join(folder, path)));
      const found = isLink ? 'The file is a link, or cannot be read' : 'The file is missing';
      reportOn(path, 'edition-whole', { found, expected: 'every file of the manifest', fix: again });
      continue;
    }
    const whole = bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256;
    const current = builtFrom === undefined || builtFrom === digest;
    const file = whole
      ? fileFor(path)
      : reportOn(path, 'edition-whole', {
          found: `The file was changed after it was built${bytes.length === size ? '' : `: it has ${bytes.length} bytes`}`,
          expected: bytes.length === size ? `the SHA-256 ${sha256.slice(0, 12)}…` : `${size} bytes`,
          fix: again,
        });
    if (whole) reported.push(file);
    files.push({ path, file, read: async () => bytes, whole, current });
  }
  const old = namedTogether(files.flatMap(({ path, current }) => (current ? [] : [path])));
  if (old.length > 0) {
    reportOn(manifestName, 'edition-current', {
      found: `${old.join(', ')} ${old.length > 1 ? 'are' : 'is'} of another state of the manuscripts${changesIn(manifest.sources ?? [], sources)}`,
      expected: 'editions made of the files as they are',
      fix: includeOld ? again : 'Build the issue again; offprint check --editions looks into them as they are.',
      ...(includeOld ? {} : { level: 'info' as const }),
    });
  }
  for (const path of await othersIn(folder, new Set(manifest.files.map(({ path }) => path))))
    reportOn(path, 'edition-whole', {
      found: 'No build made this file',
      expected: 'nothing but what the manifest lists',
      fix: 'Builds leave it there. Move it, if it should not go out with the issue.',
      level: 'info',
    });
  return { folder, files: includeOld ? files : files.filter(({ current }) => current), reported };
}

const again = 'Build the issue again.';

/** Paths, or the name of their folder, `web/`, where it has more than three of them. */
function namedTogether(paths: readonly string[]): string[] {
  const folderOf = (path: string) => path.slice(0, path.indexOf('/') + 1);
  const isMany = (folder: string) => folder !== '' && paths.filter((path) => path.startsWith(folder)).length > 3;
  return [...new Set(paths.map((path) => (isMany(folderOf(path)) ? folderOf(path) : path)))];
}

/** The journal’s files that have changed since a build, as the end of a message; empty if none has. */
function changesIn(before: readonly SourceFile[], now: readonly SourceFile[]): string {
  const old = new Map(before.map(({ path, sha256 }) => [path, sha256]));
  const left = new Set(now.map(({ path }) => path));
  const changed = now.filter(({ path, sha256 }) => old.get(path) !== sha256).map(({ path }) => path);
  const gone = before.filter(({ path }) => !left.has(path)).map(({ path }) => path);
  const all = [...changed, ...gone];
  if (all.length === 0) return '';
  const rest = all.length > 3 ? ` and ${all.length - 3} more` : '';
  return `: since then ${all.slice(0, 3).join(', ')}${rest} changed`;
}

/** Reads a file of the folder. A manifest that was tampered with leads nowhere else, and neither does a link. */
async function readInside(folder: string, path: string): Promise<Uint8Array | undefined> {
  return (await isFileOf(folder, path)) ? readFile(join(folder, path)).catch(() => undefined) : undefined;
}

async function othersIn(folder: string, known: ReadonlySet<string>): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll(sep, '/'))
    .filter((path) => !known.has(path) && path !== manifestName && path !== reportName)
    .sort();
}
