import { findPlacementFaults, type PlacementFault } from '#db/stores/structure-placement';
import type { Handle } from '#db/stores/handle';
import { issue } from '#domain/issue';
import { addIssue, type StagedRow } from './staged-row';

/** Where the area is that a row declares. */
export type DeclaredPlace = Pick<PlacementFault, 'declaredAt' | 'declaredName'>;

/**
 * Flags structures whose position lies outside the area that the file declares, or in none: they are taken, and a person should look.
 * Answers where the declared areas are.
 */
export async function notePlacement(transaction: Handle, rows: readonly StagedRow[]): Promise<ReadonlyMap<StagedRow, DeclaredPlace>> {
  const declared = new Map<StagedRow, DeclaredPlace>();
  const structures = rows.flatMap((row) => row.records.flatMap((entry) => (entry.kind === 'structure' && entry.record.lngLat !== null ? [{ row, record: entry.record }] : [])));
  if (structures.length === 0) return declared;
  const faults = await findPlacementFaults(transaction, structures.map(({ record }) => ({ scheme: record.scheme, externalId: record.externalId })));
  for (const { index, fault, found, declaredAt, declaredName } of faults) {
    const structure = structures[index];
    if (structure === undefined) throw new Error(`findPlacementFaults answered index ${index} of ${structures.length}`);
    const { row, record } = structure;
    addIssue(row, issue(fault, 'warning', { row: row.row, column: row.areaClaims[0]?.column ?? null, value: record.areaName ?? record.areaCode ?? record.lngLat?.join(', ') ?? null, expected: found }));
    declared.set(row, { declaredAt, declaredName });
  }
  return declared;
}
