import { manifestName } from './manifest.ts';

/** A folder that is in the way and was not made by a build. */
export class OutputInTheWay extends Error {
  override name = 'OutputInTheWay';
  constructor(readonly folder: string) {
    super(
      `${folder} holds files that no build made (it has no ${manifestName}). Move them, or choose another place with --out.`,
    );
  }
}
