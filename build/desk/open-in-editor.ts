import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import launch from 'launch-editor';
import guess from 'launch-editor/guess.js';

/** The outcome of opening a file in an editor. */
export interface Opened {
  /** The editor’s program; undefined where there is none with a window of its own. */
  editor?: string;
  /** The place to copy, `/…/on-margins.md:48:3`. */
  place: string;
}

/** Editors that would take over the terminal in which the desk runs. */
const inTerminal = /^(vi|vim|nvim|nano|pico|emacs|micro|hx|helix|kak|joe|ed|ne|mcedit|true|false|:)$/;

/**
 * Opens a file at a place in the user’s editor: that of `$VISUAL` or `$EDITOR`, if it has a window of its own, or else
 * one that is running, such as VS Code.
 */
export function openInEditor(path: string, line: number, column: number): Opened {
  const place = `${path}:${line}:${column}`;
  if (!existsSync(path)) return { place };
  const named = [process.env.VISUAL, process.env.EDITOR].filter((one) => one !== undefined);
  const hasWindow = (one: string | null) => one !== null && !inTerminal.test(programName(one));
  const editor = named.find(hasWindow) ?? guess().slice(0, 1).find(hasWindow);
  if (!editor) return { place };
  // A setting may have options; the path of a program that runs may have spaces.
  launch(place, named.includes(editor) ? editor : undefined, () => {});
  return { editor: programName(editor), place };
}

/** The name of an editor’s program, without folders, options and ending. */
function programName(command: string): string {
  const program = /^"([^"]+)"/.exec(command)?.[1] ?? command.replace(/\s+-.*$/, '');
  return basename(program.replaceAll('\\', '/')).replace(/\.(exe|cmd)$/i, '');
}
