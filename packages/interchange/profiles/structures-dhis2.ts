import type { FeatureFile } from '../containers/read-features';
import { issue, type Issue } from '#domain/issue';
import { isObject } from '../containers/read-json';
import type { ProfileReading, ReadContext } from '../row-draft';
import { findColumn, textAt, type Table, type TableRow } from '../table';
import { readHealthUnits, type HealthUnit } from './health-units';

type Json = Readonly<Record<string, unknown>>;
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : typeof value === 'number' ? String(value) : null);
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Whether the JSON is a list of DHIS2 organisation units, from the web interface or a metadata export. */
export const recognisesDhis2 = (json: unknown): json is Json => isObject(json) && objects(json['organisationUnits']).some((unit) => typeof unit['id'] === 'string');

/** Names of the properties that the file uses: telephone numbers and names of contacts among them are never read. */
export const dhis2Keys = (json: Json): string[] => [...new Set(objects(json['organisationUnits']).flatMap((unit) => Object.keys(unit)))];

/** Places of care among DHIS2 organisation units: any country. Unit i is row i, from 1. */
export function readDhis2(json: Json, context: ReadContext): ProfileReading {
  const levels = new Map(objects(json['organisationUnitLevels']).map((level) => [Number(level['level']), text(level['name'])]));
  const groups = groupsByUnit(json);
  const units = objects(json['organisationUnits']).map((unit, i): HealthUnit => {
    const id = text(unit['id']) ?? '';
    const path = text(unit['path'])?.split('/').filter((part) => part !== '') ?? [];
    const level = Number.isInteger(unit['level']) ? Number(unit['level']) : path.length > 0 ? path.length : null;
    const { position, isPlace } = geometryOf(unit);
    return {
      row: i + 1,
      id,
      name: text(unit['name']) ?? text(unit['displayName']) ?? text(unit['shortName']),
      code: text(unit['code']),
      parentId: (isObject(unit['parent']) ? text(unit['parent']['id']) : null) ?? path.at(-2) ?? null,
      level,
      levelName: level === null ? null : (levels.get(level) ?? null),
      position,
      isPlace,
      types: [...objects(unit['organisationUnitGroups']).flatMap((group) => text(group['name']) ?? text(group['displayName']) ?? []), ...(groups.get(id) ?? [])],
      ownership: null,
      closed: isClosed(text(unit['closedDate']), context),
    };
  });
  const reading = readHealthUnits(withParents(units, objects(json['organisationUnits']).map((unit) => (isObject(unit['parent']) ? (text(unit['parent']['name']) ?? text(unit['parent']['displayName'])) : null))), 'dhis2', context);
  return { ...reading, fileIssues: [...incomplete(json, units.length), ...reading.fileIssues] };
}

/** The web interface answers in pages: one of them is not the register. */
function incomplete(json: Json, held: number): Issue[] {
  const pager = isObject(json['pager']) ? json['pager'] : null;
  const total = Number(pager?.['total'] ?? Number.NaN);
  return Number(pager?.['pageCount'] ?? 1) > 1 || total > held ? [issue('registerIncomplete', 'warning', { value: String(held), expected: Number.isNaN(total) ? null : String(total) })] : [];
}

/** With the units above that the register names but does not hold, so that a list of facilities alone says where they are. */
function withParents(units: readonly HealthUnit[], parentNames: readonly (string | null)[]): HealthUnit[] {
  const held = new Set(units.map(({ id }) => id));
  const above = new Map<string, HealthUnit>();
  units.forEach(({ parentId, level }, i) => {
    const name = parentNames[i] ?? null;
    if (parentId === null || name === null || held.has(parentId) || above.has(parentId)) return;
    above.set(parentId, { row: 0, id: parentId, name, code: null, parentId: null, level: level === null ? null : level - 1, levelName: null, position: null, isPlace: false, types: [], ownership: null, closed: false });
  });
  return [...units, ...above.values()];
}

/** Whether the features are DHIS2 organisation units: the interface gives each the units above it. */
export const recognisesDhis2Features = (file: FeatureFile): boolean => file.features.length > 0 && file.features.every(({ id, properties }) => id !== null && 'parentGraph' in properties && 'level' in properties);

/** The same from GeoJSON: points are places, outlines areas. */
export function readDhis2Features(file: FeatureFile, context: ReadContext): ProfileReading {
  const units = file.features.map(({ row, id, properties, geometry }): HealthUnit => {
    const { position, isPlace } = placeOf(text(geometry?.type), geometry?.coordinates);
    const graph = text(properties['parentGraph'])?.split('/').filter((part) => part !== '') ?? [];
    return {
      row,
      id: id ?? '',
      name: text(properties['name']),
      code: text(properties['code']),
      parentId: text(properties['parent']) ?? graph.at(-1) ?? null,
      level: Number.isInteger(Number(properties['level'])) ? Number(properties['level']) : null,
      levelName: null,
      position,
      isPlace,
      types: objects(properties['groups']).flatMap((group) => text(group['name']) ?? []),
      ownership: null,
      closed: false,
    };
  });
  return readHealthUnits(units, 'dhis2', context);
}

