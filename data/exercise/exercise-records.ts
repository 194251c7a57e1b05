import type { ImportRecord } from '#domain/import-records';
import type { AreaRecord, DecisionRecord, StructureRecord } from '#domain/records';
import { holdsPoint } from '../../apps/web/map/basemap-data/label-point';
import { findingsOf } from './assessments';
import { decisions } from './decision-table';
import { frictionSurface } from './friction-surface';
import { groundRecord } from './ground-record';
import { initiativeOf } from './initiative-row';
import { assistanceRows } from './initiatives-assistance';
import { awarenessRows } from './initiatives-awareness';
import { careRows } from './initiatives-care';
import { preventionRows } from './initiatives-prevention';
import { organisations } from './organisation-table';
import { programmeRecords } from './programme-rows';
import { Random } from './random';
import { settle, type Settlement } from './settlements';
import { structuresByTown, type ExerciseStructure } from './structure-table';
import { townPosition } from './towns';
import { drawZones, joinZones, readLand, splitZone, type Polygons } from './zone-outlines';
import { provinces, territories, zones, type ExerciseZone } from './zone-table';

/** The day that the exercise describes. */
export const REPORTED_ON = '2025-05-31';
const SOURCE = 'Exercice';
const SOURCE_5W = 'Exercice, 5W de mai 2025';
const SOURCE_ASSESSMENTS = 'Exercice, évaluations des structures';
/** Zones that are also split into health areas, around their settlements. */
const WITH_HEALTH_AREAS = ['Bunia', 'Beni'];

interface DrawnZone {
  readonly zone: ExerciseZone;
  readonly outline: Polygons | null;
  readonly settlements: readonly Settlement[];
}

/** Every record of the exercise, in the order of the file, which numbers their rows. The same on every machine. */
export function exerciseRecords(): ImportRecord[] {
  const records = recordsInOrder();
  const ground: ImportRecord = { kind: 'raster', record: groundRecord(frictionSurface(areasOf(records))) };
  return [...records, ground].map((entry, at) => ({ ...entry, record: { ...entry.record, sourceRow: at + 1 } }) as ImportRecord);
}

/** The areas among records. */
export const areasOf = (records: readonly ImportRecord[]): AreaRecord[] => records.flatMap(({ kind, record }) => (kind === 'area' ? [record] : []));

/** All but the ground, which is drawn over the areas. */
export function recordsInOrder(): ImportRecord[] {
  const mapped = zones.filter((zone) => zone.mapped);
  const outlines = drawZones(readLand(), mapped.map(({ town, reach }) => ({ at: townPosition(town), reach })));
  const drawn = zones.map((zone): DrawnZone => {
    const outline = outlines[mapped.indexOf(zone)] ?? null;
    return { zone, outline, settlements: outline ? settle(zone, outline) : [] };
  });
  const initiatives = [...awarenessRows, ...careRows, ...assistanceRows, ...preventionRows].map((row, at) => initiativeOf(row, at + 1, REPORTED_ON, SOURCE_5W));
  return [
    ...areaRecords(drawn).map((record): ImportRecord => ({ kind: 'area', record })),
    ...placeRecords(drawn),
    ...Object.values(organisations).map(({ name, acronym, type, typeAsGiven, aliases }): ImportRecord => ({ kind: 'organisation', record: { name, acronym, type, typeAsGiven, aliases: [...aliases], source: SOURCE, sourceRow: null } })),
    ...structureRecords(drawn),
    ...initiatives.map((record): ImportRecord => ({ kind: 'initiative', record })),
    ...decisions.map(({ titles, verdict, reason, decidedBy, decidedOn }): ImportRecord => {
      const [subjectA, subjectB] = titles.map((title) => initiatives.find((one) => one.title === title)?.externalId).sort();
      if (!subjectA || !subjectB) throw new Error(`exerciseRecords: no two initiatives called ${titles.join(' and ')}`);
      const record: DecisionRecord = { subject: 'overlap', subjectA: `exercise:${subjectA}`, subjectB: `exercise:${subjectB}`, verdict, reason, decidedBy, decidedOn, source: SOURCE, sourceRow: null };
      return { kind: 'decision', record };
    }),
    ...programmeRecords(),
  ];
}

/** Provinces and territories are their zones together. */
function areaRecords(drawn: readonly DrawnZone[]): AreaRecord[] {
  const under = (prefix: string): DrawnZone[] => drawn.filter(({ zone }) => zone.code.startsWith(prefix));
  const joined = (prefix: string): Polygons => joinZones(under(prefix).flatMap(({ outline }) => (outline ? [outline] : [])));
  const areas: Omit<AreaRecord, 'source' | 'sourceRow' | 'codes' | 'validFrom' | 'validTo'>[] = [
    ...provinces.map(({ code, name }) => ({ type: 'province' as const, code, name, parentCode: null, geometry: multiPolygon(joined(code)), population: sumOf(under(code)) })),
    ...Object.entries(territories).map(([code, name]) => ({ type: 'territory' as const, code, name: `${name} (exercice)`, parentCode: code.slice(0, 4), geometry: multiPolygon(joined(code)), population: sumOf(under(code)) })),
    ...drawn.map(({ zone, outline }) => ({ type: 'healthZone' as const, code: zone.code, name: `${zone.town} (exercice)`, parentCode: zone.code.slice(0, 4), geometry: outline ? multiPolygon(outline) : null, population: figure(zone.population) })),
    ...drawn.filter(({ zone }) => WITH_HEALTH_AREAS.includes(zone.town)).flatMap(healthAreas),
  ];
  return areas.map((area) => ({ ...area, codes: { exercice: area.code.replace('XX', 'EX-') }, validFrom: null, validTo: null, source: SOURCE, sourceRow: null }));
}

