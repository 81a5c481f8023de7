import { resolve } from 'node:path';
import { type Chrome, startChrome } from '../browser/browser.ts';
import { type Built, buildIssue } from '../build.ts';
import { type CommonOptions, editionsOf, issuesOf, repositoryOf } from './options.ts';
import { voiceOf } from './progress.ts';
import { tell } from './tell.ts';
import type { Exit } from './usage.ts';

interface BuildOptions extends CommonOptions {
  out?: string;
  only?: string;
  strict?: boolean;
}

/** `offprint build`: builds the issues one after another, with one browser for all. */
export async function buildCommand(names: string[], options: BuildOptions): Promise<Exit> {
  const only = editionsOf(options.only);
  const repository = await repositoryOf(options);
  const issues = await issuesOf(repository, names);
  const out = options.out === undefined ? resolve(repository.root, 'dist') : resolve(options.out);
  const voice = voiceOf(process.stderr, options.quiet === true || options.json === true);
  let running: Promise<Chrome> | undefined;
  const chrome = (): Promise<Chrome> => (running ??= startChrome());
  try {
    const built: Built[] = [];
    for (const issue of issues) {
      voice.say(issue);
      built.push(
        await buildIssue(issue, { repository, out, only, strict: options.strict === true, chrome, stage: voice.stage }),
      );
    }
    return tell(built, { ...options, strict: options.strict === true });
  } finally {
    await running?.then(
      (started) => started.close(),
      () => {},
    );
  }
}
