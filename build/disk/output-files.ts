/** Takes the bytes of a file, from its beginning to its end. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void> | void;
}

/** The bytes of a file, or what writes them part by part, so that nobody has to hold them all. */
export type FileContent = Uint8Array | ((sink: Sink) => Promise<void>);

/** Files that are written, each once, and can be read again. */
export interface OutputFiles<Path extends string = string> {
  write(path: Path, content: FileContent): Promise<void>;
  read(path: Path): Promise<Uint8Array>;
}

/** Writes the content of a file into a sink. */
export async function writeInto(sink: Sink, content: FileContent): Promise<void> {
  if (typeof content === 'function') await content(sink);
  else await sink.write(content);
}

/** The whole of a file, in memory. */
export async function bytesOfFile(content: FileContent): Promise<Uint8Array> {
  if (typeof content !== 'function') return content;
  const chunks: Uint8Array[] = [];
  await content({ write: (bytes) => void chunks.push(bytes) });
  return new Uint8Array(Buffer.concat(chunks));
}

/** Files in memory. */
export function filesInMemory<Path extends string = string>(): OutputFiles<Path> {
  const files = new Map<Path, Uint8Array>();
  return {
    async write(path, content) {
      files.set(path, await bytesOfFile(content));
    },
    async read(path) {
      const bytes = files.get(path);
      if (!bytes) throw new Error(`${path} was not written`);
      return bytes;
    },
  };
}
