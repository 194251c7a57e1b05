import { sql } from 'kysely';
import { normaliseName } from '#domain/normalise-name';
import type { OrganisationRecord, OrganisationType } from '#domain/records';
import { hiddenSeenIn, type Viewer } from '#domain/viewer';
import { deleteOf, writeRows } from './bulk';
import { pageOf, type Handle, type Page, type PageRequest, type Saved } from './handle';
import { contentHash, idOf } from './identity';
import { rememberBefore } from './journal';
import { noteSaid, type SaidOrganisation } from './organisation-said';
import { planSaves } from './saving';
import { isSeenInitiative, isSeenStructure } from './visibility';

export interface OrganisationItem {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly type: OrganisationType;
  readonly typeAsGiven: string | null;
  readonly aliases: string[];
  /** Initiatives that this viewer may see. */
  readonly initiatives: number;
  readonly source: string;
  readonly sourceRow: number | null;
}

/** Same organisation on the next load: same normalised name. */
export const organisationId = (nameKey: string): string => idOf('organisation', nameKey);

/** A name without any letter is still a name. */
export const organisationKey = (name: string): string => normaliseName(name) || name.trim();

/**
 * Saves organisations that a source lists, with their other names. One that was known only by name becomes a listed one.
 * Leans on the primary keys.
 */
export async function saveOrganisations(db: Handle, batchId: string, records: readonly OrganisationRecord[]): Promise<Saved[]> {
  const candidates = records.map((content) => ({ id: organisationId(organisationKey(content.name)), hash: contentHash(content), content }));
  const { results, writes } = await planSaves(db, batchId, 'organisation', candidates);
  await writeRows(
    db,
    'organisation',
    {
      id: 'text', name: 'text', name_key: 'text', acronym: 'text', acronym_key: 'text', type: 'text', type_as_given: 'text', listed: 'boolean',
      import_batch_id: 'text', source: 'text', source_row: 'integer', content_hash: 'text',
    },
    writes.map(({ id, hash, content }) => ({
      id,
      name: content.name,
      name_key: organisationKey(content.name),
      acronym: content.acronym,
      acronym_key: content.acronym === null ? null : organisationKey(content.acronym),
      type: content.type,
      type_as_given: content.typeAsGiven,
      listed: true,
      import_batch_id: batchId,
      source: content.source,
      source_row: content.sourceRow,
      content_hash: hash,
    })),
    ['id'],
  );
  await deleteOf(db, 'organisation_alias', 'organisation_id', writes.map(({ id }) => id));
  await writeRows(
    db,
    'organisation_alias',
    { organisation_id: 'text', alias: 'text', alias_key: 'text' },
    writes.flatMap(({ id, content }) => [...new Map(content.aliases.map((alias) => [organisationKey(alias), alias]))].map(([key, alias]) => ({ organisation_id: id, alias, alias_key: key }))),
  );
  return results;
}

/**
 * May this viewer know of organisation `o`? Of one that a source lists, or that a record which it may see names. Who sees every record knows every organisation.
 */
export const isKnownTo = (viewer: Viewer, o: 'o' | 'f' | 'c') => {
  if (hiddenSeenIn(viewer) === 'all') return sql<boolean>`true`;
  const [id, listed] = [sql.ref(`${o}.id`), sql.ref(`${o}.listed`)];
  return sql<boolean>`(${listed} or exists (select from structure_support as ss join structure as s on s.id = ss.structure_id where ss.organisation_id = ${id} and ${isSeenStructure(viewer, 's')})
    or exists (select from initiative_organisation as io join initiative as i on i.id = io.initiative_id where io.organisation_id = ${id} and ${isSeenInitiative(viewer, 'i')}))`;
};

/**
 * By name; one that another stands for is in that one, with its names. Shown are organisations that a source lists, and those of records that the viewer may see: one that only a
 * hidden record names does not exist for others, nor its name. Leans on the unique index on `name_key`; a search on `organisation_name`.
 */
