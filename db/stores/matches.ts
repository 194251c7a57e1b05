import { sql } from 'kysely';
import type { Viewer } from '#domain/viewer';
import { partsOf } from './bulk';
import { pageOf, type Handle, type Page, type PageRequest } from './handle';
import { isKnownTo } from './organisations';
import type { MatchKind, MatchVerdict } from './verdicts';
import { isSeenStructure } from './visibility';

/** A pair as it is kept: the smaller id first. */
export interface KeptPair {
  readonly id: string;
  readonly sideA: string;
  readonly sideB: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly distanceKm: number | null;
  readonly joinedByRule: boolean;
}

const ROWS_PER_STATEMENT = 1000;

/**
 * Makes the pairs of this kind these and no others, and lets records follow the one that stands for them: `followed` holds those that follow.
 * Answers how many records changed whom they follow. Writes only what differs. Leans on the primary keys.
 */
export async function saveMatching(db: Handle, kind: MatchKind, pairs: readonly KeptPair[], followed: ReadonlyMap<string, string>): Promise<number> {
  await sql`delete from match_pair where kind = ${kind} and id <> all(${pairs.map(({ id }) => id)})`.execute(db);
  for (const part of partsOf(pairs, ROWS_PER_STATEMENT)) {
    const rows = JSON.stringify(part.map(({ id, sideA, sideB, score, reasons, distanceKm, joinedByRule }) => ({ id, side_a: sideA, side_b: sideB, score, reasons, distance_km: distanceKm, joined_by_rule: joinedByRule })));
    await sql`
      insert into match_pair (id, kind, side_a, side_b, score, reasons, distance_km, joined_by_rule)
      select r.id, ${kind}, r.side_a, r.side_b, r.score, r.reasons, r.distance_km, r.joined_by_rule
      from json_to_recordset(${rows}::json) as r(id text, side_a text, side_b text, score double precision, reasons text[], distance_km double precision, joined_by_rule boolean)
      on conflict (id) do update set score = excluded.score, reasons = excluded.reasons, distance_km = excluded.distance_km, joined_by_rule = excluded.joined_by_rule
      where (match_pair.score, match_pair.reasons, match_pair.distance_km, match_pair.joined_by_rule) is distinct from (excluded.score, excluded.reasons, excluded.distance_km, excluded.joined_by_rule)`.execute(db);
  }
  const table = sql.table(kind);
  const rows = JSON.stringify([...followed].map(([id, root]) => ({ id, root })));
  const { numAffectedRows } = await sql`
    with wanted as (select r.id, r.root from json_to_recordset(${rows}::json) as r(id text, root text))
    update ${table} as t set merged_into_id = w.root
    from (select t.id, wanted.root from ${table} as t left join wanted on wanted.id = t.id where t.merged_into_id is distinct from wanted.root) as w
    where w.id = t.id`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

export type MatchState = 'open' | 'joined' | 'apart';
/** A pair with what became of it. `leading`: the side that stands for both where they are one; else null. */
export interface StoredMatch extends KeptPair {
  readonly state: MatchState;
  readonly by: 'rule' | 'person' | null;
  readonly leading: string | null;
  readonly verdict: Omit<MatchVerdict, 'kind' | 'sideA' | 'sideB'> | null;
}

/** Sides that this viewer may know of. */
const isVisible = (viewer: Viewer, kind: MatchKind, side: 'p.side_a' | 'p.side_b') =>
  kind === 'structure'
    ? sql<boolean>`exists (select from structure as s where s.id = ${sql.ref(side)} and ${isSeenStructure(viewer, 's')})`
    : sql<boolean>`exists (select from organisation as o where o.id = ${sql.ref(side)} and ${isKnownTo(viewer, 'o')})`;

const selectMatches = (db: Handle, viewer: Viewer, kind: MatchKind) =>
  db
    .selectFrom('match_pair as p')
    .leftJoin('match_verdict as v', (join) => join.onRef('v.kind', '=', 'p.kind').onRef('v.side_a', '=', 'p.side_a').onRef('v.side_b', '=', 'p.side_b'))
    .where('p.kind', '=', kind)
    .where(isVisible(viewer, kind, 'p.side_a'))
    .where(isVisible(viewer, kind, 'p.side_b'))
    .select(['p.id', 'p.side_a as sideA', 'p.side_b as sideB', 'p.score', 'p.reasons', 'p.distance_km as distanceKm', 'p.joined_by_rule as joinedByRule'])
    .select(sql<MatchState>`case when v.verdict = 'same' then 'joined' when v.verdict = 'different' then 'apart' when p.joined_by_rule then 'joined' else 'open' end`.as('state'))
    .select(sql<StoredMatch['by']>`case when v.verdict is not null then 'person' when p.joined_by_rule then 'rule' end`.as('by'))
    .select(sql<string | null>`(select coalesce(t.merged_into_id, case when exists (select from ${sql.table(kind)} as f where f.merged_into_id = t.id) then t.id end) from ${sql.table(kind)} as t where t.id = p.side_a)`.as('leading'))
    .select(sql<StoredMatch['verdict']>`case when v.verdict is null then null else json_build_object('verdict', v.verdict, 'reason', v.reason, 'decidedBy', v.decided_by, 'decidedOn', v.decided_on) end`.as('verdict'));

/** Pairs of one kind and state, likeliest first. Pairs of which this viewer may not see both sides do not exist. Leans on `match_pair_queue` and the primary keys. */
export async function listMatches(db: Handle, viewer: Viewer, kind: MatchKind, state: MatchState, page: PageRequest): Promise<Page<StoredMatch>> {
  const all = db.selectFrom(selectMatches(db, viewer, kind).as('m')).where('m.state', '=', state);
  const { total } = await all.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await all
    .selectAll()
    .$if(page.after !== undefined, (query) => query.where(sql<boolean>`(-m.score, m.id) > (select -c.score, c.id from ${selectMatches(db, viewer, kind)} as c where c.id = ${page.after})`))
    .orderBy('m.score', 'desc')
    .orderBy('m.id')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page.limit, total);
}

