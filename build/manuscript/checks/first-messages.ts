import type { VFile } from 'vfile';

/**
 * Keeps the first ten thousand findings of each rule on a file, because nobody reads more. The last one kept says how
 * many were left out.
 */
export function keepFirstMessages(file: VFile): void {
  const counts = new Map<string | undefined, number>();
  for (const { ruleId } of file.messages) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  const kept = new Map<string | undefined, number>();
  file.messages = file.messages.filter((message) => {
    const number = (kept.get(message.ruleId) ?? 0) + 1;
    kept.set(message.ruleId, number);
    const more = (counts.get(message.ruleId) ?? 0) - maxFindings;
    if (number === maxFindings && more > 0) message.reason += ` (and ${more.toLocaleString('en')} more of this kind)`;
    return number <= maxFindings;
  });
}

const maxFindings = 10_000;
