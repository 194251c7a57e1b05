import { type RawBuilder, sql } from 'kysely';
import { programmeKinds, type RecordKind } from '#domain/record-kinds';

/** Tables whose rows are records, each with an id made of its natural key, a content hash and its batch. */
export const recordTables = ['area', 'area_population', 'place', 'organisation', 'structure', 'assessment', 'initiative', 'decision', 'programme_record'] as const;
export type RecordTable = (typeof recordTables)[number];

interface Shape {
  /** Of several, each row says which it is, in `kind`. */
  readonly kinds: readonly RecordKind[];
  /** Tables that hold parts of a record, by the column that names it, in the order in which they can be written. */
  readonly parts: Readonly<Record<string, string>>;
  readonly geometry: readonly string[];
  /** Columns that follow from other records, or that people and rules decide: a restored record keeps those it has. */
  readonly derived: readonly string[];
}

/** What belongs to a record, table by table. */
export const recordShapes: Readonly<Record<RecordTable, Shape>> = {
  area: { kinds: ['area'], parts: { area_code: 'area_id' }, geometry: ['geometry'], derived: ['parent_id', 'area_km2'] },
  area_population: { kinds: ['population'], parts: {}, geometry: [], derived: [] },
  place: { kinds: ['place'], parts: {}, geometry: ['lng_lat'], derived: [] },
  organisation: { kinds: ['organisation'], parts: { organisation_alias: 'organisation_id' }, geometry: [], derived: ['merged_into_id'] },
  structure: {
    kinds: ['structure'], parts: { structure_external_id: 'structure_id', structure_support: 'structure_id' }, geometry: ['lng_lat'],
    derived: ['health_zone_id', 'territory_id', 'province_id', 'merged_into_id', 'first_batch_id'],
  },
  assessment: { kinds: ['assessment'], parts: { assessment_service: 'assessment_id', trained_staff: 'assessment_id', stock_line: 'assessment_id' }, geometry: [], derived: ['superseded', 'revision'] },
  initiative: {
    kinds: ['initiative'], parts: { initiative_kind: 'initiative_id', initiative_organisation: 'initiative_id', initiative_target_group: 'initiative_id', initiative_area: 'initiative_id' },
    geometry: ['footprint'], derived: ['confirmed_on'],
  },
  decision: { kinds: ['decision'], parts: {}, geometry: [], derived: [] },
  programme_record: { kinds: programmeKinds, parts: { programme_structure: 'record_id' }, geometry: [], derived: [] },
};

/** A record with its parts as one JSON value, from row `row` of its table. Leans on the primary keys of the parts. */
export function imageOf(table: RecordTable, row = 't'): RawBuilder<unknown> {
  const { parts, geometry } = recordShapes[table];
  const t = sql.raw(row);
  // As JSON a geometry would be rounded; as text it is every bit of it.
  const exact = geometry.map((column) => sql`|| jsonb_build_object(${sql.lit(column)}::text, ${t}.${sql.ref(column)}::text)`);
  const lists = Object.entries(parts).map(([part, owner]) => sql`${sql.lit(part)}::text, coalesce((select jsonb_agg(to_jsonb(part)) from ${sql.table(part)} as part where part.${sql.ref(owner)} = ${t}.id), '[]'::jsonb)`);
  return sql`jsonb_build_object('row', to_jsonb(${t}) ${exact.length === 0 ? sql`` : sql.join(exact, sql` `)}, 'parts', ${lists.length === 0 ? sql`'{}'::jsonb` : sql`jsonb_build_object(${sql.join(lists)})`})`;
}

/** Something of the first structure that the record of row `t` names. */
function ofFirstStructure(what: string): string {
  return `(select ${what} from programme_structure as p join structure as s on s.id = p.structure_id where p.record_id = t.id order by p.ordinal limit 1)`;
}

/** The kind of the record of row `t`. */
export const kindOf = (table: RecordTable): RawBuilder<RecordKind> => {
  const [kind, ...others] = recordShapes[table].kinds;
  return others.length > 0 ? sql<RecordKind>`t.kind` : sql<RecordKind>`${sql.lit(kind)}::text`;
};

/** Rows of the table that are of this kind, from row `t`. */
export const isOfKind = (table: RecordTable, kind: RecordKind): RawBuilder<boolean> => (recordShapes[table].kinds.length > 1 ? sql<boolean>`t.kind = ${kind}` : sql<boolean>`true`);

/** A record of row `t` in words for people, and the name of the place that it is in. */
const WORDS: Readonly<Record<RecordTable, { readonly label: string; readonly areaName: string }>> = {
  area: { label: 't.name', areaName: '(select a.name from area as a where a.id = t.parent_id)' },
  area_population: { label: '(select a.name from area as a where a.id = t.area_id)', areaName: 'null' },
  place: { label: 't.name', areaName: 'null' },
  organisation: { label: 't.name', areaName: 'null' },
  structure: { label: 't.name', areaName: 'coalesce((select a.name from area as a where a.id = coalesce(t.health_zone_id, t.territory_id, t.province_id)), t.declared_area_name)' },
  assessment: {
    label: `(select s.name from structure as s where s.id = t.structure_id) || ' · ' || t.assessed_on`,
    areaName: '(select a.name from structure as s join area as a on a.id = coalesce(s.health_zone_id, s.territory_id, s.province_id) where s.id = t.structure_id)',
  },
  initiative: { label: 't.title', areaName: '(select a.name from initiative_area as ia join area as a on a.id = ia.area_id where ia.initiative_id = t.id order by ia.ordinal limit 1)' },
  decision: { label: 't.reason', areaName: 'null' },
  programme_record: {
    label: `coalesce(t.content->>'title', (t.content->>'nameFr') || ' (' || (t.content->>'version') || ')', ${ofFirstStructure('s.name')} || ' · ' || coalesce(t.content->>'on', t.content->>'decidedOn'))`,
    areaName: `coalesce((select min(a.name) from area as a where a.code = t.content->>'areaCode'), ${ofFirstStructure('(select a.name from area as a where a.id = coalesce(s.health_zone_id, s.territory_id, s.province_id))')})`,
  },
};
export const labelOf = (table: RecordTable): RawBuilder<string> => sql<string>`${sql.raw(WORDS[table].label)}`;
export const areaNameOf = (table: RecordTable): RawBuilder<string | null> => sql<string | null>`${sql.raw(WORDS[table].areaName)}`;
