import { createHash } from 'node:crypto';

/** The files of an edition, by their path in `dist/<issue>/`. */
export type Files = ReadonlyMap<string, Uint8Array>;

export const manifestName = 'manifest.json';

/** What `manifest.json` holds. */
export interface Manifest {
  issue: string;
  files: { path: string; size: number; sha256: string }[];
}

/** The manifest of an issue’s files, sorted by path. */
export function manifestOf(issue: string, files: Files): Uint8Array {
  const manifest: Manifest = {
    issue,
    files: [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, data]) => ({ path, size: data.length, sha256: createHash('sha256').update(data).digest('hex') })),
  };
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}
