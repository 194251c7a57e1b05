import type { ControlledTransaction, Transaction } from 'kysely';
import type { Database } from '#db/database';
import type { Schema } from '#db/schema';
import { areaIndex } from '#db/stores/areas';
import { markAuthor } from '#db/stores/change-author';
import { describeBatch } from '#db/stores/describe-batch';
import { type NewBatch, startBatch } from '#db/stores/import-batches';
import { InitiativeSaving, knowsInitiatives } from '#db/stores/initiative-saving';
import { listNameVerdicts } from '#db/stores/verdicts';
import { commandLine } from '#domain/change-author';
import type { InitiativeRecord } from '#domain/records';
import { type NameQuestion, NameQuestions } from '../matching/name-questions';
import { AreaIndex } from './area-index';
import type { ImportOptions } from './import-report';
import { NamedOrganisations } from './named-organisations';
import { noteAnswers } from './note-answers';
import { resolveClaims } from './resolve-claims';
import { letGo, type StagedRow } from './staged-row';

/** A shorter file is read before a transaction is worth opening. */
const ROWS_WORTH_IT = 500;

/** What was saved while the file was still being read. */
export interface Ahead {
  readonly batchId: string;
  readonly questions: NameQuestions;
  readonly initiatives: InitiativeSaving;
  readonly named: NamedOrganisations;
  changed: boolean;
  saved: number;
}
interface Begun extends Ahead {
  readonly transaction: ControlledTransaction<Schema>;
  readonly index: AreaIndex;
  readonly scheme: string;
}

/**
 * Saves rows of a long file while the rest of it is being read, where nothing that stands further down could change what becomes of them: initiatives, in a file of which
 * no province is picked out, of a scheme of which nothing is stored that a row could continue. Organisations are linked at the end, once all names of the file are known.
 * All other rows wait, and go the ordinary way. Not on the embedded database: it has one connection, and everybody else would wait for the reader too.
 */
export class SaveAhead {
  #begun: Begun | null = null;
  #decided = false;

  constructor(private readonly database: Database, private readonly options: Pick<ImportOptions, 'fileName' | 'province' | 'importId' | 'author'> & Pick<NewBatch, 'sha256'>) {}

  /** Saves of these rows what can be saved now; the writes may go on when it has answered. Rows in the order of the file. */
  async take(rows: readonly StagedRow[]): Promise<void> {
    if (!this.#decided) this.#begun = await this.#begin(rows);
    this.#decided = true;
    const begun = this.#begun;
    if (begun === null) return;
    const given = rows.filter((row) => row.outcome === 'pending' && row.records.every((entry) => isWhole(entry) && entry.record.scheme === begun.scheme));
    for (const row of given) resolveClaims(row, begun.index, begun.questions);
    const records: InitiativeRecord[] = [];
    const owners: StagedRow[] = [];
    const fromContent = new Set<InitiativeRecord>();
    for (const row of given) {
      for (const entry of row.records) {
        if (entry.kind !== 'initiative') continue;
        records.push(entry.record);
        owners.push(row);
        begun.named.add(entry.record);
        if (entry.idFromContent === true) fromContent.add(entry.record);
      }
    }
    begun.changed = noteAnswers(owners, await begun.initiatives.add(records, fromContent)) || begun.changed;
    begun.saved += records.length;
    // What is saved need not wait in memory for the end of the file.
    for (const row of given) letGo(row);
  }

  /** What only a person can say of the rows that were saved. */
  questions(): NameQuestion[] {
    return this.#begun?.questions.list() ?? [];
  }

  /** Runs `work` in the transaction of the load: the one that was begun, else a new one. It is committed after it, and undone where `work` throws. */
  async finish(work: (transaction: Transaction<Schema>, ahead: Ahead | null) => Promise<void>): Promise<void> {
    const begun = this.#begun;
    if (begun === null) {
      await this.database.kysely.transaction().execute((transaction) => work(transaction, null));
      return;
    }
    await work(begun.transaction, begun);
    await begun.transaction.commit().execute();
    this.#begun = null;
  }

  /** Undoes what was begun and not finished. */
  async drop(): Promise<void> {
    const begun = this.#begun;
    this.#begun = null;
    if (begun === null) return;
    // A statement that is still on its way must not come after the end of its transaction.
    await begun.initiatives.finish().catch(() => undefined);
    await begun.transaction.rollback().execute();
  }

  /** The batch of this load, with what is known of the file now that it has been read. */
  async openBatch(transaction: Transaction<Schema>, ahead: Ahead | null, file: Pick<NewBatch, 'profile' | 'source' | 'exercise' | 'reportedOn'>): Promise<string> {
    if (ahead === null) return this.#start(transaction, file);
    await describeBatch(transaction, ahead.batchId, file);
    return ahead.batchId;
  }

  async #start(transaction: Transaction<Schema>, { profile, source, exercise, reportedOn }: Pick<NewBatch, 'profile' | 'source' | 'exercise' | 'reportedOn'>): Promise<string> {
    const { fileName, sha256, importId, author = commandLine } = this.options;
    const batchId = await startBatch(transaction, { fileName, sha256, importId, profile, source, exercise, ...(reportedOn === undefined ? {} : { reportedOn }) });
    await markAuthor(transaction, author, batchId);
    return batchId;
  }

  async #begin(rows: readonly StagedRow[]): Promise<Begun | null> {
    const { database, options } = this;
    const entries = rows.flatMap(({ records }) => records);
    const [first] = entries;
    if (database.kind !== 'postgis' || rows.length < ROWS_WORTH_IT || (options.province ?? null) !== null || first?.kind !== 'initiative' || !entries.every(isWhole)) return null;
    const { scheme, source, reportedOn } = first.record;
    const index = new AreaIndex(await areaIndex(database.kysely));
    const questions = new NameQuestions(await listNameVerdicts(database.kysely, 'area'));
    const transaction = await database.kysely.startTransaction().execute();
    if (await knowsInitiatives(transaction, scheme)) {
      await transaction.rollback().execute();
      return null;
    }
    // What the file is altogether is known when it has been read: `describeBatch`.
    const batchId = await this.#start(transaction, { profile: 'unknown', source, exercise: false, reportedOn });
    return { transaction, batchId, questions, initiatives: new InitiativeSaving(transaction, batchId, { fresh: true }), named: new NamedOrganisations(), changed: false, saved: 0, index, scheme };
  }
}

type Entry = StagedRow['records'][number];
const isWhole = (entry: Entry): entry is Extract<Entry, { kind: 'initiative' }> => entry.kind === 'initiative' && entry.only === undefined;
