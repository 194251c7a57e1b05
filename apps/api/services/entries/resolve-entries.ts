import { listProgrammes } from '#db/stores/programme-reading';
import { getStructure, structureId } from '#db/stores/structures';
import type { IsoDate } from '#domain/dates';
import type { ImportRecord } from '#domain/import-records';
import { issue, type Issue } from '#domain/issue';
import type { Proposal } from '#domain/proposals';
import type { ProgrammeKind } from '#domain/record-kinds';
import type { EntriesBody, Entry } from '../../contract/entries';
import { readProposals } from '../programmes/read-proposals';
import type { AskedSources } from './held-batches';

/** Records that are entered by hand are of this scheme. */
export const ENTRY_SCHEME = 'form';

type CorrectedKind = Exclude<ProgrammeKind, 'careStandard' | 'proposalVerdict' | 'raster'>;
interface Identity {
  readonly scheme: string;
  readonly externalId: string;
}
interface StructureRef {
  readonly structureScheme: string;
  readonly structureExternalId: string;
}

export interface Resolved {
  /** In the order of the entries. One that names something unknown has no record. */
  readonly records: readonly (ImportRecord | null)[];
  readonly issues: readonly Issue[];
  /** Day of what an entry answers, by place of the entry. */
  readonly proposedOn: ReadonlyMap<number, IsoDate>;
}

/**
 * Entries as records of the domain: ids of structures and records as the lists give them become the schemes and ids by which they are stored.
 * The ids of new records come from the key of the body, so that the same body makes the same records however often it is sent.
 */
export async function resolveEntries(sources: AskedSources, { key, enteredBy, source, entries }: EntriesBody): Promise<Resolved> {
  const provenance = { source: source ?? enteredBy, sourceRow: null };
  const resolver = new Resolver(sources);
  const records: (ImportRecord | null)[] = [];
  for (const [at, entry] of entries.entries()) {
    resolver.row = at + 1;
    records.push(await recordOf(resolver, entry, { fresh: `${key}-${at + 1}`, enteredBy, provenance }));
  }
  return { records, issues: resolver.issues, proposedOn: resolver.proposedOn };
}

interface Given {
  readonly fresh: string;
  readonly enteredBy: string;
  readonly provenance: { readonly source: string; readonly sourceRow: null };
}

async function recordOf(resolver: Resolver, entry: Entry, { fresh, enteredBy, provenance }: Given): Promise<ImportRecord | null> {
  switch (entry.kind) {
    case 'assessment': {
      const structure = await resolver.structure(entry.structureId, 'structureId');
      if (structure === null) return null;
      return { kind: 'assessment', record: { ...entry.record, externalId: `${ENTRY_SCHEME} ${entry.record.assessedOn} ${provenance.source}`, ...structure, ...provenance } };
    }
    case 'trainingSession': {
      const identity = await resolver.identity('trainingSession', entry.correct, fresh);
      const origins = [];
      for (const [at, { structureId: id, ...origin }] of entry.record.origins.entries()) {
        const structure = await resolver.structure(id, `origins.${at}.structureId`);
        if (structure !== null) origins.push({ ...structure, ...origin });
      }
      return identity === null ? null : { kind: 'trainingSession', record: { ...identity, ...entry.record, origins, ...provenance } };
    }
    case 'kitMovement': {
      const [identity, structure] = [await resolver.identity('kitMovement', entry.correct, fresh), await resolver.structure(entry.structureId, 'structureId')];
      return identity === null || structure === null ? null : { kind: 'kitMovement', record: { ...identity, ...structure, ...entry.record, ...provenance } };
    }
    case 'mission': {
      const identity = await resolver.identity('mission', entry.correct, fresh);
      const host = entry.hostStructureId === null ? null : await resolver.structure(entry.hostStructureId, 'hostStructureId');
      return identity === null ? null : { kind: 'mission', record: { ...identity, ...entry.record, host, ...provenance } };
    }
    case 'proposalVerdict': {
      const { subject, digest, verdict, reason, decidedOn } = entry;
      const about = await resolver.proposal(entry);
      if (about === null) return null;
      const { subjectScheme, subjectExternalId, structureScheme, structureExternalId } = about;
      // One answer to one proposal: a later one to the same content takes its place, and the journal keeps the earlier.
      const externalId = JSON.stringify([subject, subjectScheme, subjectExternalId, structureScheme, structureExternalId, digest]);
      return {
        kind: 'proposalVerdict',
        record: { scheme: ENTRY_SCHEME, externalId, subject, subjectScheme, subjectExternalId, digest, structureScheme, structureExternalId, verdict, reason, decidedBy: enteredBy, decidedOn, ...provenance },
      };
    }
    case 'careStandard':
      return { kind: 'careStandard', record: { ...entry.record, ...provenance } };
    case 'movementClosure': {
      const identity = await resolver.identity('movementClosure', entry.correct, fresh);
      return identity === null ? null : { kind: 'movementClosure', record: { ...identity, ...entry.record, ...provenance } };
    }
    case 'scenario': {
      const identity = await resolver.identity('scenario', entry.correct, fresh);
      return identity === null ? null : { kind: 'scenario', record: { ...identity, ...entry.record, ...provenance } };
    }
  }
}