/** Null: there is none, or none of which this viewer may see both sides. Leans on the primary keys. */
export async function getMatch(db: Handle, viewer: Viewer, id: string): Promise<(StoredMatch & { readonly kind: MatchKind }) | null> {
  const kind = (await db.selectFrom('match_pair').select('kind').where('id', '=', id).executeTakeFirst())?.kind;
  if (kind === undefined) return null;
  const match = await selectMatches(db, viewer, kind).where('p.id', '=', id).executeTakeFirst();
  return match === undefined ? null : { ...match, kind };
}

/** One side of a pair, for a person to compare. */
export interface MatchSide {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly area: string | null;
  readonly lngLat: [number, number] | null;
  readonly source: string;
}

/** The sides of pairs that this viewer may see, by id; what is hidden is left out. Leans on the primary keys. */
export async function readMatchSides(db: Handle, viewer: Viewer, kind: MatchKind, ids: readonly string[]): Promise<Map<string, MatchSide>> {
  const rows: MatchSide[] = kind === 'structure'
    ? await db
        .selectFrom('structure as s')
        .where(sql<boolean>`s.id = any(${ids})`)
        .where(isSeenStructure(viewer, 's'))
        .select(['s.id', 's.name as label', 's.type', 's.source'])
        .select(sql<string | null>`coalesce((select name from area where id = s.health_zone_id), (select name from area where id = s.territory_id), (select name from area where id = s.province_id), s.declared_area_name)`.as('area'))
        .select(sql<[number, number] | null>`case when s.lng_lat is null then null else array[st_x(s.lng_lat), st_y(s.lng_lat)] end`.as('lngLat'))
        .execute()
    : await db
        .selectFrom('organisation as o')
        .where(sql<boolean>`o.id = any(${ids})`)
        .where(isKnownTo(viewer, 'o'))
        .select(['o.id', 'o.type', 'o.source', sql<string>`o.name || coalesce(' (' || o.acronym || ')', '')`.as('label'), sql<null>`null`.as('area'), sql<null>`null`.as('lngLat')])
        .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
