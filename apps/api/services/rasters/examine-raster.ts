import { MAX_GRID_CELLS } from '#analysis/friction-grid';
import { boundsOf, frameOf } from '#analysis/raster-frame';
import { issue, type Issue } from '#domain/issue';
import type { RasterKind, RasterRecord } from '#domain/reach-records';
import { areaTypes } from '#domain/vocabularies/places';
import { type RasterValues, valueFaults } from '#interchange/rasters/check-values';
import type { OpenRaster } from '#interchange/rasters/open-raster';
import { rasterKindOf, rasterYearOf } from '#interchange/rasters/raster-kind';
import { type AreaSets, baseLevelOf } from '../../engine/area-sets';
import { deriveFriction, type DerivedFriction, derivePeople, type DerivedPeople, extentOf, FRICTION, type OnRowsRead, outlinesDigest, PEOPLE } from './derive-ground';
import type { RasterSummary } from './raster-summary';
import { derived } from './raster-folder';

/** What is to be known of a raster that is handed in. */
export interface RasterQuestion {
  readonly fileName: string;
  readonly sha256: string;
  readonly rastersDir: string;
  /** Null: by the name and the words of the file. */
  readonly kind: RasterKind | null;
  readonly source: string;
  /** Null: by the name of the file. */
  readonly year: number | null;
}

/** What was found. Null record: an issue is an error. */
export interface ExaminedRaster {
  readonly kind: RasterKind | null;
  readonly record: RasterRecord | null;
  readonly summary: RasterSummary | null;
  readonly issues: readonly Issue[];
}

/** Reads a raster once, checks it against the areas that are loaded, and keeps beside the rasters what was worked out. */
export async function examineRaster(raster: OpenRaster, question: RasterQuestion, sets: AreaSets, onRows: OnRowsRead): Promise<ExaminedRaster> {
  const kind = question.kind ?? rasterKindOf(question.fileName, raster.words);
  const refused = (...issues: Issue[]): ExaminedRaster => ({ kind, record: null, summary: null, issues });
  if (kind === null) return refused(issue('rasterKindUnknown', 'error', { value: question.fileName, expected: '--kind population | friction' }));
  const bounds = boundsOf(frameOf(raster.placement));
  const extent = extentOf(sets);
  if (extent === null) return refused(issue('rasterWithoutAreas', 'error'));
  if (bounds[0] > extent[2] || bounds[2] < extent[0] || bounds[1] > extent[3] || bounds[3] < extent[1]) return refused(elsewhere(bounds, extent));

  const found = await workOut(raster, kind, question, sets, onRows);
  if (found === null) return refused(elsewhere(bounds, extent));
  const { people, friction } = found;
  const { values } = people ?? friction;
  const issues = [...valueFaults(kind, values)];
  if (people !== null && issues.length === 0) issues.push(...peopleIssues(people, sets, elsewhere(bounds, extent)));
  if (friction !== null && friction.coarsened > 1) issues.push(issue('rasterCoarsened', 'warning', { value: `× ${String(friction.coarsened)}`, expected: `≤ ${String(MAX_GRID_CELLS)}` }));
  if (issues.some(({ severity }) => severity === 'error')) return { ...refused(), issues };
  const record = recordOf(raster, kind, question, bounds, values);
  return { kind, record, summary: summaryOf(record, people, friction, sets), issues };
}

type WorkedOut = { readonly people: DerivedPeople; readonly friction: null } | { readonly people: null; readonly friction: DerivedFriction };

async function workOut(raster: OpenRaster, kind: RasterKind, { rastersDir, sha256 }: RasterQuestion, sets: AreaSets, onRows: OnRowsRead): Promise<WorkedOut | null> {
  const name = `${kind === 'population' ? PEOPLE : FRICTION}.${outlinesDigest(sets)}`;
  if (kind === 'population') return { people: await derived(rastersDir, sha256, name, () => derivePeople(raster, sets, onRows)), friction: null };
  const friction = await derived(rastersDir, sha256, name, () => deriveFriction(raster, sets, onRows));
  return friction === null ? null : { people: null, friction };
}

const shownBox = (box: readonly number[]): string => box.map((degrees) => degrees.toFixed(2)).join(' ');
const elsewhere = (bounds: readonly number[], extent: readonly number[]): Issue => issue('rasterElsewhere', 'error', { value: shownBox(bounds), expected: shownBox(extent) });

/** So many times as many, or as few, as are known of the same areas are not the same people counted. */
const IMPLAUSIBLE_RATIO = 10;
const WORTH_COMPARING = 10_000;

function peopleIssues({ byLevel, total, outside }: DerivedPeople, sets: AreaSets, nowhere: Issue): Issue[] {
  if (outside >= total) return [nowhere];
  const base = baseLevelOf(sets);
  const sums = byLevel[areaTypes.codes.indexOf(base)] ?? new Float64Array();
  let [here, known] = [0, 0];
  sets[base].areas.forEach(({ population }, area) => {
    if (population === null || !((sums[area] ?? 0) > 0)) return;
    here += sums[area] ?? 0;
    known += population.value;
  });
  const comparable = Math.max(here, known) > WORTH_COMPARING;
  if (comparable && (here > IMPLAUSIBLE_RATIO * known || known > IMPLAUSIBLE_RATIO * here)) return [issue('peopleImplausible', 'error', { value: String(Math.round(here)), expected: `≈ ${String(known)}` })];
  return Math.round(outside) > 0 ? [issue('peopleOutside', 'warning', { value: String(Math.round(outside)), expected: String(Math.round(total)) })] : [];
}

/** Identity is what the file holds: the same bytes are the same raster, whatever the file is called. */
function recordOf({ placement: { crs, width, height } }: OpenRaster, kind: RasterKind, { fileName, sha256, source, year }: RasterQuestion, bounds: RasterRecord['bounds'], { cellsKnown, min, max, sum }: RasterValues): RasterRecord {
  return {
    scheme: 'raster', externalId: sha256, kind, title: fileName.replace(/\.tiff?$/i, ''), sha256, width, height, crs, bounds, cellsKnown, min, max,
    total: kind === 'population' ? sum : null, year: year ?? rasterYearOf(fileName), source, sourceRow: null,
  };
}

function summaryOf(record: RasterRecord, people: DerivedPeople | null, friction: DerivedFriction | null, sets: AreaSets): RasterSummary {
  const { kind, crs, width, height, bounds, cellsKnown, min, max, year } = record;
  const ofProvinces = people?.byLevel[areaTypes.codes.indexOf('province')] ?? new Float64Array();
  const provinces = sets.province.areas.flatMap(({ code, name, population }, area) => {
    const here = Math.round(ofProvinces[area] ?? 0);
    return here > 0 ? [{ code, name, people: here, before: population?.value ?? null }] : [];
  });
  return {
    kind, crs, width, height, bounds, cellsKnown, min, max, year, provinces,
    people: people === null ? null : Math.round(people.total),
    peopleOutside: people === null ? null : Math.round(people.outside),
    coarsened: friction?.coarsened ?? 1,
  };
}
