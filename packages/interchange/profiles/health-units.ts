import { issue } from '#domain/issue';
import { normaliseName } from '#domain/normalise-name';
import type { AreaType } from '#domain/records';
import { FieldRow, type FieldTable } from '../fields/field-row';
import { fingerprintOf } from '../fields/read-fields';
import { structureFrom } from '../fields/structure-fields';
import type { ProfileReading, ReadContext, RowDraft } from '../row-draft';
import { rowsInMemory } from '../row-list';
import { cellsByHeader, type Table, type TableRow } from '../table';

/** One unit of a register of health units: a place of care, or an area that holds some. */
export interface HealthUnit {
  /** As the spreadsheet counts, or the 1-based place in the list. */
  readonly row: number;
  readonly id: string;
  readonly name: string | null;
  /** A code of another coding, such as a P-code. */
  readonly code: string | null;
  readonly parentId: string | null;
  /** 1 is the root; null: not said. */
  readonly level: number | null;
  /** Name of its level, where the register gives one. */
  readonly levelName: string | null;
  /** Longitude and latitude as they stand; null: none. */
  readonly position: readonly [unknown, unknown] | null;
  /** Whether the register says that it is a place (true) or an area (false); null: it does not. */
  readonly isPlace: boolean | null;
  /** What the register calls it: groups, types. The first that is a type of ours counts. */
  readonly types: readonly string[];
  readonly ownership: string | null;
  /** No longer in use. */
  readonly closed: boolean;
}

const HEADERS = ['id', 'name', 'type', 'ownership', 'latitude', 'longitude', 'country', 'province', 'territory', 'health zone', 'health area', 'p-codes'] as const;
const LEVELS: readonly (readonly [AreaType, RegExp])[] = [
  ['healthArea', /\baires? de sante\b|\bhealth area\b/],
  ['healthZone', /\bzones? de sante\b|\bhealth zone\b|\bdistrict sanitaire\b|\bhealth district\b/],
  ['territory', /\bterritoire\b|\bterritory\b|\bdistrict\b|\bcounty\b/],
  ['province', /\bprovince\b|\bregion\b|\bdps\b|\bdivision provinciale\b/],
  ['country', /\bpays\b|\bcountry\b|\bnational\b/],
];
/** Levels from the root down, where nothing names them. */
const BY_DEPTH: Readonly<Record<number, AreaType>> = { 1: 'country', 2: 'province', 3: 'healthZone', 4: 'healthArea' };
/** What a name says of itself, where no group does. */
const TYPE_IN_NAME: readonly (readonly [RegExp, string])[] = [
  [/\bhopital general de reference\b|\bhgr\b/, 'HGR'],
  [/\bcentre de sante de reference\b|\bcsr\b/, 'CSR'],
  [/\bcentre de sante\b|\bhealth cent(?:er|re)\b/, 'CS'],
  [/\bposte de sante\b|\bhealth post\b/, 'PS'],
  [/\bpharmacie\b|\bpharmacy\b|\blaboratoire\b|\blaborator(?:y|ies)\b/, 'nonClinical'],
];

/** Structures of a register of units, whichever format it came in: units that are places. The areas above them say where they are. */
export function readHealthUnits(units: readonly HealthUnit[], scheme: string, context: ReadContext): ProfileReading {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const holding = new Set(units.flatMap(({ parentId }) => parentId ?? []));
  const deepest = Math.max(0, ...units.map((unit) => depthOf(unit, byId)));
  const places = units.filter((unit) => unit.isPlace ?? (unit.position !== null || (!holding.has(unit.id) && depthOf(unit, byId) === deepest)));
  if (places.length === 0) return { fileIssues: [issue('unitsWithoutPlaces', 'error', { value: String(units.length) })], rows: [] };
  const table = tableOf(places.map((unit) => ({ row: unit.row, cells: cellsOf(unit, byId) })));
  const of: FieldTable = { table, recordKind: 'structure', columns: COLUMNS, scheme, strict: false, context };
  return { fileIssues: [], rows: drafts(of, places) };
}

