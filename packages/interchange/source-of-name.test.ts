import { expect, it } from 'vitest';
import { sourceOfName } from './source-of-name';

it.each([
  ['stocks.csv', 'stocks.csv'],
  ['dossier/stocks (1).csv', 'stocks.csv'],
  ['C:\\envois\\stocks - Copie (2).xlsx', 'stocks.xlsx'],
  ['Copie de stocks mai.xlsx', 'stocks mai.xlsx'],
  ['stocks - Copy.csv', 'stocks.csv'],
  // A year in brackets, or a name of nothing else, is the name.
  ['stocks (2025).csv', 'stocks (2025).csv'],
  ['Photocopie.csv', 'Photocopie.csv'],
  [' (1)', ' (1)'],
])('copy-of-a-file: %s is from %s', (fileName, source) => {
  expect(sourceOfName(fileName)).toBe(source);
});
