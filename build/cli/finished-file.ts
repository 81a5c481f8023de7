/** Tells whether a word of the command line is a finished file, of whoever made it, rather than an issue. */
export function isFinishedFile(word: string): boolean {
  return /\.(pdf|epub)$/i.test(word);
}
