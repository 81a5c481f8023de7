import { createHash } from 'node:crypto';
import { make } from './make.ts';
import { richIssue } from './rich-issue.ts';

process.stdout.write(
  createHash('sha256')
    .update(await make(richIssue()))
    .digest('hex'),
);
