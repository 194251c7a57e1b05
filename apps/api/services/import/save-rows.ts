import type { Transaction } from 'kysely';
import type { Schema } from '#db/schema';
import { saveAreas, savePlaces, savePopulations } from '#db/stores/areas';
import { saveAssessments } from '#db/stores/assessments';
import { saveDecisions } from '#db/stores/decisions';
import { saveInitiatives } from '#db/stores/initiatives';
import { ensureOrganisations, saveOrganisations } from '#db/stores/organisations';
import { saveStructures } from '#db/stores/structures';
import { issue } from '#domain/issue';
import type { IssueCode } from '#domain/issue-codes';
import type { ImportRecord } from '#domain/records';
import { continueInitiatives, type Continuity } from '../matching/continue-initiatives';
import { overlayGiven } from './overlay-given';
import { findStructures } from '../matching/find-structures';
import type { NameQuestions } from '../matching/name-questions';
import type { RowPopulation } from './resolve-populations';
import { addIssue, countVertices, type StagedRow } from './staged-row';

type Kind = ImportRecord['kind'];
type RecordOf<K extends Kind> = Extract<ImportRecord, { kind: K }>['record'];
type Answer = 'added' | 'changed' | 'unchanged' | 'structureUnknown' | 'initiativeUnknown';

/** Handed to the database at a time: more would keep this thread busy packing it, and others waiting for an answer. */
const ROWS_PER_CHUNK = 500;
const VERTICES_PER_CHUNK = 10_000;

export interface SaveContext {
  readonly transaction: Transaction<Schema>;
  readonly batchId: string;
  readonly populations: readonly RowPopulation[];
  readonly onSaved: (rowsDone: number) => void;
}

/**
 * Saves the records of all pending rows, in the order in which they lean on each other, and notes what became of every row:
 * accepted if anything was added or changed, unchanged if all was known, refused if it names a structure or initiative that nobody knows.
 * Answers whether anything changed, and which rows of a source without ids are earlier initiatives, changed or missing; and which structure only a person can say.
 */
export async function saveRows(rows: readonly StagedRow[], context: SaveContext): Promise<{ readonly changed: boolean; readonly continuity: Continuity; readonly questions: NameQuestions }> {
  const { transaction, batchId } = context;
  let done = 0;
  let changed = false;

  /** Notes the answers of a store, one per record. */
  const note = (saved: readonly StagedRow[], answers: readonly Answer[]): void => {
    if (answers.length !== saved.length) throw new Error(`A store answered ${answers.length} records for ${saved.length}`);
    for (const [at, row] of saved.entries()) {
      const answer = answers[at];
      if (answer === 'structureUnknown' || answer === 'initiativeUnknown') addIssue(row, unknownReference(row, answer));
      else if (answer === 'unchanged') row.outcome = row.outcome === 'pending' ? 'unchanged' : row.outcome;
      else {
        changed = true;
        if (row.outcome !== 'refused') row.outcome = 'accepted';
        if (row.effect !== 'changed') row.effect = answer ?? 'added';
      }
    }
    done += saved.length;
    context.onSaved(done);
  };

  const save = async <K extends Kind>(kind: K, store: (records: RecordOf<K>[]) => Promise<readonly Answer[]>): Promise<void> => {
    for (const chunk of chunksOf(recordsOf(rows, kind))) note(chunk.map(({ row }) => row), await store(chunk.map(({ record }) => record)));
  };

  await overlayGiven(transaction, rows);
  await save('area', (records) => saveAreas(transaction, batchId, records));
  for (const chunk of chunksOf(context.populations)) {
    note(chunk.map(({ row }) => row), await savePopulations(transaction, batchId, chunk.map(({ population }) => population)));
  }
  await save('place', (records) => savePlaces(transaction, batchId, records));
  await save('organisation', (records) => saveOrganisations(transaction, batchId, records));
  await save('structure', (records) => saveStructures(transaction, batchId, records));
  const questions = await findStructures(transaction, rows);
  await save('assessment', (records) => saveAssessments(transaction, batchId, records));
  const entries = rows.flatMap(({ records }) => records);
  const organisations = await ensureOrganisations(transaction, batchId, organisationsNamedBy(entries));
  const continuity = await continueInitiatives(transaction, batchId, entries, organisations);
  await save('initiative', (records) => saveInitiatives(transaction, batchId, records, organisations, continuity.fromContent));
  await save('decision', (records) => saveDecisions(transaction, batchId, records));
  return { changed, continuity, questions };
}

/** Organisations that initiatives name, each way of naming one once, with where it stands first. */
function organisationsNamedBy(entries: readonly ImportRecord[]): Parameters<typeof ensureOrganisations>[2][number][] {
  const named = new Map<string, Parameters<typeof ensureOrganisations>[2][number]>();
  for (const entry of entries) {
    if (entry.kind !== 'initiative') continue;
    for (const { organisation } of entry.record.organisations) {
      const key = JSON.stringify([organisation.name, organisation.acronym, organisation.type, organisation.typeAsGiven]);
      if (!named.has(key)) named.set(key, { ...organisation, source: entry.record.source, sourceRow: entry.record.sourceRow });
    }
  }
  return [...named.values()];
}

const unknownReference = (row: StagedRow, code: IssueCode) => issue(code, 'error', { row: row.row });

function* recordsOf<K extends Kind>(rows: readonly StagedRow[], kind: K): Generator<{ row: StagedRow; record: RecordOf<K> }> {
  for (const row of rows) for (const entry of row.records) if (entry.kind === kind) yield { row, record: entry.record as RecordOf<K> };
}

function* chunksOf<T extends { row: StagedRow; record?: RecordOf<Kind> }>(items: Iterable<T>): Generator<T[]> {
  let chunk: T[] = [];
  let vertices = 0;
  for (const item of items) {
    chunk.push(item);
    if (item.record !== undefined && 'geometry' in item.record) vertices += countVertices(item.record.geometry);
    if (chunk.length < ROWS_PER_CHUNK && vertices < VERTICES_PER_CHUNK) continue;
    yield chunk;
    chunk = [];
    vertices = 0;
  }
  if (chunk.length > 0) yield chunk;
}
