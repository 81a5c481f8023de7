import { manifestName } from './manifest.ts';

/** The error for something that no build made at a path where a build would write. */
export class OutputInTheWay extends Error {
  override name = 'OutputInTheWay';
  constructor(
    readonly folder: string,
    message = `${folder} holds files that no build made (it has no ${manifestName}). Move them, or choose another place with --out.`,
  ) {
    super(message);
  }
}

/** Returns the error for an issue’s folder that is a link: its target would not be updated. */
export function linkInTheWay(folder: string): OutputInTheWay {
  return new OutputInTheWay(
    folder,
    `${folder} is a link, and a build puts a new folder in its place. Remove it; to have the editions elsewhere, make a link there that leads here, or choose the place with --out.`,
  );
}

/** Returns the error for a user’s file that has the name of a built one. */
export function fileInTheWay(folder: string, path: string, isLink: boolean): OutputInTheWay {
  const what = isLink
    ? 'is a link, which no build made'
    : 'was made by no build, and this one makes a file of that name';
  return new OutputInTheWay(folder, `${folder}/${path} ${what}. Move it, or choose another place with --out.`);
}
