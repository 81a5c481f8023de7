import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bareDoi, bareOrcid, doiAddress, isDoi, isIsbn, isIssn, isOrcid, isRor } from '../../build/text/identifiers.ts';

test('ISBN: the last digit is a check digit, modulo 11 or 10', () => {
  for (const good of ['0-306-40615-2', '0306406152', '080442957X', '978-0-306-40615-7', '978–0–306–40615–7'])
    assert.ok(isIsbn(good), good);
  for (const bad of ['0-306-40615-3', '978-0-306-40615-8', '123-0-306-40615-7', '97803064061', 'X306406152', ''])
    assert.not(isIsbn(bad), bad);
});

test('ISSN: the last digit is a check digit', () => {
  for (const good of ['2518-7481', '0317-8471', '2434-561X']) assert.ok(isIssn(good), good);
  for (const bad of ['0317-8472', '03178471', '0317-847', '0317-847x', '']) assert.not(isIssn(bad), bad);
});

test('ORCID: the last digit is a check digit', () => {
  for (const good of ['0000-0002-1825-0097', '0000-0002-9079-593X']) assert.ok(isOrcid(good), good);
  for (const bad of ['0000-0002-1825-0098', '0000-0002-9079-5931', '0000000218250097']) assert.not(isOrcid(bad), bad);
});

test('ROR: the last two digits are a checksum', () => {
  assert.ok(isRor('05gq02987'));
  assert.not(isRor('05gq02988'));
  assert.not(isRor('05gq0298l'));
});

test('DOI: prefix and suffix', () => {
  for (const good of ['10.5555/ua.2015.1', '10.1002/spe.4380111102', '10.1000.10/123']) assert.ok(isDoi(good), good);
  for (const good of ['10.1002/(SICI)1099(199806)1998:6<1021::AID-EJOC1021>3.0.CO;2-X', '10.1000/a#b?"c"'])
    assert.ok(isDoi(good), good);
  for (const bad of ['10.5555', '11.5555/x', '10.5/x', '10.5555/a b']) assert.not(isDoi(bad), bad);
});

test('identifiers are taken out of their addresses', () => {
  assert.is(bareOrcid('https://orcid.org/0000-0002-1825-0097'), '0000-0002-1825-0097');
  assert.is(bareDoi('https://doi.org/10.5555/ua.2015.1'), '10.5555/ua.2015.1');
  assert.is(bareDoi('doi: 10.5555/ua.2015.1'), '10.5555/ua.2015.1');
  assert.is(bareDoi('https://doi.org/10.1002/a%3Cb%23c'), '10.1002/a<b#c');
  assert.is(bareDoi('https://doi.org/10.1002/a%b'), '10.1002/a%b');
});

test('the address of a DOI leads to it, whatever signs are in it', () => {
  for (const doi of [
    '10.5555/ua.2015.1',
    '10.1002/(SICI)1099(1998)6<1021::AID>3.0.CO;2-X',
    "10.1000/a#b?c%20d&'[x]é",
  ]) {
    assert.is(bareDoi(doiAddress(doi)), doi);
    assert.is(decodeURIComponent(new URL(doiAddress(doi)).pathname).slice(1), doi);
  }
});

test.run();
