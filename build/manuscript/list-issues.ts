import type { Repository } from '../disk/repository.ts';

/** The names of the folders in manuscripts/ that hold an issue.yaml, sorted. */
export async function listIssues(repository: Repository): Promise<string[]> {
  const folders = (await repository.list('manuscripts')).filter((name) => name.endsWith('/'));
  const issues: string[] = [];
  for (const folder of folders) {
    if ((await repository.list(`manuscripts/${folder}`)).includes('issue.yaml')) issues.push(folder.slice(0, -1));
  }
  return issues;
}
