import type { FinishedRule } from '../diagnostics/finished-rule.ts';
import { type Rule, type RuleId, rules } from '../diagnostics/rules.ts';
import { closestWord } from '../text/closest-word.ts';
import { spoken } from './spoken/spoken.ts';
import { type Exit, exit, UsageError } from './usage.ts';

/** Runs `offprint explain RULE`: prints a rule with its reason, or all rules without a name. */
export async function explainCommand(rule: string | undefined): Promise<Exit> {
  const ids = Object.keys(rules) as RuleId[];
  if (rule !== undefined && !ids.includes(rule as RuleId)) {
    const close = closestWord(rule, ids);
    throw new UsageError(
      `There is no rule ${rule}.${close ? ` Did you mean ${close}?` : ''} \`offprint explain\` lists them.`,
    );
  }
  for (const id of rule ? [rule as RuleId] : ids) {
    const { level, holds, because, after, before }: Rule & Partial<FinishedRule> = rules[id];
    const seenBefore =
      typeof before === 'string'
        ? `Seen in the finished edition only. ${before}`
        : before && `Told before by ${before.join(', ')}.`;
    const more = [after && `After ${after}.`, seenBefore].filter(Boolean).map((line) => `  ${spoken(String(line))}\n`);
    process.stdout.write(`${id} (${spoken(level)})\n  ${spoken(holds)}\n  ${spoken(because)}\n${more.join('')}`);
  }
  return exit.done;
}
