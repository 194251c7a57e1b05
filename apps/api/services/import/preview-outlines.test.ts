import { expect, it } from 'vitest';
import type { AreaRecord } from '#domain/records';
import { outlinesOf } from './preview-outlines';
import { stageRow, type StagedRow } from './staged-row';

type Corner = [number, number];

/** A border between (30, 0) and (30, 10), ragged by 0.0005° to 0.0035° at 2,500 corners, read upwards. */
const border: Corner[] = Array.from({ length: 2501 }, (_, at) => [30 + (at === 0 || at === 2500 ? 0 : 0.0005 * (at % 8)), at * 0.004]);
const areaRow = (row: number, code: string, ring: Corner[], outcome: 'accepted' | 'unchanged' | 'refused' = 'accepted'): StagedRow => {
  const record: AreaRecord = { source: 'fixture', sourceRow: row, type: 'province', code, name: code, parentCode: null, geometry: { type: 'MultiPolygon', coordinates: [[ring]] }, population: null, codes: {}, validFrom: null, validTo: null };
  const staged = stageRow({ row, records: [{ kind: 'area', record }], issues: [], areaClaims: [], cells: {} });
  staged.outcome = outcome;
  staged.effect = 'added';
  return staged;
};
const west = areaRow(2, 'XX01', [[20, 0], ...border, [20, 10], [20, 0]]);
const east = areaRow(3, 'XX02', [[40, 0], [40, 10], ...[...border].reverse(), [40, 0]]);
const further = Array.from({ length: 3 }, (_, at) => areaRow(4 + at, `XX0${String(3 + at)}`, [[20, 0], ...border, [20, 10], [20, 0]]));

it('makes outlines coarse enough to travel, and leaves a border shared', () => {
  const outlines = outlinesOf([west, east, ...further]);
  // 5 × 2,505 corners are more than 9,000: the ragged border, nowhere farther than 0.004° from a straight line, becomes one.
  expect(outlines.reduce((sum, { rings }) => sum + rings.flat().length, 0)).toBeLessThanOrEqual(9_000);
  // A closed ring says its first corner twice.
  const onBorder = (at: number): Corner[] => (outlines[at]?.rings.flatMap((ring) => ring.slice(1)) ?? []).filter(([lng]) => lng >= 30 && lng < 31).sort((a, b) => a[1] - b[1]);
  expect(onBorder(0)).toEqual(onBorder(1));
  expect(onBorder(0)).toContainEqual([30, 0]);
  expect(onBorder(0)).toContainEqual([30, 10]);
});

it('leaves a small file as it is, and what is not new or changed out', () => {
  const square: Corner[] = [[20, 0], [21, 0], [21, 1], [20, 1], [20, 0]];
  expect(outlinesOf([areaRow(2, 'XX01', square), areaRow(3, 'XX02', square, 'unchanged'), areaRow(4, 'XX03', square, 'refused')])).toEqual([{ row: 2, code: 'XX01', label: 'XX01', outcome: 'added', rings: [square] }]);
});
