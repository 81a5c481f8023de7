/** An event of a desk’s stream. */
export interface DeskEvent {
  name: string;
  data: Record<string, unknown>;
}

/** Reads a stream of server-sent events, one after another. */
export async function readEvents(url: string): Promise<{ next(): Promise<DeskEvent>; close(): void }> {
  const stop = new AbortController();
  const { body } = await fetch(url, { signal: stop.signal });
  if (!body) throw new Error('The stream has no body');
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let read = '';
  return {
    async next() {
      for (;;) {
        const end = read.indexOf('\n\n');
        if (end < 0) {
          const { value, done } = await reader.read();
          if (done) throw new Error('The stream has ended');
          read += value;
          continue;
        }
        const [, name, data] = /^event: (.*)\ndata: (.*)$/m.exec(read.slice(0, end)) ?? [];
        read = read.slice(end + 2);
        if (name && data) return { name, data: JSON.parse(data) };
      }
    },
    close: () => stop.abort(),
  };
}
