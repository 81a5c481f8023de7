import type { Stage } from '../diagnostics/stage.ts';
import { spoken } from './spoken/spoken.ts';

/** Prints the progress of a build. */
export interface Progress {
  /** Prints a line for each stage; on a terminal the running stage’s line is replaced at its end. */
  stage: Stage;
  say(line: string): void;
}

/**
 * Prints progress on a stream, or nothing if `quiet`. Only a terminal shows the time of stages, so that logs can be
 * compared.
 */
export function progressOn(stream: NodeJS.WriteStream, quiet: boolean): Progress {
  if (quiet) return { stage: (_name, work) => work(), say: () => {} };
  const live = stream.isTTY === true;
  return {
    say: (line) => void stream.write(`${spoken(line)}\n`),
    async stage(stage, work) {
      const name = spoken(stage);
      stream.write(live ? `  ${name} …` : `  ${name}\n`);
      const start = performance.now();
      try {
        const result = await work();
        if (live)
          stream.write(`\r\x1b[K  ${name}  ${((performance.now() - start) / 1000).toFixed(1)} ${spoken('s')}\n`);
        return result;
      } catch (error) {
        if (live) stream.write('\n');
        throw error;
      }
    },
  };
}
