import { issue, type Issue } from '#domain/issue';
import type { StructureRecord, StructureType } from '#domain/records';
import { facilityName } from '../facility-names';
import { checkedMultiPolygon, faultOf, geometryIssue, isPosition, type GeometryFault } from '../geometry-checks';
import type { FeatureFile, RawFeature } from '../containers/read-features';
import { normaliseName } from '#domain/normalise-name';
import { pointOnSurface } from '../point-on-surface';
import { digestOf, refusedFile, type ProfileReading, type ReadContext, type RowDraft } from '../row-draft';
import { parseCoordinate } from '../cell-values';
import { cellAt, findColumn, textAt, type Table, type TableRow } from '../table';
import { coordinateFault } from './areas';
import { draftRows } from './table-rows';

/** The only properties that are read. Telephone numbers, street addresses and the names of mappers never enter a record. */
const READ = ['osm_id', 'osm_type', '@id', 'id', 'amenity', 'healthcare', 'name', 'name:fr', 'operator', 'operator_type', 'operator:type', 'operational_status'] as const;
type Property = (typeof READ)[number];

/** What a name says of itself, tried in this order. OSM tags say less: `amenity=hospital` is given to health centres too. */
const TYPE_BY_NAME: readonly (readonly [StructureType, RegExp])[] = [
  ['HGR', /\bhopital general de reference\b|\bhgr\b/],
  ['CSR', /\bcentre de sante de reference\b|\bcsr\b/],
  ['CS', /\bcentre de sante\b|\bhealth (centre|center)\b/],
  ['PS', /\bposte de sante\b|\bhealth post\b/],
];
/** Amenities that give no care to survivors: what their name says is not asked. */
const NOT_CARE = new Set(['pharmacy', 'dentist', 'laboratory', 'veterinary', 'optometrist', 'alternative']);
/** Practices of one person, which bear the name of that person. */
const PRACTICES = new Set(['midwife', 'nurse', 'psychotherapist', 'counselling']);
const FRENCH: Readonly<Record<string, string>> = {
  hospital: 'Hôpital', clinic: 'Clinique', doctors: 'Cabinet médical', doctor: 'Cabinet médical', pharmacy: 'Pharmacie', health_post: 'Poste de santé', dentist: 'Cabinet dentaire', laboratory: 'Laboratoire', centre: 'Centre de santé',
};
const OWNERSHIPS: Readonly<Record<string, StructureRecord['ownership']>> = {
  public: 'public', government: 'public', governement: 'public', 'ministry of health': 'public', private: 'private', prive: 'private', ngo: 'ngo', religious: 'faithBased', 'faith based': 'faithBased',
};

const property = (feature: RawFeature, name: Property): string => {
  const value = feature.properties[name];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
};

/** Whether the features are health sites of OpenStreetMap: most have an amenity or a healthcare tag. */
export const recognisesHealthsites = (file: FeatureFile): boolean =>
  file.features.filter((feature) => property(feature, 'amenity') !== '' || property(feature, 'healthcare') !== '').length * 2 > file.features.length;

/** Structures of a healthsites.io or OpenStreetMap file. An outline becomes a point on its surface. */
export function readHealthsites(file: FeatureFile, context: ReadContext): ProfileReading {
  const fault = coordinateFault(file, () => null);
  if (fault) return refusedFile(fault);
  return { fileIssues: [], rows: file.features.map((feature) => structureDraft(feature, context)) };
}

/** Whether the headers are those of the same list as CSV: ids of OpenStreetMap, what is there, and where. */
export function recognisesHealthsitesTable(keys: readonly string[]): boolean {
  const { lng, lat } = columnsOf(keys);
  return lng >= 0 && lat >= 0 && keys.some((key) => key === 'osm id' || key === 'full id') && keys.some((key) => key === 'amenity' || key === 'healthcare');
}

const columnsOf = (keys: readonly string[]) => ({ lng: findColumn(keys, /^(x|lon|lng|long|longitude)$/), lat: findColumn(keys, /^(y|lat|latitude)$/) });

/** The same from CSV. A row without a position is refused. */
export function readHealthsitesTable(table: Table, context: ReadContext): ProfileReading {
  const { lng, lat } = columnsOf(table.keys);
  const featureOf = (row: TableRow): RawFeature => {
    const position = [parseCoordinate(cellAt(row, lng)), parseCoordinate(cellAt(row, lat))].map((parsed) => (parsed.ok ? parsed.value : null));
    return { row: row.row, id: null, properties: Object.fromEntries(table.headers.map((header, column) => [header.toLowerCase(), textAt(row, column)])), geometry: position.includes(null) ? null : { type: 'Point', coordinates: position } };
  };
  return { fileIssues: [], rows: draftRows(table, (row) => structureDraft(featureOf(row), context)) };
}

