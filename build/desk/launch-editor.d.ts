declare module 'launch-editor' {
  /** Opens `path:line:column` in an editor. */
  export default function launch(
    file: string,
    editor: string | undefined,
    onError: (file: string, reason: string | null) => void,
  ): void;
}

declare module 'launch-editor/guess.js' {
  /** The program of the user’s editor and its arguments; the first is null where none is found. */
  export default function guess(editor?: string): [editor: string | null, ...args: string[]];
}
