import { suite } from 'uvu';
import { editionFile } from './edition.ts';
import { printFaults } from './print-faults.ts';
import { screenFaults } from './screen-faults.ts';
import { testFaults } from './test-faults.ts';

/*
 * One fault after another is planted in the PDFs that a build makes of a small journal. Each has to be found on its page by its own rule, and by no other; in
 * the files as they are there is none.
 */
const print = suite('check/pdf/faults: print');
testFaults(print, 'print', editionFile('plates-2026-1-print.pdf'), printFaults);
print.run();

const screen = suite('check/pdf/faults: screen');
testFaults(screen, 'screen', editionFile('plates-2026-1-screen.pdf'), screenFaults);
screen.run();
