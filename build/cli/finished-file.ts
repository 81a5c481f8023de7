/** True if a word of the command line is a finished file, from any producer, and not an issue. */
export function isFinishedFile(word: string): boolean {
  return /\.(pdf|epub)$/i.test(word);
}
