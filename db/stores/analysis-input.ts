import { sql } from 'kysely';
import type { Assessed } from '#domain/evidence';
import type { AreaType, InitiativeKind, InitiativeRecord, OrganisationRole, Service, StructureType, TargetGroup, Topic } from '#domain/records';
import type { ProgrammeKind } from '#domain/record-kinds';
import type { Viewer } from '#domain/viewer';
import { servicesOf, stockLinesOf, trainedStaffOf } from './assessments';
import { type DecisionItem, listDecisions } from './decisions';
import type { Handle } from './handle';
import { announcedOf, kindsOf, organisationsOf, reportedOnOf, targetGroupsOf } from './initiatives';
import { newestPopulation, type Population } from './newest-population';
import { seenRecord, selectProgrammes } from './programme-reading';
import type { ProgrammeEntry } from './programmes';
import { isSeenInitiative, isSeenStructure } from './visibility';

export interface AnalysisArea {
  readonly id: string;
  readonly code: string;
  readonly type: AreaType;
  readonly name: string;
  readonly parentCode: string | null;
  /** The province itself, for a province; null where the chain of parents holds none. */
  readonly provinceCode: string | null;
  /** MultiPolygon, EPSG:4326, every stored decimal; null: known by name only. */
  readonly geojson: string | null;
  /** On the WGS 84 ellipsoid; null without geometry. */
  readonly areaKm2: number | null;
  readonly population: Population | null;
  readonly source: string;
}
export interface AnalysisPlace {
  readonly id: string;
  readonly name: string;
  readonly lngLat: [number, number];
  /** Null: not known. */
  readonly population: number | null;
  readonly source: string;
}
export interface AnalysisStructure {
  readonly id: string;
  readonly name: string;
  readonly type: StructureType;
  readonly lngLat: [number, number] | null;
  readonly healthZoneCode: string | null;
  readonly territoryCode: string | null;
  readonly provinceCode: string | null;
  readonly source: string;
}
export interface AnalysisEvidence {
  readonly structureId: string;
  readonly evidence: Assessed;
}
export interface AnalysisInitiative {
  readonly id: string;
  readonly title: string;
  /** With the words of the source that caused each. */
  readonly kinds: { readonly kind: InitiativeKind; readonly words: string[] }[];
  readonly topic: Topic;
  /** Empty: not said, so those of its topic. */
  readonly announcedServices: Service[];
  readonly toReview: boolean;
  readonly domain: InitiativeRecord['domain'];
  readonly targetGroups: TargetGroup[];
  readonly organisations: { readonly id: string; readonly name: string; readonly acronym: string | null; readonly role: OrganisationRole }[];
  readonly areaCodes: { readonly type: AreaType; readonly code: string }[];
  readonly start: string | null;
  readonly end: string | null;
  readonly status: InitiativeRecord['status'];
  readonly reportedOn: string | null;
  readonly targetedTotal: number | null;
  readonly source: string;
  readonly sourceRow: number | null;
}
export type AnalysisDecision = DecisionItem;
/** A session, movement of kits, mission or answer to a proposal, with the structures that stand for those that it names. Standards come with the heading of the data. */
export type AnalysisProgramme = ProgrammeEntry<AnalysedKind> & {
  readonly id: string;
  readonly structures: readonly { readonly scheme: string; readonly externalId: string; readonly structureId: string }[];
};
type AnalysedKind = Exclude<ProgrammeKind, 'careStandard' | 'raster' | 'scenario'>;

const AREAS_PER_PAGE = 100;
const ROWS_PER_PAGE = 1_000;

/**
 * Pages of rows with an id, each page after the last id of the one before. Pages of one read may straddle a change: read
 * inside a repeatable-read transaction, or compare the data version before and after.
 */
