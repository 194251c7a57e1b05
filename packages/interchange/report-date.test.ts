import { expect, it } from 'vitest';
import { dateInFileName, reportDate } from './report-date';

it.each([
  ['drc-3w-2025-05.xlsx', '2025-05-31'],
  ['3W_RDC_202402.xlsx', '2024-02-29'],
  ['3w-2025-05-14.csv', '2025-05-14'],
  ['rapport mai 2025 v2.xlsx', '2025-05-31'],
  ['Rapport_Février_2025.xlsx', '2025-02-28'],
  ['3w-2025.xlsx', null],
  ['3w.xlsx', null],
  ['3w-2025-13.xlsx', null],
])('%s announces %s', (fileName, date) => expect(dateInFileName(fileName)).toBe(date));

it('what is told comes before what is named, and that before what the workbook says; else nothing', () => {
  expect(reportDate('2025-01-01', '3w-2025-05.xlsx', '2025-08-18')).toEqual({ on: '2025-01-01', from: 'option' });
  expect(reportDate(undefined, '3w-2025-05.xlsx', '2025-08-18')).toEqual({ on: '2025-05-31', from: 'fileName' });
  expect(reportDate(undefined, '3w.xlsx', '2025-08-18')).toEqual({ on: '2025-08-18', from: 'workbookModified' });
  expect(reportDate(undefined, '3w.xlsx', null)).toEqual({ on: null, from: null });
});
