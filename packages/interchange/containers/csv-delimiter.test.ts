import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyDelimiter } from './csv-delimiter';

const DELIMITERS = [',', ';', '\t', '|'];
/** Cells as bad as people paste them: tables drawn with pipes, quotations, lists. */
const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '|', '\n', '\r\n', '1'), maxLength: 12 });
const HEADINGS = ['Titre', 'Description', 'Province', 'Territoire', 'Organisation', 'Début', 'Fin', 'Statut'];

describe('the delimiter of a text table', () => {
  it('is seen through pipes and line breaks in quoted descriptions', () => {
    const drawn = '|a|b|\n|1|2|\n'.repeat(40);
    for (const delimiter of DELIMITERS) expect(likelyDelimiter(stringify([['Titre', 'Description', 'Zone'], ['x', drawn, 'y'], ['x', '|a', '"|"'], ['x', 'a\n|"', 'y']], { delimiter }))).toBe(delimiter);
  });

  it('is seen through lists in every cell, decimal commas, a long preamble and a heading that names them', () => {
    expect(likelyDelimiter(`Titre,Zones,Fin\n${'x,a|b|c|d|e,2025\n'.repeat(20)}`)).toBe(',');
    expect(likelyDelimiter(`Zone;Population;Part\n${'Rwampara;1,5;2,5\n'.repeat(20)}`)).toBe(';');
    expect(likelyDelimiter(`${'Rapport du groupe, mois de mai\n'.repeat(24)}Zone;Date;Population\n${'Rwampara;2025;1\n'.repeat(20)}`)).toBe(';');
    expect(likelyDelimiter(`Zone;"Un, deux, trois, quatre";Fin\n${'a;b;c\n'.repeat(3)}`)).toBe(';');
  });

  it('of a text of one column, or of none, is a comma', () => {
    expect(['', 'Zone', 'Zone\nRwampara\nBunia\n'].map(likelyDelimiter)).toEqual([',', ',', ',']);
  });

  it.each(DELIMITERS)('%j is found whatever the cells hold', (delimiter) => {
    const rows = fc.array(fc.array(cell, { minLength: HEADINGS.length, maxLength: HEADINGS.length }), { minLength: 1, maxLength: 30 });
    fc.assert(fc.property(rows, (given) => {
      expect(likelyDelimiter(stringify([HEADINGS, ...given], { delimiter }))).toBe(delimiter);
    }), { numRuns: 500 });
  });
});
