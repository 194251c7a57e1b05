import { expect, it } from 'vitest';
import { normaliseName } from './normalise-name';

it.each([
  ['Nord-Kivu', 'nord kivu'],
  ['NORD  KIVU ', 'nord kivu'],
  ['Saké', 'sake'],
  ["N'Djili", 'n djili'],
  ['N’Djili', 'n djili'],
  ['Kasaï-Central', 'kasai central'],
  ['Cœur', 'coeur'],
  ['Code Terrtoire\r\n(liste)', 'code terrtoire liste'],
  ['   ', ''],
])('%s is compared as %s', (name, normalised) => expect(normaliseName(name)).toBe(normalised));