function* drafts(of: FieldTable, places: readonly HealthUnit[]): Generator<RowDraft> {
  let at = 0;
  for (const row of of.table.rows) {
    const unit = places[at++];
    const fields = new FieldRow(of, row);
    const reading = structureFrom(fields, unit?.id ?? null);
    const closed = unit?.closed === true;
    if (closed) fields.issues.push(issue('structureClosed', 'info', { row: row.row, value: unit.name }));
    yield { row: row.row, records: closed ? [] : reading.records, issues: fields.issues, areaClaims: closed ? [] : reading.areaClaims, fingerprint: fingerprintOf(row), cells: () => cellsByHeader(of.table, row) };
  }
}

const COLUMNS = new Map<string, readonly number[]>([['name', [1]], ['type', [2]], ['ownership', [3]], ['lat', [4]], ['lng', [5]], ['countryName', [6]], ['provinceName', [7]], ['territoryName', [8]], ['healthZoneName', [9]], ['healthAreaName', [10]]]);
const PLACE_COLUMN: Readonly<Record<AreaType, number>> = { country: 6, province: 7, territory: 8, healthZone: 9, healthArea: 10 };

function cellsOf(unit: HealthUnit, byId: ReadonlyMap<string, HealthUnit>): TableRow['cells'] {
  const cells: (string | number | null)[] = HEADERS.map(() => null);
  cells[0] = unit.id;
  cells[1] = unit.name;
  cells[2] = typeOf(unit);
  cells[3] = unit.ownership;
  const [lng = null, lat = null] = (unit.position ?? []).map((value) => (typeof value === 'number' || typeof value === 'string' ? value : null));
  cells[4] = lat;
  cells[5] = lng;
  for (const above of ancestorsOf(unit, byId)) {
    const column = PLACE_COLUMN[levelOf(above, byId) ?? 'country'];
    // A P-code beside the name is what the areas are known by here.
    if (levelOf(above, byId) !== null) cells[column] ??= above.code !== null && P_CODE.test(above.code) ? `${above.name ?? above.code} (${above.code})` : above.name;
  }
  return cells;
}

const P_CODE = /^[A-Z]{2,3}\d[A-Z\d]*$/;

function typeOf({ types, name }: HealthUnit): string | null {
  const plain = normaliseName(name ?? '');
  const stated = [...types, ...TYPE_IN_NAME.flatMap(([pattern, type]) => (pattern.test(plain) ? [type] : []))];
  return stated.find((each) => TYPE_IN_NAME.some(([pattern, type]) => type === each || pattern.test(normaliseName(each)))) ?? stated[0] ?? null;
}

/** The units above, nearest first. A chain that turns on itself ends. */
function ancestorsOf(unit: HealthUnit, byId: ReadonlyMap<string, HealthUnit>): HealthUnit[] {
  const found: HealthUnit[] = [];
  let above = unit.parentId === null ? undefined : byId.get(unit.parentId);
  while (above !== undefined && found.length < 12 && !found.includes(above)) {
    found.push(above);
    above = above.parentId === null ? undefined : byId.get(above.parentId);
  }
  return found;
}

const depthOf = (unit: HealthUnit, byId: ReadonlyMap<string, HealthUnit>): number => unit.level ?? ancestorsOf(unit, byId).length + 1;

/** Level of an area by the name of its level, by its own name (`nk Kilima Zone de Santé`), else by how deep it stands. */
function levelOf(unit: HealthUnit, byId: ReadonlyMap<string, HealthUnit>): AreaType | null {
  for (const text of [unit.levelName, unit.name]) {
    const plain = normaliseName(text ?? '');
    const named = LEVELS.find(([, pattern]) => pattern.test(plain));
    if (named !== undefined) return named[0];
  }
  return BY_DEPTH[depthOf(unit, byId)] ?? null;
}

const tableOf = (rows: readonly TableRow[]): Table => ({ sheet: null, headerRow: 0, headers: [...HEADERS], keys: HEADERS.map(normaliseName), tags: null, above: [], rows: rowsInMemory(rows) });
