/** A manuscript of many short paragraphs, no two of them alike. */
export function longArticle(title: string, count: number): string {
  const paragraphs = Array.from({ length: count }, (_, i) => {
    const name = `${title.toLowerCase()} ${i + 1}`;
    return `Here is ${name}, which says of ${name} what is to be said of it, and then goes on to the next line.`;
  });
  return `---\ntitle: ${title}\nauthors:\n  - name: Ann Author\n---\n\n${paragraphs.join('\n\n')}\n`;
}
