import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { hashOfSources, type SourceFile } from './sources.ts';

/** The files of editions, by their path in `dist/<issue>/`. */
export type EditionFiles = ReadonlyMap<string, Uint8Array>;

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

/** Reads a manifest; undefined if the text is not one. */
export function readManifest(text: string): Manifest | undefined {
  try {
    return v.parse(manifestSchema, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Writes the manifest of an issue’s files, sorted by path. Files of an earlier build, in `kept`, keep their entries, so
 * that a later change to them can be recognised.
 */
export function manifestBytes(
  issue: string,
  files: EditionFiles,
  sources?: readonly SourceFile[],
  kept?: ReadonlyMap<string, Manifest['files'][number]>,
): Uint8Array {
  const digest = sources && hashOfSources(sources);
  const manifest: Manifest = {
    issue,
    ...(sources ? { sources: [...sources] } : {}),
    files: [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([path, data]) =>
          kept?.get(path) ?? {
            path,
            size: data.length,
            sha256: createHash('sha256').update(data).digest('hex'),
            ...(digest ? { sources: digest } : {}),
          },
      ),
  };
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}
