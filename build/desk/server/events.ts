import type { ServerResponse } from 'node:http';

/** The open streams of server-sent events, one for each window of the desk. */
export interface EventStreams {
  /** Opens a stream, which begins with some events. */
  open(response: ServerResponse, first: readonly [name: string, data: unknown][]): void;
  /** Sends an event to all. */
  send(name: string, data: unknown): void;
  /** How many there are. */
  count(): number;
  close(): void;
}

/** Opens no stream yet. */
export function eventStreams(): EventStreams {
  const open = new Set<ServerResponse>();
  const write = (response: ServerResponse, name: string, data: unknown) =>
    response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  return {
    open(response, first) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      // A window that lost its desk looks for it again after a second.
      response.write('retry: 1000\n\n');
      for (const [name, data] of first) write(response, name, data);
      open.add(response);
      response.on('close', () => open.delete(response));
      response.on('error', () => open.delete(response));
    },
    send(name, data) {
      for (const response of open) write(response, name, data);
    },
    count: () => open.size,
    close() {
      for (const response of open) response.end();
      open.clear();
    },
  };
}