function healthAreas({ zone, outline, settlements }: DrawnZone): Pick<AreaRecord, 'type' | 'code' | 'name' | 'parentCode' | 'geometry' | 'population'>[] {
  const outlines = splitZone(outline ?? [], settlements.map(({ at }) => ({ at, reach: 1 })));
  return settlements.map(({ name, population }, at) => ({
    type: 'healthArea',
    code: `${zone.code}AS${String(at + 1).padStart(2, '0')}`,
    name: `${shortName(name)} (aire d’exercice)`,
    parentCode: zone.code,
    geometry: multiPolygon(outlines[at] ?? []),
    population: figure(population),
  }));
}

const multiPolygon = (coordinates: Polygons): AreaRecord['geometry'] => ({ type: 'MultiPolygon', coordinates });
const figure = (value: number | null): AreaRecord['population'] => (value === null ? null : { value, year: 2025, source: SOURCE });

/** Null as soon as one zone is not counted: a sum without it would be too low and look exact. */
function sumOf(drawn: readonly DrawnZone[]): AreaRecord['population'] {
  const counts = drawn.map(({ zone }) => zone.population);
  return counts.includes(null) ? null : figure(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0));
}

/** `Localité d’exercice Beni 2` → `Beni 2`; `Site d’exercice Goma` → `Goma, site`. */
const shortName = (name: string): string => name.replace(/^Localité d’exercice /, '').replace(/^Site d’exercice (.*)$/, '$1, site');

function placeRecords(drawn: readonly DrawnZone[]): ImportRecord[] {
  const places = drawn.flatMap(({ zone, settlements }) => settlements.map((settlement, at) => ({ ...settlement, externalId: `${zone.code}-${at + 1}` })));
  return places.map(({ externalId, type, name, at, population }): ImportRecord => ({ kind: 'place', record: { externalId, type, name, lngLat: [...at], population, source: SOURCE, sourceRow: null } }));
}

/** Each structure is followed by its assessments. */
function structureRecords(drawn: readonly DrawnZone[]): ImportRecord[] {
  const records: ImportRecord[] = [];
  let [structureRow, assessmentRow] = [0, 0];
  for (const drawnZone of drawn) {
    for (const structure of structuresByTown[drawnZone.zone.town] ?? []) {
      structureRow += 1;
      const externalId = `STR-${String(structureRow).padStart(3, '0')}`;
      records.push({ kind: 'structure', record: structureRecord(structure, drawnZone, externalId) });
      for (const finding of findingsOf(structure, externalId)) {
        assessmentRow += 1;
        records.push({ kind: 'assessment', record: { externalId: `EVA-${String(assessmentRow).padStart(3, '0')}`, structureScheme: 'exercise', structureExternalId: externalId, assessedBy: organisations.DPS.name, ...finding, source: SOURCE_ASSESSMENTS, sourceRow: null } });
      }
    }
  }
  return records;
}

function structureRecord(structure: ExerciseStructure, { zone, outline, settlements }: DrawnZone, externalId: string): StructureRecord {
  const { type, settlement, ownership, tier, supportedBy, typeAsGiven } = structure;
  const place = settlement === null ? null : (settlements[settlement] ?? (settlement === 0 ? { name: zone.town, at: townPosition(zone.town) } : null));
  if (settlement !== null && !place) throw new Error(`structureRecord: ${zone.town} has no settlement ${settlement}`);
  const where = shortName(place?.name ?? zone.town);
  const label = type === 'mobile' ? 'Équipe mobile' : type;
  return {
    scheme: 'exercise',
    externalId,
    name: structure.name ?? `${label} d’exercice ${where}`,
    type,
    typeAsGiven,
    ownership,
    lngLat: place && outline ? siteNear(place.at, outline, new Random(`site ${externalId}`)) : null,
    areaCode: zone.code,
    areaName: null,
    tier,
    supportedBy: supportedBy.map((key) => organisations[key].name),
    source: SOURCE,
    sourceRow: null,
  };
}

/** Within about a kilometre of the middle of the settlement, and not in the lake beside it. */
function siteNear(middle: readonly [number, number], outline: Polygons, random: Random): [number, number] {
  const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;
  for (let tries = 0; tries < 200; tries += 1) {
    const at: [number, number] = [round(middle[0] + random.between(-0.009, 0.009)), round(middle[1] + random.between(-0.009, 0.009))];
    if (outline.some((rings) => holdsPoint(rings, at))) return at;
  }
  throw new Error(`siteNear: no ground within a kilometre of ${middle.join(', ')}`);
}