export async function listOrganisations(db: Handle, viewer: Viewer, page: PageRequest & { readonly search?: string | undefined }): Promise<Page<OrganisationItem>> {
  // `f`: the organisation itself, and those that it stands for.
  const followers = sql`organisation as f where (f.id = o.id or f.merged_into_id = o.id) and ${isKnownTo(viewer, 'f')}`;
  const initiatives = sql<number>`(select count(distinct i.id) from initiative_organisation as io join initiative as i on i.id = io.initiative_id join organisation as f on f.id = io.organisation_id
    where (f.id = o.id or f.merged_into_id = o.id) and ${isSeenInitiative(viewer, 'i')})`;
  let query = db.selectFrom('organisation as o').where('o.merged_into_id', 'is', null);
  if (hiddenSeenIn(viewer) !== 'all') query = query.where(sql<boolean>`exists (select from ${followers})`);
  const key = page.search === undefined ? '' : normaliseName(page.search);
  if (key !== '') {
    const part = `%${key}%`;
    query = query.where(sql<boolean>`exists (select from ${followers} and (f.name_key like ${part} or f.acronym_key like ${part} or exists (select from organisation_alias as oa where oa.organisation_id = f.id and oa.alias_key like ${part})))`);
  }
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  if (page.after !== undefined) query = query.where(sql<boolean>`o.name_key > (select c.name_key from organisation as c where c.id = ${page.after} and ${isKnownTo(viewer, 'c')})`);
  const rows = await query
    .select(['o.id', 'o.name', 'o.acronym', 'o.type', 'o.type_as_given as typeAsGiven', 'o.source', 'o.source_row as sourceRow', initiatives.as('initiatives')])
    .select(sql<string[]>`array(select min(n.name) from (
        select oa.alias as name, oa.alias_key as key from organisation_alias as oa where oa.organisation_id in (select f.id from ${followers})
        union all select f.name, f.name_key from ${followers} and f.id <> o.id
      ) as n where n.key <> o.name_key group by n.key order by n.key)`.as('aliases'))
    .orderBy('o.name_key')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page.limit, total);
}

/** An organisation as another record names it. */
export type NamedOrganisation = Pick<OrganisationRecord, 'name' | 'acronym' | 'type' | 'typeAsGiven' | 'source' | 'sourceRow'>;

/**
 * Ids by name as given. An organisation is known by its exact normalised name, else an alias, else an acronym: an alias or
 * acronym that fits two is no match, and nothing is guessed. Unknown ones are created; an unknown type or acronym of a
 * known one is filled in, never replaced. A name keeps its own organisation also where another stands for it: reads follow. Give all names of a file at once, so that their order does not matter.
 * Leans on the unique index on `name_key`, and on `organisation_alias_key` and `organisation_acronym`.
 */
export async function ensureOrganisations(db: Handle, batchId: string, named: readonly NamedOrganisation[]): Promise<Map<string, string>> {
  const byKey = gather(named, ({ name }) => organisationKey(name));
  const known = await findKnown(db, [...byKey.keys()]);
  const acronyms = acronymsOf(byKey);
  const ids = new Map<string, string>();
  for (const key of byKey.keys()) {
    const owner = acronyms.get(key);
    ids.set(key, known.get(key) ?? (owner === undefined ? organisationId(key) : (known.get(owner) ?? organisationId(owner))));
  }
  // Two names may be one organisation: it is what both say of it. A name that is its own comes first.
  const own = [...byKey].map(([key, organisation]) => ({ ...organisation, id: ids.get(key) ?? '', named: ids.get(key) === organisationId(key) }));
  const said = [...gather(own.sort((a, b) => Number(b.named) - Number(a.named)), ({ id }) => id).values()];
  const stored = new Set(known.values());
  await create(db, batchId, said.filter(({ id }) => !stored.has(id)));
  await fillIn(db, batchId, said.filter(({ id }) => stored.has(id)));
  await noteSaid(db, batchId, said);
  return new Map(named.map(({ name }) => [name, ids.get(organisationKey(name)) ?? '']));
}

/** One for each key, with what the others add to the first. */
function gather<Named extends NamedOrganisation>(named: readonly Named[], keyOf: (organisation: Named) => string): Map<string, Named> {
  const byKey = new Map<string, Named>();
  for (const organisation of named) {
    const key = keyOf(organisation);
    const first = byKey.get(key);
    if (first === undefined) byKey.set(key, organisation);
    else {
      const typed = first.type === 'unknown' && organisation.type !== 'unknown' ? organisation : first;
      byKey.set(key, { ...first, acronym: first.acronym ?? organisation.acronym, type: typed.type, typeAsGiven: typed.typeAsGiven });
    }
  }
  return byKey;
}