/** `node/8014570617`: the id that OSM itself gives; null if the file has none. */
function osmId(feature: RawFeature): string | null {
  const full = [property(feature, '@id'), property(feature, 'id'), feature.id ?? ''].find((text) => /^(node|way|relation)\/\d+$/.test(text));
  if (full !== undefined) return full;
  const id = property(feature, 'osm_id');
  return /^\d+$/.test(id) ? `${property(feature, 'osm_type') || 'node'}/${id}` : null;
}

function lngLatOf(feature: RawFeature): [number, number] | GeometryFault {
  const { geometry } = feature;
  if (geometry?.type !== 'Point') {
    const checked = checkedMultiPolygon(geometry);
    if (!('geometry' in checked)) return checked;
    const [lng, lat] = pointOnSurface(checked.geometry);
    return [lng, lat];
  }
  const [lng, lat]: readonly unknown[] = Array.isArray(geometry.coordinates) ? (geometry.coordinates as unknown[]) : [];
  return typeof lng === 'number' && typeof lat === 'number' && isPosition(lng, lat) ? [lng, lat] : faultOf('coordinatesOutOfRange', JSON.stringify(geometry.coordinates ?? null), 'longitude −180…180, latitude −90…90');
}

/** Tags that describe the facility, as given: what is not a type of ours stays readable. */
function typeAsGiven(feature: RawFeature): string | null {
  const tags = (['amenity', 'healthcare', 'operational_status'] as const).map((name) => [name, property(feature, name)] as const).filter(([name, value]) => value !== '' && !(name === 'operational_status' && value === 'operational'));
  return tags.length === 0 ? null : tags.map((pair) => pair.join('=')).join('; ');
}

function typeOf(feature: RawFeature, name: string): StructureType {
  const tags = [property(feature, 'amenity'), property(feature, 'healthcare')];
  if (tags.some((tag) => NOT_CARE.has(tag))) return 'nonClinical';
  const plain = normaliseName(name);
  const byName = TYPE_BY_NAME.find(([, pattern]) => pattern.test(plain))?.[0];
  return byName ?? (tags.includes('health_post') ? 'PS' : tags.includes('centre') ? 'CS' : 'other');
}

function structureDraft(feature: RawFeature, context: ReadContext): RowDraft {
  const issues: Issue[] = [];
  const { row } = feature;
  const id = osmId(feature);
  if (id === null) issues.push(issue('valueMissing', 'error', { row, column: 'osm_id' }));
  const position = lngLatOf(feature);
  if ('code' in position) issues.push(geometryIssue(position, row));
  const { name, found } = facilityName(property(feature, 'name') || property(feature, 'name:fr'), PRACTICES.has(property(feature, 'amenity')) || PRACTICES.has(property(feature, 'healthcare')));
  if (found.length > 0) issues.push(issue('personalDataDropped', 'warning', { row, column: 'name', expected: found.join(', ') }));
  const given = name ?? '';
  const type = typeOf(feature, given);
  if (given === '') issues.push(issue('nameMissing', 'warning', { row, column: 'name', value: id }));
  const tag = FRENCH[property(feature, 'amenity')] ?? FRENCH[property(feature, 'healthcare')] ?? 'Structure';
  const ownership = [property(feature, 'operator_type'), property(feature, 'operator:type'), property(feature, 'operator')].map((text) => OWNERSHIPS[normaliseName(text)]).find((found) => found !== undefined);
  const content: Omit<StructureRecord, 'source' | 'sourceRow'> = {
    scheme: 'osm',
    externalId: id ?? '',
    name: given === '' ? `${tag} sans nom (OSM ${id ?? ''})` : given,
    type,
    typeAsGiven: typeAsGiven(feature),
    ownership: ownership ?? 'unknown',
    lngLat: 'code' in position ? null : position,
    areaCode: null,
    areaName: null,
    tier: 'public',
    supportedBy: [],
  };
  return {
    row,
    records: [{ kind: 'structure', record: { ...content, source: context.source, sourceRow: row } }],
    issues,
    areaClaims: [],
    fingerprint: digestOf(content),
    // Who operates a place may be a person: only what kind of body it is is read.
    cells: () => Object.fromEntries(READ.filter((each) => each !== 'operator').map((name) => [name, property(feature, name)] as const).filter(([, value]) => value !== '')),
  };
}
