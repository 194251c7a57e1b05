import { findPlacementFaults } from '#db/stores/structure-placement';
import type { Handle } from '#db/stores/handle';
import { issue } from '#domain/issue';
import { addIssue, type StagedRow } from './staged-row';

/** Flags structures whose position lies outside the area that the file declares, or in none: they are taken, and a person should look. */
export async function notePlacement(transaction: Handle, rows: readonly StagedRow[]): Promise<void> {
  const structures = rows.flatMap((row) => row.records.flatMap((entry) => (entry.kind === 'structure' && entry.record.lngLat !== null ? [{ row, record: entry.record }] : [])));
  if (structures.length === 0) return;
  const faults = await findPlacementFaults(transaction, structures.map(({ record }) => ({ scheme: record.scheme, externalId: record.externalId })));
  for (const { index, fault, found } of faults) {
    const structure = structures[index];
    if (structure === undefined) throw new Error(`findPlacementFaults answered index ${index} of ${structures.length}`);
    const { row, record } = structure;
    addIssue(row, issue(fault, 'warning', { row: row.row, column: row.areaClaims[0]?.column ?? null, value: record.areaName ?? record.areaCode ?? record.lngLat?.join(', ') ?? null, expected: found }));
  }
}
