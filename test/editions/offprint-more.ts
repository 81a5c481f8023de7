import { editions } from '../../build/editions/table.ts';
import { main } from '../../build/main.ts';
import { cards } from './cards.ts';
import { contents } from './contents.ts';

/* The command `offprint` with editions that are made up, as it were if they were in the table. */

process.exitCode = await main(process.argv.slice(2), [...editions, contents, cards]);