/** Looks names up, and notes what nobody knows. Each structure is asked for once. */
class Resolver {
  readonly issues: Issue[] = [];
  readonly proposedOn = new Map<number, IsoDate>();
  row = 1;
  readonly #structures = new Map<string, StructureRef | null>();

  constructor(private readonly sources: AskedSources) {}

  async structure(id: string, column: string): Promise<StructureRef | null> {
    const known = this.#structures.get(id);
    const found = known === undefined ? await findStructure(this.sources, id) : known;
    this.#structures.set(id, found);
    if (found === null) this.issues.push(issue('structureUnknown', 'error', { row: this.row, column, value: id }));
    return found;
  }

  async stored(kind: CorrectedKind, id: string, column: string): Promise<Identity | null> {
    const [found] = await listProgrammes(this.sources.database.kysely, this.sources.viewer, kind, { ids: [id] });
    if (found === undefined) this.issues.push(issue('recordUnknown', 'error', { row: this.row, column, value: id }));
    return found === undefined ? null : { scheme: found.record.scheme, externalId: found.record.externalId };
  }

  /** The proposal that is answered, under the names that its record uses. One that says something else by now is to be read again. */
  async proposal({ subjectId, structureId: id, digest }: Extract<Entry, { kind: 'proposalVerdict' }>): Promise<Proposal | null> {
    const { proposals } = await readProposals(this.sources, id);
    const about = proposals.filter(({ item, structure }) => item.id === subjectId && structure.id === id);
    const same = about.filter(({ proposal }) => proposal.digest === digest);
    // Two records of one structure may be proposed the same: the one that waits is answered first.
    const found = same.find(({ answer }) => answer === null) ?? same[0];
    if (found === undefined) this.issues.push(issue(about.length === 0 ? 'recordUnknown' : 'proposalChanged', 'error', { row: this.row, column: about.length === 0 ? 'subjectId' : 'digest', value: about.length === 0 ? subjectId : null }));
    if (found !== undefined) this.proposedOn.set(this.row - 1, found.proposal.on);
    return found?.proposal ?? null;
  }

  /** Of the record that an entry corrects, else a new one. */
  async identity(kind: CorrectedKind, correct: string | undefined, fresh: string): Promise<Identity | null> {
    return correct === undefined ? { scheme: ENTRY_SCHEME, externalId: fresh } : this.stored(kind, correct, 'correct');
  }
}

/** By the id that the structure itself is of: others are those of records that it stands for. */
async function findStructure({ database, viewer }: AskedSources, id: string): Promise<StructureRef | null> {
  const found = await getStructure(database.kysely, viewer, id);
  if (found === null) return null;
  const own = found.externalIds.find((one) => structureId(one.scheme, one.id) === found.id) ?? found.externalIds[0];
  return own === undefined ? null : { structureScheme: own.scheme, structureExternalId: own.id };
}
