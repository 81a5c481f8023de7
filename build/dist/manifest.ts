import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { digestOf, type Source } from './sources.ts';

/** The files of an edition, by their path in `dist/<issue>/`. */
export type Files = ReadonlyMap<string, Uint8Array>;

export const manifestName = 'manifest.json';

/** The report that a check writes beside the editions; it is not one of them. */
export const reportName = 'preflight.html';

const sha256 = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/));

const manifestSchema = v.object({
  issue: v.string(),
  /** The sources of the newest files; absent if they are not known. */
  sources: v.optional(v.array(v.object({ path: v.string(), sha256 }))),
  files: v.array(
    v.object({
      path: v.string(),
      size: v.number(),
      sha256,
      /** One hash of all sources of the file: that of `sources`, unless the file is from an earlier build. */
      sources: v.optional(sha256),
    }),
  ),
});

/** The contents of `manifest.json`. */
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
 * The manifest of an issue’s files, sorted by path. The files in `kept` are of an earlier build: their entries are
 * taken from its manifest, so that later changes by hand show.
 */
export function manifestOf(
  issue: string,
  files: Files,
  sources?: readonly Source[],
  kept?: ReadonlyMap<string, Manifest['files'][number]>,
): Uint8Array {
  const digest = sources && digestOf(sources);
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
