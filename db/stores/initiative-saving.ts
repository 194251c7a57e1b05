import { type Insertable, sql } from 'kysely';
import { normaliseName } from '#domain/normalise-name';
import type { InitiativeRecord } from '#domain/records';
import type { Schema } from '../schema';
import { deleteOf, writeRows } from './bulk';
import { type Cell, type CopyPart, RowCopy, sendParts } from './copy-rows';
import type { Handle, Saved } from './handle';
import { ContentHasher, contentHash, initiativeId } from './identity';
import { type Candidate, planSaves } from './saving';

/** Columns of an initiative as a file brings it, and how they travel. */
const COLUMNS = {
  id: 'text', scheme: 'text', external_id: 'text', title: 'text', title_key: 'text', description: 'text', topic: 'text', topic_words: 'text[]', to_review: 'boolean',
  domain: 'text', sector_as_given: 'text', target_groups_as_given: 'text', announced_services: 'text[]', start_on: 'date', end_on: 'date', status: 'text', status_as_given: 'text', reported_on: 'date',
  targeted_women: 'bigint', targeted_men: 'bigint', targeted_girls: 'bigint', targeted_boys: 'bigint', targeted_total: 'bigint',
  reached_women: 'bigint', reached_men: 'bigint', reached_girls: 'bigint', reached_boys: 'bigint', reached_total: 'bigint',
  budget: 'double precision', currency: 'text', tier: 'text', import_batch_id: 'text', source: 'text', source_row: 'integer', content_hash: 'text', body_hash: 'text',
} as const;
const COLUMN_NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
const PARTS = ['initiative_kind', 'initiative_organisation', 'initiative_target_group', 'initiative_area'] as const;

interface Named extends Candidate<InitiativeRecord> {
  readonly body: string;
}

/**
 * Saves the initiatives of one load, part by part: while the database writes one part, the caller makes the next ready. New ones are copied in; those that are
 * stored and differ are replaced. Their organisations are linked when the caller knows them, which may be at the end of the file only.
 * Leans on the primary keys and on `area_code_index`.
 */
export class InitiativeSaving {
  readonly #hasher = new ContentHasher();
  readonly #areaIds = new Map<string, string>();
  /** Organisations as given, of initiatives that are not linked yet. */
  #unlinked = new Map<string, InitiativeRecord['organisations']>();
  #writing: Promise<void> = Promise.resolve();
  #fresh: boolean;

  /** `fresh`: nothing of these records is stored, under their own id or another, but what is added here. */
  constructor(private readonly db: Handle, private readonly batchId: string, { fresh = false } = {}) {
    this.#fresh = fresh;
  }

  /**
   * Answers what becomes of each record; the writes may go on until `finish`. `fromContent`: records whose id is a digest of what they say; one that another report
   * repeats is unchanged. Throws if an area code is not known: the caller resolves first. An external id that is an alias means the initiative that it is an alias of.
   */
  async add(records: readonly InitiativeRecord[], fromContent: { has(record: InitiativeRecord): boolean }): Promise<Saved[]> {
    const hashed = records.map((given) => {
      const record = withoutEmpty(given);
      const { hash, otherHash } = this.#hasher.hash(record, UNSAID);
      return { record, id: initiativeId(record.scheme, record.externalId), hash, body: otherHash };
    });
    // Of what nobody can have stored there is nothing to ask, so it is made ready while the part before it is being written.
    const isNew = this.#fresh && hashed.every(({ id }) => !this.#unlinked.has(id));
    if (!isNew) await this.#writing;
    const own = isNew ? NOTHING : await ownIds(this.db, records);
    const named = hashed.map(({ record, id, hash, body }): Named => {
      const alias = own.get(keyOf(record));
      if (alias === undefined) return { id, hash, body, content: record };
      const content = alias.externalId === record.externalId ? record : { ...record, externalId: alias.externalId };
      return { id: alias.id, hash: contentHash(content), body, content };
    });
    const stored = !isNew && records.some((record) => fromContent.has(record)) ? await storedBodies(this.db, named.map(({ id }) => id)) : new Map<string, StoredBody>();
    const candidates = named.map((one, at) => {
      const before = stored.get(one.id);
      const record = records[at];
      return record !== undefined && before?.body === one.body && fromContent.has(record) ? { ...one, hash: before.hash } : one;
    });
    const { results, writes, replaced } = await planSaves(this.db, this.batchId, 'initiative', candidates, isNew ? NOTHING : undefined);
    await this.#learnAreas(writes);
    const send = this.#makeReady(writes, new Set(replaced));
    await this.#writing;
    this.#writing = send();
    // Whoever comes next, or finishes, hears of a failure.
    this.#writing.catch(() => undefined);
    return results;
  }

