import { dropInitiativeAliases, findAreaIds, findKnownInitiatives, readStandingInitiatives, saveInitiativeAliases, standingOrganisations, type InitiativeAlias, type StandingInitiative } from '#db/stores/initiative-continuity';
import type { Handle } from '#db/stores/handle';
import { initiativeId } from '#db/stores/identity';
import { matchInitiatives, type MatchInitiative } from '#analysis/match-initiatives';
import type { ImportRecord } from '#domain/import-records';
import type { InitiativeRecord } from '#domain/records';

/** A row that is a changed version of a stored initiative, and why. */
export interface ContinuedRow {
  readonly record: InitiativeRecord;
  readonly initiativeId: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly standing: StandingInitiative;
}
export interface Continuity {
  readonly continued: readonly ContinuedRow[];
  /** Initiatives of earlier files of this source and these organisations that the file does not have, neither as they were nor changed. */
  readonly missing: readonly StandingInitiative[];
  /** Records whose id is a digest of their content. */
  readonly fromContent: ReadonlySet<InitiativeRecord>;
}

/**
 * Sources without ids: which row of the file is an earlier initiative, changed? A row that is known exactly is that one. Each other row is compared with the initiatives that the same
 * organisations have in the same areas by the same kind of source and that the file does not have exactly; a partner means that the initiative changed, and the new fingerprint is kept
 * as an alias, so that the same file again changes nothing. Run it in the transaction, before the initiatives are saved and after their organisations and areas are known. All rows of a file at once.
 */
export async function continueInitiatives(transaction: Handle, batchId: string, entries: readonly ImportRecord[], organisations: ReadonlyMap<string, string>): Promise<Continuity> {
  const records = entries.flatMap((entry) => (entry.kind === 'initiative' && entry.idFromContent === true ? [entry.record] : []));
  const continued: ContinuedRow[] = [];
  const missing: StandingInitiative[] = [];
  if (records.length > 0) {
    const roots = await standingOrganisations(transaction, [...new Set(organisations.values())]);
    const rootOf = (name: string): string => roots.get(organisations.get(name) ?? '') ?? name;
    const areaIds = await findAreaIds(transaction, records.flatMap(({ areaCodes }) => areaCodes));
    for (const scheme of new Set(records.map((record) => record.scheme))) {
      const part = await continueScheme(transaction, batchId, scheme, records.filter((record) => record.scheme === scheme), rootOf, areaIds);
      continued.push(...part.continued);
      missing.push(...part.missing);
    }
  }
  await saveInitiativeAliases(transaction, batchId, continued.map(({ record: { scheme, externalId }, initiativeId: id, score, reasons }): InitiativeAlias => ({ scheme, externalId, initiativeId: id, score, reasons })));
  return { continued, missing, fromContent: new Set(records) };
}

async function continueScheme(transaction: Handle, batchId: string, scheme: string, records: readonly InitiativeRecord[], rootOf: (name: string) => string, areaIds: ReadonlyMap<string, string>): Promise<Pick<Continuity, 'continued' | 'missing'>> {
  const known = await findKnownInitiatives(transaction, scheme, records.map(({ externalId }) => externalId));
  const kept = new Set(records.flatMap(({ externalId }) => (known.get(externalId) === initiativeId(scheme, externalId) ? [initiativeId(scheme, externalId)] : [])));
  // Two rows cannot be one initiative: of an old and a changed version in one file the old one keeps it, and the other is looked at anew.
  const unknown = records.filter(({ externalId }) => {
    const id = known.get(externalId);
    if (id === undefined || (kept.has(id) && id !== initiativeId(scheme, externalId))) return true;
    kept.add(id);
    return false;
  });
  const implementing = (record: InitiativeRecord): string[] => namesIn(record, 'implementing').map(rootOf);
  const all = await readStandingInitiatives(transaction, scheme, [...new Set(records.flatMap(implementing))]);
  const standing = all.filter(({ id }) => !kept.has(id));
  // Nothing stands that a row could continue: a first file need not be made ready for comparison.
  const rows = (standing.length === 0 ? [] : unknown).map((record): MatchInitiative => ({
    id: record.externalId,
    organisations: implementing(record),
    areas: record.areaCodes.flatMap((code) => areaIds.get(code) ?? []),
    title: record.title,
    sector: record.sectorAsGiven,
    kinds: record.kinds.map(({ kind }) => kind),
    start: record.start,
    end: record.end,
    targetGroups: record.targetGroups,
    people: record.targeted.total,
    budget: record.budget,
    funders: namesIn(record, 'funder').map(rootOf),
    row: record.sourceRow,
  }));
  const continued = matchInitiatives(rows, standing).flatMap(({ row, standing: at, score, reasons }): ContinuedRow[] => {
    const [record, one] = [unknown[row], standing[at]];
    return record === undefined || one === undefined ? [] : [{ record, initiativeId: one.id, score, reasons, standing: one }];
  });
  await dropInitiativeAliases(transaction, batchId, scheme, unknown.flatMap(({ externalId }) => (known.has(externalId) ? [externalId] : [])));
  const found = new Set(continued.map(({ initiativeId: id }) => id));
  return { continued, missing: standing.filter(({ id }) => !found.has(id)) };
}

const namesIn = ({ organisations }: InitiativeRecord, role: 'implementing' | 'funder'): string[] => organisations.flatMap((one) => (one.role === role ? [one.organisation.name] : []));
