import { expect, it } from 'vitest';
import { dateInFileName } from '#interchange/report-date';
import { parseCoordinate, parseDate, parsePeople, parseWhole, parseAmount } from '#interchange/cell-values';
import { whyWithheld } from '#interchange/comment-privacy';
import { caseDataFault } from '#interchange/case-data';
import { withoutContacts, withoutPersonalData } from '#interchange/free-text-privacy';
import { parseTag } from '#interchange/hxl-tags';
import { areaNameKey } from '#domain/area-names';
import { coreName } from '#analysis/structure-names';
import { cpuTimeMs } from '../cpu-time';

/** A pattern that looks at every pair of places needs longer than that for so many. */
const LENGTH = 200_000;
const LONGEST_MS = 10_000;
/** What makes a pattern look again and again: each repeated, with an end that does not fit. */
const PIECES = ['a', 'A', 'é', ' ', '0', '+', '-', '.', '(', '\n', '@', 'a.', 'a@', 'a@a.', '0 ', '+0-', '(0) ', 'A b ', 'Mme ', 'Dr. ', 'Madame A ', 'Jean PAUL ', 'De La ', 'tél ', 'email: ', '1/1/', '12,', "l'", '#a+b', 'contact ', 'survivante '];
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  withoutContacts, withoutPersonalData, whyWithheld, parseDate, parseWhole, parseAmount, parsePeople, parseCoordinate, parseTag, dateInFileName, areaNameKey, coreName, caseDataFault: (text) => caseDataFault([text, 'Nom']),
};

it.each(Object.entries(READERS))('%s reads any cell of 200 kB in 10 s of work', (_name, read) => {
  const slow: string[] = [];
  for (const piece of PIECES) {
    const startedAt = cpuTimeMs();
    read(`${piece.repeat(Math.ceil(LENGTH / piece.length))}\0`);
    const took = cpuTimeMs() - startedAt;
    if (took > LONGEST_MS) slow.push(`${JSON.stringify(piece)}: ${String(Math.round(took))} ms`);
  }
  expect(slow).toEqual([]);
}, 300_000);