/** Acronyms that one organisation of these, and no other, has: the key of the acronym → the key of the name. */
function acronymsOf(byKey: ReadonlyMap<string, NamedOrganisation>): Map<string, string> {
  const owners = new Map<string, string | null>();
  for (const [key, { acronym }] of byKey) {
    const acronymKey = acronym === null ? key : organisationKey(acronym);
    if (acronymKey !== key) owners.set(acronymKey, owners.has(acronymKey) ? null : key);
  }
  // An organisation that is itself called by another's acronym leads nowhere for sure.
  return new Map([...owners].flatMap(([acronymKey, key]) => (key === null || owners.has(key) ? [] : [[acronymKey, key]])));
}

async function findKnown(db: Handle, keys: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; id: string }>`
    with found as (
      select name_key as key, id, 1 as rank from organisation where name_key = any(${keys})
      union all select alias_key, organisation_id, 2 from organisation_alias where alias_key = any(${keys})
      union all select acronym_key, id, 3 from organisation where acronym_key = any(${keys})
    ), alone as (
      select key, rank, min(organisation.id) as id
      from found join organisation on organisation.id = found.id
      group by key, rank having count(distinct coalesce(merged_into_id, organisation.id)) = 1
    )
    select distinct on (key) key, id from alone order by key, rank`.execute(db);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

async function create(db: Handle, batchId: string, organisations: readonly SaidOrganisation[]): Promise<void> {
  await writeRows(
    db,
    'organisation',
    {
      id: 'text', name: 'text', name_key: 'text', acronym: 'text', acronym_key: 'text', type: 'text', type_as_given: 'text', listed: 'boolean',
      import_batch_id: 'text', source: 'text', source_row: 'integer', content_hash: 'text',
    },
    organisations.map(({ id, named: _, ...organisation }) => ({
      id,
      name: organisation.name.trim(),
      name_key: organisationKey(organisation.name),
      acronym: organisation.acronym,
      acronym_key: organisation.acronym === null ? null : organisationKey(organisation.acronym),
      type: organisation.type,
      type_as_given: organisation.typeAsGiven,
      listed: false,
      import_batch_id: batchId,
      source: organisation.source,
      source_row: organisation.sourceRow,
      content_hash: contentHash(organisation),
    })),
    // Two loads at the same time may meet the same new name: both would write the same organisation.
    ['id'],
  );
}

async function fillIn(db: Handle, batchId: string, organisations: readonly SaidOrganisation[]): Promise<void> {
  const additions = organisations
    .filter(({ type, acronym }) => type !== 'unknown' || acronym !== null)
    .map(({ id, type, typeAsGiven, acronym }) => ({ id, type, type_as_given: typeAsGiven, acronym, acronym_key: acronym === null ? null : organisationKey(acronym) }));
  if (additions.length === 0) return;
  const given = sql`json_to_recordset(${JSON.stringify(additions)}::json) as r(id text, type text, type_as_given text, acronym text, acronym_key text)`;
  const adds = sql`o.id = r.id and not o.listed and ((o.type = 'unknown' and r.type <> 'unknown') or (o.acronym is null and r.acronym is not null))`;
  const { rows } = await sql<{ id: string }>`select o.id from organisation as o, ${given} where ${adds}`.execute(db);
  await rememberBefore(db, batchId, 'organisation', rows.map(({ id }) => id));
  await sql`
    update organisation as o set
      type = case when o.type = 'unknown' then r.type else o.type end,
      type_as_given = case when o.type = 'unknown' then r.type_as_given else o.type_as_given end,
      acronym = coalesce(o.acronym, r.acronym), acronym_key = coalesce(o.acronym_key, r.acronym_key),
      import_batch_id = ${batchId}, content_hash = md5(concat_ws(' ', o.content_hash, r.type, r.acronym))
    from ${given} where ${adds}`.execute(db);
}
