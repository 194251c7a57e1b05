import { describe, expect, it } from 'vitest';
import { equalAreaNames } from './area-name-table';
import { areaNameKey, partsOfDividedArea } from './area-names';

describe('names of areas, as they are compared', () => {
  it.each([
    ['Kasaï-Oriental', 'Kasai Oriental'],
    ['ZS Goma', 'Goma'],
    ['Zone de santé d’Oïcha', 'OICHA'],
    ['Goma (Zone de Santé)', 'goma'],
    ['Province du Nord-Kivu', 'Nord Kivu'],
    ['Territoire de Rutchuru', 'Rutshuru'],
    ['Masina II', 'Masina 2'],
    ['Bas-Congo', 'Kongo-Central'],
    ['Kisenso', 'Kinsenso'],
    ['Ville de Stanleyville', 'Kisangani'],
  ])('%s = %s', (a, b) => expect(areaNameKey(a)).toBe(areaNameKey(b)));

  it.each([
    ['Nord-Kivu', 'Sud-Kivu'],
    ['Kasaï', 'Kasaï-Central'],
    ['Masina I', 'Masina II'],
    ['Haut-Lomami', 'Lomami'],
  ])('%s is not %s', (a, b) => expect(areaNameKey(a)).not.toBe(areaNameKey(b)));

  it('a name that is a word for a level stays', () => expect(areaNameKey('Province')).toBe('province'));

  it('a divided province means its parts', () => {
    expect(partsOfDividedArea('Province Orientale')).toEqual(['bas uele', 'haut uele', 'ituri', 'tshopo']);
    expect(partsOfDividedArea('Kasai Occidental')).toEqual(['kasai', 'kasai central']);
    expect(partsOfDividedArea('Ituri')).toEqual([]);
  });

  it('no name of the table means two areas', () => {
    const owners = new Map<string, string>();
    for (const [first = '', ...others] of equalAreaNames) {
      for (const name of [first, ...others]) {
        expect([name, owners.get(areaNameKey(name)) ?? first]).toEqual([name, first]);
        owners.set(areaNameKey(name), first);
      }
    }
  });
});
