import { expect, it } from 'vitest';
import { issue } from '#domain/issue';
import type { RowResult } from '#interchange/read-file';
import { anInitiative, aStructure, byOrganisation } from '../../../../db/stores/sample-records';
import { RowPacker, RowUnpacker } from './packed-rows';

const claim = { column: 'ZS', code: 'XX01', name: null, level: 'healthZone' } as const;
const rowOf = (row: number): RowResult => ({
  row,
  records: [
    { kind: 'initiative', idFromContent: true, record: anInitiative({ externalId: `i${String(row)}`, title: 'Formation', organisations: [byOrganisation('ONG A')] }) },
    { kind: 'structure', only: ['name'], record: aStructure({ externalId: `s${String(row)}`, lngLat: [29 + row / 10_000, -1] }) },
  ],
  issues: row % 2 === 0 ? [issue('kindsToReview', 'warning', { row })] : [],
  areaClaims: [claim],
  cells: { Titre: `Formation ${String(row)}` },
});

it('rows come out as they went in, over several parts; what they share stands in memory once', () => {
  const rows = Array.from({ length: 3_000 }, (_, i) => rowOf(i + 2));
  const [packer, unpacker] = [new RowPacker(), new RowUnpacker()];
  const received = [rows.slice(0, 1_400), rows.slice(1_400)].flatMap((part) => unpacker.unpack(structuredClone(packer.pack(part))));
  expect(received.map(({ row, records, issues, areaClaims, cells }) => ({ row, records, issues, areaClaims, cells }))).toEqual(rows);
  const organisations = (row: RowResult | undefined) => (row?.records[0]?.kind === 'initiative' ? row.records[0].record.organisations : null);
  expect(organisations(received[0])).toBe(organisations(received[2_999]));
});
