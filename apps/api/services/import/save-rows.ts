import type { Transaction } from 'kysely';
import type { Schema } from '#db/schema';
import { saveAreas, savePlaces, savePopulations } from '#db/stores/areas';
import { saveAssessments } from '#db/stores/assessments';
import { saveDecisions } from '#db/stores/decisions';
import { InitiativeSaving } from '#db/stores/initiative-saving';
import { ensureOrganisations, saveOrganisations } from '#db/stores/organisations';
import { type ProgrammeEntry, saveProgrammes } from '#db/stores/programmes';
import { saveStructures } from '#db/stores/structures';
import type { ImportRecord } from '#domain/import-records';
import { programmeKinds } from '#domain/record-kinds';
import { continueInitiatives, type Continuity } from '../matching/continue-initiatives';
import { type Answer, GroupAnswers } from './group-answers';
import { NamedOrganisations } from './named-organisations';
import { noteAnswers } from './note-answers';
import { overlayGiven } from './overlay-given';
import { findStructures } from '../matching/find-structures';
import type { NameQuestions } from '../matching/name-questions';
import type { RowPopulation } from './resolve-populations';
import type { Ahead } from './save-ahead';
import { countVertices, type StagedRow } from './staged-row';

type Kind = ImportRecord['kind'];
type RecordOf<K extends Kind> = Extract<ImportRecord, { kind: K }>['record'];

/** Handed to the database at a time: more would keep this thread busy packing it, and others waiting for an answer. */
const ROWS_PER_CHUNK = 500;
const VERTICES_PER_CHUNK = 10_000;

export interface SaveContext {
  readonly transaction: Transaction<Schema>;
  readonly batchId: string;
  readonly populations: readonly RowPopulation[];
  /** What was saved while the file was being read; its rows are not looked at again. */
  readonly ahead: Ahead | null;
  readonly onSaved: (rowsDone: number) => void;
}

/**
 * Saves the records of all pending rows, in the order in which they lean on each other, and notes what became of every row:
 * accepted if anything was added or changed, unchanged if all was known, refused if it names a structure or initiative that nobody knows.
 * Answers whether anything changed, and which rows of a source without ids are earlier initiatives, changed or missing; and which structure only a person can say.
 */
export async function saveRows(rows: readonly StagedRow[], context: SaveContext): Promise<{ readonly changed: boolean; readonly continuity: Continuity; readonly questions: NameQuestions }> {
  const { transaction, batchId } = context;
  let done = context.ahead?.saved ?? 0;
  let changed = context.ahead?.changed ?? false;
  const groups = new GroupAnswers();

  const note = (saved: readonly StagedRow[], answers: readonly Answer[]): void => {
    changed = noteAnswers(saved, answers) || changed;
    done += saved.length;
    context.onSaved(done);
  };

  const save = async <K extends Kind>(kind: K, store: (records: RecordOf<K>[]) => Promise<readonly Answer[]>): Promise<void> => {
    for (const chunk of chunksOf(recordsOf(rows, kind))) {
      const records = chunk.map(({ record }) => record);
      note(chunk.map(({ row }) => row), groups.answersOf(kind, records, await store(records)));
    }
  };

  await overlayGiven(transaction, batchId, rows);
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
  const named = context.ahead?.named ?? new NamedOrganisations();
  for (const entry of entries) if (entry.kind === 'initiative') named.add(entry.record);
  const organisations = await ensureOrganisations(transaction, batchId, named.list());
  const continuity = await continueInitiatives(transaction, batchId, entries, organisations);
  const initiatives = context.ahead?.initiatives ?? new InitiativeSaving(transaction, batchId);
  try {
    await save('initiative', (records) => initiatives.add(records, continuity.fromContent));
    await initiatives.link(organisations);
  } catch (error) {
    // A statement that is still on its way must not come after the end of its transaction.
    await initiatives.finish().catch(() => undefined);
    throw error;
  }
  await save('decision', (records) => saveDecisions(transaction, batchId, records));
  for (const kind of programmeKinds) await save(kind, (records) => saveProgrammes(transaction, batchId, records.map((record) => ({ kind, record }) as ProgrammeEntry)));
  return { changed, continuity, questions };
}

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
