import type { AnalysisArea, AnalysisEvidence, AnalysisProgramme, AnalysisStructure } from '#db/stores/analysis-input';
import { answerGaps } from '#api/engine/answer-gaps';
import { buildDataset, type Dataset, type DatasetRows } from '#api/engine/dataset';
import type { GapQuestion } from '#api/engine/messages';
import type { FrictionGround } from '#api/engine/surface';
import type { MovementClosure } from '#domain/reach-records';
import { cmrMinimum } from '#domain/shipped-standards';

/**
 * River-without-a-bridge: cells of 0.01° on the equator, from 20° E and 0.05° N southward; ▓ cannot be crossed. V: the village of zone 1, 100 people.
 * C: the clinic of zone 2, with 50 people around it; 3 cells east of V as the crow flies, and only the last row leads round the water.
 *
 *        0 1 2 3 4
 *    0   . V ▓ ▓ C
 *    …   . . ▓ ▓ .      rows 1–8
 *    9   . . . . .
 */
const [COLUMNS, ROWS] = [5, 10];
const FRICTION = 0.01;
const isWater = (column: number, row: number): boolean => (column === 2 || column === 3) && row < 9;
const ground: FrictionGround = {
  record: { scheme: 'raster', externalId: 'f', kind: 'friction', title: 'Rivière', sha256: '0'.repeat(64), width: COLUMNS, height: ROWS, crs: 'EPSG:4326', bounds: [20, -0.05, 20.05, 0.05], cellsKnown: 32, min: FRICTION, max: FRICTION, total: null, year: 2020, source: 'Modèle', sourceRow: 1 },
  placement: { crs: 'EPSG:4326', width: COLUMNS, height: ROWS, west: 20, north: 0.05, cellX: 0.01, cellY: 0.01 },
  coarsened: 1,
  friction: Float32Array.from({ length: COLUMNS * ROWS }, (_, cell) => (isWater(cell % COLUMNS, Math.floor(cell / COLUMNS)) ? NaN : FRICTION)),
};
export const centreOf = (column: number, row: number): [number, number] => [20.005 + column * 0.01, 0.045 - row * 0.01];

const box = (west: number, east: number): string => JSON.stringify({ type: 'MultiPolygon', coordinates: [[[[west, -0.05], [east, -0.05], [east, 0.05], [west, 0.05], [west, -0.05]]]] });
export const zone = (code: string, west: number, east: number, population: number): AnalysisArea => ({
  id: code, code, type: 'healthZone', name: code, parentCode: null, provinceCode: null, geojson: box(west, east), areaKm2: 10, population: { value: population, year: 2024, source: 'S' }, source: 'B',
});
export const place = (id: string, lngLat: [number, number], population = 10) => ({ id, name: id, lngLat, population, source: 'S' });
export const structure = (id: string, lngLat: [number, number] | null, healthZoneCode: string): AnalysisStructure => ({ id, name: id, type: 'CS', lngLat, healthZoneCode, territoryCode: null, provinceCode: null, source: 'L' });
export const evidence = (structureId: string, more: Partial<AnalysisEvidence['evidence']> = {}): AnalysisEvidence => ({
  structureId,
  evidence: {
    assessedOn: '2025-05-01', assessedBy: null, source: 'A', functionality: 'full', accessibility: 'full', protocol: 'unknown', privateRoom: 'unknown', referralPath: 'unknown', services: [],
    trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: 1, women: null, men: null, trainedOn: '2025-01-01', protocolVersion: null }],
    stockLines: [{ item: 'pepKitAdult', batch: null, quantity: 5, expiry: '2025-08-01', countedOn: '2025-05-01' }],
    ...more,
  },
});
export const closure = (id: string, more: Partial<MovementClosure>): AnalysisProgramme => ({
  id, kind: 'movementClosure', structures: [],
  record: { scheme: 'main', externalId: id, title: id, areaCodes: [], outline: null, effect: 'blocked', factor: null, start: '2025-05-01', end: '2025-06-10', tier: 'public', source: 'S', sourceRow: null, ...more },
});

const rows = {
  areas: [zone('Z1', 20, 20.03, 100), zone('Z2', 20.03, 20.05, 50)],
  places: [place('V', centreOf(1, 0)), place('C', centreOf(4, 0))],
  structures: [structure('clinic', centreOf(4, 0), 'Z2')],
  evidence: [evidence('clinic')],
};
export const built = (more: Partial<DatasetRows> = {}, friction: FrictionGround | null = ground): Dataset =>
  buildDataset({ viewer: 'coordination', dataVersion: 1, exercise: false, today: '2026-01-01', standards: [cmrMinimum] }, { programmes: [], initiatives: [], decisions: [], ...rows, ...more }, { friction });
export const question: GapQuestion = { areaType: 'healthZone', service: 'cmr', asOf: '2025-05-31', at: null, reach: 'travelTime', threshold: 120, awarenessMonths: 6, theta: 0.5, standard: null, evidence: 'reported', filters: {} };
export const zoneOf = (dataset: Dataset, code: string, more: Partial<GapQuestion> = {}) => answerGaps(dataset, { ...question, ...more }).areas.find((one) => one.code === code);
