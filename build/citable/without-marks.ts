/** A text of front matter without the signs of emphasis and the strokes before others. */
export function withoutMarks(text: string): string {
  return text.replace(/\\(?=[^\s\w])/g, '').replace(/(\*{1,2}|_{1,2})(?=\S)(.+?)(?<=\S)\1/g, '$2');
}
