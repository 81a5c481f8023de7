import type { Stage } from '../diagnostics/stage.ts';

/** How much is said while a build runs. */
export interface Voice {
  /** A line for each stage; on a terminal the running one shows and goes. */
  stage: Stage;
  say(line: string): void;
}

/** Speaks on a stream, or not at all where it is quiet. Stages are told with their time only on a terminal: logs should compare. */
export function voiceOf(stream: NodeJS.WriteStream, quiet: boolean): Voice {
  if (quiet) return { stage: (_name, work) => work(), say: () => {} };
  const live = stream.isTTY === true;
  return {
    say: (line) => void stream.write(`${line}\n`),
    async stage(name, work) {
      stream.write(live ? `  ${name} …` : `  ${name}\n`);
      const start = performance.now();
      try {
        const result = await work();
        if (live) stream.write(`\r\x1b[K  ${name}  ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
        return result;
      } catch (error) {
        if (live) stream.write('\n');
        throw error;
      }
    },
  };
}
