import { execFileSync } from 'node:child_process';
import { offprintRoot } from '../../build/disk/repository.ts';

/** Checks a commit out into a folder that does not exist yet, with its packages. */
export function checkOut(commit: string, folder: string): void {
  git('worktree', 'add', '--quiet', '--detach', folder, commit);
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder, stdio: 'ignore' });
}

/** Takes a folder with a commit away again. */
export function removeCheckout(folder: string): void {
  git('worktree', 'remove', '--force', folder);
}

function git(...args: string[]): void {
  execFileSync('git', ['-C', offprintRoot, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}