function groupsByUnit(json: Json): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const group of objects(json['organisationUnitGroups'])) {
    const name = text(group['name']) ?? text(group['displayName']);
    if (name === null) continue;
    for (const member of objects(group['organisationUnits'])) {
      const id = text(member['id']);
      if (id !== null) groups.set(id, [...(groups.get(id) ?? []), name]);
    }
  }
  return groups;
}

/** A unit that was closed by the day of the report; without a day, by whichever day it names. */
const isClosed = (closedDate: string | null, { reportedOn }: ReadContext): boolean => closedDate !== null && (reportedOn === null || closedDate.slice(0, 10) <= reportedOn);

/** `geometry` of today; `coordinates` with `featureType` before version 2.32. A polygon is an area. */
function geometryOf(unit: Json): { position: HealthUnit['position']; isPlace: boolean | null } {
  const geometry = parsed(unit['geometry']);
  if (isObject(geometry)) return placeOf(text(geometry['type']), geometry['coordinates']);
  return placeOf(text(unit['featureType']), parsed(unit['coordinates']));
}

function placeOf(type: string | null, coordinates: unknown): { position: HealthUnit['position']; isPlace: boolean | null } {
  const kind = type?.toLowerCase().replace('_', '') ?? '';
  if (kind.includes('polygon')) return { position: null, isPlace: false };
  const isPosition = Array.isArray(coordinates) && coordinates.length >= 2 && !Array.isArray(coordinates[0]);
  return isPosition ? { position: [(coordinates as unknown[])[0], (coordinates as unknown[])[1]], isPlace: null } : { position: null, isPlace: null };
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value.trim())) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null;
  }
}

const columnsOf = (keys: readonly string[]) => ({
  id: findColumn(keys, /^(uid|organisation ?unit ?(id|uid)|orgunit(id)?)$/, /^id$/),
  name: findColumn(keys, /^(name|display ?name|organisation ?unit ?name|orgunit name|nom)$/, /^short ?name$/),
  code: findColumn(keys, /^(code|organisation ?unit ?code)$/),
  parent: findColumn(keys, /^parent( ?(id|uid))?$/),
  parentName: findColumn(keys, /^parent ?(display ?)?name$/),
  path: findColumn(keys, /^path$/),
  level: findColumn(keys, /^(level|niveau|organisation ?unit ?level)$/),
  geometry: findColumn(keys, /^(geometry|coordinates)$/),
  featureType: findColumn(keys, /^feature ?type$/),
  lat: findColumn(keys, /^lat(itude)?$/),
  lng: findColumn(keys, /^(lng|long?|longitude)$/),
  groups: findColumn(keys, /^(organisation ?unit ?)?groups?$/, /^type$/),
  closed: findColumn(keys, /^closed ?date$/),
});

/** Whether the headers are those of a DHIS2 list of organisation units: a uid, a name, and where in the tree. */
export function recognisesDhis2Table(keys: readonly string[]): boolean {
  const { id, name, parent, path, level, geometry, featureType, closed } = columnsOf(keys);
  return id >= 0 && name >= 0 && (path >= 0 || parent >= 0) && [level, geometry, featureType, closed, path].some((column) => column >= 0);
}

/** The same from CSV. */
export function readDhis2Table(table: Table, context: ReadContext): ProfileReading {
  const columns = columnsOf(table.keys);
  const names = table.rows.map((row) => textAt(row, columns.parentName));
  return readHealthUnits(withParents(table.rows.map((row) => unitOf(row, columns, context)), names), 'dhis2', context);
}

function unitOf(row: TableRow, columns: ReturnType<typeof columnsOf>, context: ReadContext): HealthUnit {
  const at = (column: number): string | null => textAt(row, column);
  const path = at(columns.path)?.split('/').filter((part) => part !== '') ?? [];
  const level = Number(at(columns.level) ?? (path.length > 0 ? path.length : Number.NaN));
  const { position, isPlace } = geometryOf({ geometry: at(columns.geometry), coordinates: at(columns.geometry), featureType: at(columns.featureType) });
  const [lat, lng] = [at(columns.lat), at(columns.lng)];
  return {
    row: row.row,
    id: at(columns.id) ?? '',
    name: at(columns.name),
    code: at(columns.code),
    parentId: at(columns.parent) ?? path.at(-2) ?? null,
    level: Number.isInteger(level) ? level : null,
    levelName: null,
    position: position ?? (lat !== null && lng !== null ? [lng, lat] : null),
    isPlace,
    types: at(columns.groups)?.split(/[;|]/).map((group) => group.trim()).filter((group) => group !== '') ?? [],
    ownership: null,
    closed: isClosed(at(columns.closed), context),
  };
}
