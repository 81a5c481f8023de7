import { type Deposited, needsAddress, needsArticles, needsDois } from '../need.ts';

/** Reports what DataCite wants: DOIs, and where they lead. */
export function dataciteNeeds(about: Deposited): void {
  needsAddress(about, 'DataCite');
  needsArticles(about);
  needsDois(about, 'DataCite');
}