  /** Links what was added since the last time to its organisations: ids by name as given. Throws if one is not known. */
  async link(organisationIds: ReadonlyMap<string, string>): Promise<void> {
    await this.#writing;
    const unlinked = this.#unlinked;
    this.#fresh = false;
    this.#unlinked = new Map();
    const rows = new RowCopy('initiative_organisation', ['initiative_id', 'ordinal', 'organisation_id', 'role']);
    let added = 0;
    for (const [id, organisations] of unlinked) {
      for (const [at, { role, organisation: { name } }] of organisations.entries()) rows.add(id, at + 1, found(organisationIds, name, 'organisation'), role);
      added += 1;
      if (added % LINKED_AT_ONCE > 0) continue;
      const part = rows.take();
      await this.#writing;
      this.#writing = sendParts(this.db, part);
      // The next part, or the last line, hears of a failure.
      this.#writing.catch(() => undefined);
    }
    await this.#writing;
    await sendParts(this.db, rows.take());
  }

  /** Waits for the last write. */
  async finish(): Promise<void> {
    await this.#writing;
  }

  /** Makes all rows ready; answers what sends them. */
  #makeReady(writes: readonly Named[], replaced: ReadonlySet<string>): () => Promise<void> {
    const initiatives = new RowCopy('initiative', COLUMN_NAMES);
    const kinds = new RowCopy('initiative_kind', ['initiative_id', 'ordinal', 'kind', 'confidence', 'rule', 'words']);
    const groups = new RowCopy('initiative_target_group', ['initiative_id', 'ordinal', 'target_group']);
    const areas = new RowCopy('initiative_area', ['initiative_id', 'ordinal', 'area_id']);
    const changed: Insertable<Schema['initiative']>[] = [];
    for (const write of writes) {
      const { id, content } = write;
      if (replaced.has(id)) changed.push(Object.fromEntries(COLUMN_NAMES.map((name, at) => [name, this.#cells(write)[at]])) as unknown as Insertable<Schema['initiative']>);
      else initiatives.add(...this.#cells(write));
      for (const [at, { kind, confidence, rule, words }] of content.kinds.entries()) kinds.add(id, at + 1, kind, confidence, rule, words);
      for (const [at, group] of content.targetGroups.entries()) groups.add(id, at + 1, group);
      for (const [at, code] of content.areaCodes.entries()) areas.add(id, at + 1, found(this.#areaIds, code, 'area code'));
      this.#unlinked.set(id, content.organisations);
    }
    const added = initiatives.take();
    const parts = [kinds.take(), groups.take(), areas.take()];
    return () => this.#send(added, changed, [...replaced], parts);
  }

  async #send(added: CopyPart | null, changed: readonly Insertable<Schema['initiative']>[], replaced: readonly string[], parts: readonly (CopyPart | null)[]): Promise<void> {
    await sendParts(this.db, added);
    await writeRows(this.db, 'initiative', COLUMNS, changed, ['id']);
    for (const table of PARTS) await deleteOf(this.db, table, 'initiative_id', replaced);
    await sendParts(this.db, ...parts);
  }

  /** In the order of `COLUMNS`. */
  #cells({ id, hash, body, content }: Named): Cell[] {
    const { targeted, reached } = content;
    return [
      id, content.scheme, content.externalId, content.title, normaliseName(content.title), content.description, content.topic, content.topicWords, content.toReview,
      content.domain, content.sectorAsGiven, content.targetGroupsAsGiven, content.announcedServices ?? null, content.start, content.end, content.status, content.statusAsGiven, content.reportedOn,
      targeted.women, targeted.men, targeted.girls, targeted.boys, targeted.total,
      reached.women, reached.men, reached.girls, reached.boys, reached.total,
      content.budget, content.currency, content.tier, this.batchId, content.source, content.sourceRow, hash, body,
    ];
  }

  /** A code that two types share means the finest of them. */
  async #learnAreas(writes: readonly Named[]): Promise<void> {
    const codes = [...new Set(writes.flatMap(({ content }) => content.areaCodes))].filter((code) => !this.#areaIds.has(code));
    if (codes.length === 0) return;
    const { rows } = await sql<{ code: string; id: string }>`
      select distinct on (code) code, id from area where code = any(${codes})
      order by code, array_position(array['healthArea', 'healthZone', 'territory', 'province', 'country'], type::text)`.execute(this.db);
    for (const { code, id } of rows) this.#areaIds.set(code, id);
  }
}

/** An initiative that names no service says as much as one that does not speak of services. */
function withoutEmpty(record: InitiativeRecord): InitiativeRecord {
  if (record.announcedServices?.length !== 0) return record;
  const { announcedServices: _none, ...rest } = record;
  return rest;
}

const NOTHING = new Map<string, never>();

/** Is any initiative of this scheme stored? Leans on the unique index on `scheme` and `external_id`. */
export async function knowsInitiatives(db: Handle, scheme: string): Promise<boolean> {
  return (await db.selectFrom('initiative').select('id').where('scheme', '=', scheme).limit(1).executeTakeFirst()) !== undefined;
}

/** Initiatives whose organisations travel in one statement. */
const LINKED_AT_ONCE = 2_000;

const keyOf = ({ scheme, externalId }: InitiativeRecord): string => JSON.stringify([scheme, externalId]);

/** Without these the hash is of what an initiative says, whichever report says it, and under whichever id. */
const UNSAID = { externalId: '', source: '', reportedOn: null } as const;

/** Ids of the initiatives that came again under another fingerprint. */
async function ownIds(db: Handle, records: readonly InitiativeRecord[]): Promise<Map<string, { id: string; externalId: string }>> {
  const asked = JSON.stringify(records.map(({ scheme, externalId }) => ({ scheme, external_id: externalId })));
  const { rows } = await sql<{ scheme: string; alias: string; id: string; externalId: string }>`
    select a.scheme, a.external_id as alias, i.id, i.external_id as "externalId"
    from json_to_recordset(${asked}::json) as k(scheme text, external_id text)
    join initiative_alias as a on a.scheme = k.scheme and a.external_id = k.external_id join initiative as i on i.id = a.initiative_id`.execute(db);
  return new Map(rows.map(({ scheme, alias, id, externalId }) => [JSON.stringify([scheme, alias]), { id, externalId }]));
}

interface StoredBody {
  readonly body: string | null;
  readonly hash: string;
}

async function storedBodies(db: Handle, ids: readonly string[]): Promise<Map<string, StoredBody>> {
  const { rows } = await sql<StoredBody & { id: string }>`select id, body_hash as body, content_hash as hash from initiative where id = any(${ids})`.execute(db);
  return new Map(rows.map(({ id, ...body }) => [id, body]));
}

function found(ids: ReadonlyMap<string, string>, key: string, what: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`saveInitiatives: ${what} ${key}: a known one expected`);
  return id;
}
