import * as v from 'valibot';
import { hashOfSources, type SourceFile } from './sources.ts';

export const manifestName = 'manifest.json';

/** The report that a check writes beside the editions; it is not one of them. */
export const reportName = 'preflight.html';

const sha256 = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/));

const manifestSchema = v.object({
  issue: v.string(),
  /** The sources of the newest files; absent if unknown. */
  sources: v.optional(v.array(v.object({ path: v.string(), sha256 }))),
  files: v.array(
    v.object({
      path: v.string(),
      size: v.number(),
      sha256,
      /** One hash of all its sources: that of `sources`, unless the file is from an earlier build. */
      sources: v.optional(sha256),
    }),
  ),
});

/** The content of `manifest.json`. */
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** A file that was just written: its path in `dist/<issue>/`, and what a manifest says of its bytes. */
export type WrittenFile = Pick<Manifest['files'][number], 'path' | 'size' | 'sha256'>;

/** Reads a manifest; undefined if the text is not one. */
export function readManifest(text: string): Manifest | undefined {
  try {
    return v.parse(manifestSchema, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Writes the manifest of an issue’s new files and of those of an earlier build, sorted by path. The latter keep their
 * entries, so that a later change to them can be recognised.
 */
export function manifestBytes(
  issue: string,
  written: readonly WrittenFile[],
  sources: readonly SourceFile[] | undefined,
  kept: Manifest['files'],
): Uint8Array {
  const digest = sources && hashOfSources(sources);
  const manifest: Manifest = {
    issue,
    ...(sources ? { sources: [...sources] } : {}),
    files: [...written.map((file) => ({ ...file, ...(digest ? { sources: digest } : {}) })), ...kept].sort((a, b) =>
      a.path < b.path ? -1 : 1,
    ),
  };
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}
