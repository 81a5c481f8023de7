import { editions } from '../../build/editions/table.ts';
import { main } from '../../build/main.ts';
import { cards } from './cards.ts';
import { contents } from './contents.ts';

/* The command `offprint` with made-up editions, as if they were in the table. */

process.exitCode = await main(process.argv.slice(2), [...editions, contents, cards]);
