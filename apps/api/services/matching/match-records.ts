import { idOf } from '#db/stores/identity';
import type { Handle } from '#db/stores/handle';
import { confirmInitiatives } from '#db/stores/initiative-continuity';
import { saveMatching, type KeptPair } from '#db/stores/matches';
import { readOrganisationsToMatch } from '#db/stores/organisation-matches';
import { readStructuresToMatch } from '#db/stores/structure-matches';
import { inOrder, listMatchVerdicts, type MatchKind } from '#db/stores/verdicts';
import type { Matching, PairVerdict } from '#analysis/match-groups';
import type { RecordKind } from '#domain/record-kinds';
import { findInWorker } from './find-in-worker';

/** The id of a pair: the same on every load. */
export const pairId = (kind: MatchKind, a: string, b: string): string => idOf('matchPair', kind, ...inOrder(a, b));

/**
 * Finds anew which structures are one, from all that is stored and all that people said: the order in which files were loaded never matters to the pairs. Run it in
 * the transaction of whatever changed structures, their areas or their assessments, after `assignStructureAreas`. Answers whether any record changed whom it follows.
 */
export async function matchStructures(transaction: Handle): Promise<boolean> {
  const structures = await readStructuresToMatch(transaction);
  const matching = await findInWorker({ kind: 'structure', records: structures, verdicts: await verdictsOn(transaction, 'structure', structures) });
  return keep(transaction, 'structure', structures, matching);
}

/** Finds anew which names are one organisation, in the same way. Records keep the organisation that they name, and reads follow to the one that stands for it. */
export async function matchOrganisations(transaction: Handle): Promise<boolean> {
  const organisations = await readOrganisationsToMatch(transaction);
  const matching = await findInWorker({ kind: 'organisation', records: organisations, verdicts: await verdictsOn(transaction, 'organisation', organisations) });
  return keep(transaction, 'organisation', organisations, matching);
}

type Counts = Readonly<Partial<Record<RecordKind, number>>>;
const any = (counts: Counts, kinds: readonly RecordKind[]): boolean => kinds.some((kind) => (counts[kind] ?? 0) > 0);

/**
 * Finds anew what follows from records of these kinds: which report confirmed an initiative last, which records are one. Run it in the transaction of a load; `changed`: it
 * wrote records. Answers whether anything that people see changed by it.
 */
export async function deriveAfterLoad(transaction: Handle, counts: Counts, changed: boolean): Promise<boolean> {
  // A file that only repeats what is known writes no record, and yet confirms it.
  const confirmed = any(counts, ['initiative']) && (await confirmInitiatives(transaction)) > 0;
  // Areas and assessments have their say in which structure stands for which.
  const joined = changed && any(counts, ['structure', 'area', 'assessment']) && (await matchStructures(transaction));
  const merged = changed && any(counts, ['organisation', 'initiative', 'structure']) && (await matchOrganisations(transaction));
  return confirmed || joined || merged;
}

/** The same after an undo, whatever was taken back. */
export async function deriveAfterUndo(transaction: Handle): Promise<void> {
  await confirmInitiatives(transaction);
  await matchStructures(transaction);
  await matchOrganisations(transaction);
}

async function verdictsOn(transaction: Handle, kind: MatchKind, records: readonly { readonly id: string }[]): Promise<PairVerdict[]> {
  const numbers = new Map(records.map(({ id }, at) => [id, at]));
  return (await listMatchVerdicts(transaction, kind)).flatMap(({ sideA, sideB, verdict }) => {
    const [a, b] = [numbers.get(sideA), numbers.get(sideB)];
    return a === undefined || b === undefined ? [] : [{ a, b, verdict }];
  });
}

async function keep(transaction: Handle, kind: MatchKind, records: readonly { readonly id: string }[], { pairs, standsFor }: Matching): Promise<boolean> {
  const idAt = (at: number): string => records[at]?.id ?? '';
  const kept = pairs.map(({ a, b, score, reasons, distanceKm, joinedByRule }): KeptPair => {
    const [sideA, sideB] = inOrder(idAt(a), idAt(b));
    return { id: pairId(kind, sideA, sideB), sideA, sideB, score, reasons, distanceKm, joinedByRule };
  });
  const followed = new Map(standsFor.flatMap((root, at): [string, string][] => (root === at ? [] : [[idAt(at), idAt(root)]])));
  return (await saveMatching(transaction, kind, kept, followed)) > 0;
}