async function* pages<Row extends { readonly id: string }>(size: number, read: (after: string) => Promise<Row[]>): AsyncIterable<Row[]> {
  for (let after = ''; ; ) {
    const rows = await read(after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    if (rows.length < size) return;
    after = last.id;
  }
}

/** Areas by type and code. Leans on the unique index on (type, code), `area_population_area`, and primary keys for the parents. */
export function readAreasForAnalysis(db: Handle, _viewer: Viewer): AsyncIterable<AnalysisArea[]> {
  return pages(AREAS_PER_PAGE, (after) =>
    db
      .selectFrom('area as a')
      .leftJoin('area as b', 'b.id', 'a.parent_id')
      .leftJoin('area as c', 'c.id', 'b.parent_id')
      .leftJoinLateral(newestPopulation, (join) => join.onTrue())
      .$if(after !== '', (query) => query.where(sql<boolean>`(a.type, a.code) > (select type, code from area where id = ${after})`))
      .select(['a.id', 'a.code', 'a.type', 'a.name', 'a.parent_code as parentCode', 'a.area_km2 as areaKm2', 'a.source', 'people.population'])
      .select(sql<string | null>`case 'province' when a.type then a.code when b.type then b.code when c.type then c.code end`.as('provinceCode'))
      .select(sql<string | null>`st_asgeojson(a.geometry, 15)`.as('geojson'))
      .orderBy('a.type')
      .orderBy('a.code')
      .limit(AREAS_PER_PAGE)
      .execute(),
  );
}

/** Places by id. They are public. Leans on the primary key. */
export function readPlacesForAnalysis(db: Handle, _viewer: Viewer): AsyncIterable<AnalysisPlace[]> {
  return pages(ROWS_PER_PAGE, (after) =>
    db
      .selectFrom('place')
      .where('id', '>', after)
      .select(['id', 'name', 'population', 'source', sql<[number, number]>`array[st_x(lng_lat), st_y(lng_lat)]`.as('lngLat')])
      .orderBy('id')
      .limit(ROWS_PER_PAGE)
      .execute(),
  );
}

/** Structures that this viewer may see, by id; one that another stands for is in that one. Leans on the primary keys. */
export function readStructuresForAnalysis(db: Handle, viewer: Viewer): AsyncIterable<AnalysisStructure[]> {
  return pages(ROWS_PER_PAGE, (after) =>
    db
      .selectFrom('structure as s')
      .leftJoin('area as z', 'z.id', 's.health_zone_id')
      .leftJoin('area as t', 't.id', 's.territory_id')
      .leftJoin('area as p', 'p.id', 's.province_id')
      .where(isSeenStructure(viewer, 's'))
      .where('s.merged_into_id', 'is', null)
      .where('s.id', '>', after)
      .select(['s.id', 's.name', 's.type', 's.source', 'z.code as healthZoneCode', 't.code as territoryCode', 'p.code as provinceCode'])
      .select(sql<[number, number] | null>`case when s.lng_lat is null then null else array[st_x(s.lng_lat), st_y(s.lng_lat)] end`.as('lngLat'))
      .orderBy('s.id')
      .limit(ROWS_PER_PAGE)
      .execute(),
  );
}

/**
 * Evidence of the structures that this viewer may see. Stock lines are in it for every viewer, because readiness is
 * computed from them: the engine never lets a quantity out to a viewer who does not `seesStock`. Leans on the primary keys.
 */
export async function* readEvidenceForAnalysis(db: Handle, viewer: Viewer): AsyncIterable<AnalysisEvidence[]> {
  const read = (after: string) =>
    db
      .selectFrom('assessment as a')
      .innerJoin('structure as e', 'e.id', 'a.structure_id')
      // What was found in any of the records that are one structure was found in it.
      .innerJoin('structure as s', (join) => join.on('s.id', '=', (eb) => eb.fn.coalesce('e.merged_into_id', 'e.id')))
      .where('a.superseded', '=', false)
      .where(isSeenStructure(viewer, 'e'))
      .where(isSeenStructure(viewer, 's'))
      .where('a.id', '>', after)
      .select(['a.id', 's.id as structureId', 'a.assessed_on as assessedOn', 'a.assessed_by as assessedBy', 'a.source', 'a.functionality', 'a.accessibility'])
      .select(['a.protocol', 'a.private_room as privateRoom', 'a.referral_path as referralPath', servicesOf.as('services'), trainedStaffOf.as('trainedStaff'), stockLinesOf.as('stockLines')])
      .orderBy('a.id')
      .limit(ROWS_PER_PAGE)
      .execute();
  for await (const page of pages(ROWS_PER_PAGE, read)) yield page.map(({ id: _id, structureId, ...evidence }) => ({ structureId, evidence }));
}

/** Initiatives that this viewer may see, by id. Leans on the primary keys. */
export function readInitiativesForAnalysis(db: Handle, viewer: Viewer): AsyncIterable<AnalysisInitiative[]> {
  return pages(ROWS_PER_PAGE, (after) =>
    db
      .selectFrom('initiative as i')
      .where(isSeenInitiative(viewer, 'i'))
      .where('i.id', '>', after)
      .select(['i.id', 'i.title', 'i.topic', 'i.to_review as toReview', 'i.domain', 'i.start_on as start', 'i.end_on as end', 'i.status', reportedOnOf.as('reportedOn')])
      .select(['i.targeted_total as targetedTotal', 'i.source', 'i.source_row as sourceRow', kindsOf.as('kinds'), announcedOf.as('announcedServices'), targetGroupsOf.as('targetGroups'), organisationsOf.as('organisations')])
      .select(sql<AnalysisInitiative['areaCodes']>`(select coalesce(json_agg(json_build_object('type', a.type, 'code', a.code) order by x.ordinal), '[]') from initiative_area as x join area as a on a.id = x.area_id where x.initiative_id = i.id)`.as('areaCodes'))
      .orderBy('i.id')
      .limit(ROWS_PER_PAGE)
      .execute(),
  );
}

/** Verdicts on pairs of which this viewer may see both sides, all in one page. */
export async function* readDecisionsForAnalysis(db: Handle, viewer: Viewer): AsyncIterable<AnalysisDecision[]> {
  const decisions = await listDecisions(db, viewer);
  if (decisions.length > 0) yield decisions;
}

const ANALYSED: readonly AnalysedKind[] = ['trainingSession', 'kitMovement', 'mission', 'proposalVerdict', 'movementClosure'];

/**
 * Records of programmes as this viewer may see them, by id. Quantities are in movements for every viewer, as in stock lines: readiness is computed from them,
 * and the engine never lets them out to a viewer who does not `seesStock`. Leans on `programme_record_by_kind` and primary keys.
 */
export async function* readProgrammesForAnalysis(db: Handle, viewer: Viewer): AsyncIterable<AnalysisProgramme[]> {
  const read = (after: string) => selectProgrammes(db, viewer, ANALYSED).where('p.id', '>', after).orderBy('p.id').limit(ROWS_PER_PAGE).execute();
  for await (const page of pages(ROWS_PER_PAGE, read)) {
    yield page.flatMap((row) => {
      const seen = seenRecord(row);
      return seen === null ? [] : [{ ...(seen as ProgrammeEntry<AnalysedKind>), id: row.id, structures: row.structures.map(({ scheme, externalId, structureId }) => ({ scheme, externalId, structureId })) }];
    });
  }
}
