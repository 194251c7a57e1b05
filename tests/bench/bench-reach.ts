import type { AnalysisArea, AnalysisEvidence, AnalysisStructure } from '#db/stores/analysis-input';
import { cmrMinimum } from '#domain/shipped-standards';
import { answerForecast } from '#api/engine/answer-forecast';
import { answerGaps, answerSweep } from '#api/engine/answer-gaps';
import { answerIsochrones } from '#api/engine/answer-isochrones';
import { answerNearest } from '#api/engine/answer-nearest';
import { answerNeeds } from '#api/engine/answer-needs';
import { buildDataset, type Dataset } from '#api/engine/dataset';
import { explainArea } from '#api/engine/explain-area';
import type { GapQuestion } from '#api/engine/messages';
import { gzipSync } from 'node:zlib';
import { compare } from './compare';
import { FRAME, makePositions, makeZones } from './make-country';
import { makeFriction } from './make-friction';

const ZONES = 519;
const STRUCTURES = 6021;
/** The first so many are ready, as many more lack kits, and of the others nobody knows anything. */
const READY = 300;
/** Of about a kilometre: the country is 5.2 million of them. */
const CELL = 1 / 120;

const question: GapQuestion = { areaType: 'healthZone', service: 'cmr', asOf: '2025-05-31', at: null, reach: 'travelTime', threshold: 120, awarenessMonths: 6, theta: 0.5, standard: null, evidence: 'reported', filters: {} };

/** Answers by travel time at country scale: the first one, which works out the fields and tables, and the next ones, which do not. */
export function benchmarkReach(): void {
  const dataset = makeCountry();
  const size = `${ZONES} zones, ${dataset.levels.demand.lng.length} points, ${STRUCTURES} structures, ${dataset.surface?.grid.friction.length ?? 0} cells`;
  console.log(`\nTravel time in answers (${size})`);
  const first = (task: string, run: () => unknown): void => {
    const started = performance.now();
    run();
    console.log(`  ${task}: ${(performance.now() - started).toFixed(0)} ms, once for the data, the day and what is closed`);
  };
  first('the first answer about gaps within 120 min, with its fields and its table', () => answerGaps(dataset, question));
  first('within 240 min, with another table', () => answerGaps(dataset, { ...question, threshold: 240 }));
  first('within 480 min, counted up to 240', () => answerGaps(dataset, { ...question, threshold: 480 }));
  first('the forecast of 90 days', () => answerForecast(dataset, question));
  const isochrones = answerIsochrones(dataset, { ...question, minutes: [30, 60, 90, 120] });
  console.log(`  isochrones of four bounds: ${(gzipSync(JSON.stringify(isochrones)).length / 1000).toFixed(0)} kB compressed`);

  let round = 0;
  // Another θ in every round: classes are worked out anew, and no answer is remembered.
  const theta = (): number => 0.3 + ((round++ * 37) % 400) / 1000;
  const goal = { goalMs: 300, rounds: 7 };
  compare({ task: `Gaps within 120 min, the fields known (${size})`, ...goal, ours: { name: 'answer', run: () => JSON.stringify(answerGaps(dataset, { ...question, theta: theta() })) } });
  compare({ task: `All steps of the slider (${size})`, ...goal, ours: { name: 'sweep', run: () => JSON.stringify(answerSweep(dataset, { ...question, theta: theta() })) } });
  const codes = dataset.sets.healthZone.areas.map(({ code }) => code);
  compare({ task: `One zone explained (${size})`, ...goal, ours: { name: 'explanation', run: () => JSON.stringify(explainArea(dataset, { ...question, code: codes[round++ % codes.length] ?? '' })) } });
  const { lng, lat } = makePositions(100, 71);
  compare({ task: `Nearest from anywhere, with the way (${size})`, ...goal, rounds: 25, ours: { name: 'nearest', run: () => JSON.stringify(answerNearest(dataset, { ...question, lngLat: [lng[round % 100] ?? 0, lat[round++ % 100] ?? 0] })) } });
  compare({ task: `What structures lack, and who would gain (${size})`, ...goal, ours: { name: 'needs', run: () => JSON.stringify(answerNeeds(dataset, { ...question, theta: theta(), limit: 100 })) } });
  compare({ task: `Isochrones of four bounds (${size})`, rounds: 3, ours: { name: 'isochrones', run: () => JSON.stringify(answerIsochrones(dataset, { ...question, minutes: [30, 60, 90, 120 + (round++ % 9)] })) } });
}

function makeCountry(): Dataset {
  const zones = makeZones(ZONES, 4, 1);
  const areas = zones.map((outline, i): AnalysisArea => {
    const code = `Z${String(i).padStart(4, '0')}`;
    return { id: code, code, type: 'healthZone', name: code, parentCode: null, provinceCode: null, geojson: JSON.stringify({ type: 'MultiPolygon', coordinates: outline }), areaKm2: 1000, population: { value: 100_000 + i, year: 2024, source: 'S' }, source: 'B' };
  });
  const { lng, lat } = makePositions(STRUCTURES, 41);
  const structures = Array.from(lng, (east, i): AnalysisStructure => {
    const id = `s${String(i).padStart(5, '0')}`;
    return { id, name: id, type: 'CS', lngLat: [east, lat[i] ?? 0], healthZoneCode: null, territoryCode: null, provinceCode: null, source: 'L' };
  });
  const evidence = structures.slice(0, 2 * READY).map(({ id }, i): AnalysisEvidence => ({
    structureId: id,
    evidence: {
      assessedOn: '2025-05-01', assessedBy: null, source: 'A', functionality: 'full', accessibility: 'full', protocol: 'unknown', privateRoom: 'unknown', referralPath: 'unknown', services: [],
      trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: 1, women: null, men: null, trainedOn: '2025-01-01', protocolVersion: null }],
      stockLines: [{ item: 'pepKitAdult', batch: null, quantity: i < READY ? 5 : 0, expiry: `2025-0${7 + (i % 3)}-01`, countedOn: '2025-05-01' }],
    },
  }));
  const [west, south, east, north] = FRAME;
  const [width, height] = [Math.ceil((east - west) / CELL), Math.ceil((north - south) / CELL)];
  const { friction } = makeFriction(width, height, 51);
  const record = { scheme: 'raster', externalId: 'f', kind: 'friction' as const, title: 'Seeded', sha256: '0'.repeat(64), width, height, crs: 'EPSG:4326', bounds: [west, south, east, north] as [number, number, number, number], cellsKnown: 1, min: 0.0012, max: 0.1, total: null, year: 2020, source: 'Seeded', sourceRow: 1 };
  const rows = { areas, structures, evidence, places: [], programmes: [], initiatives: [], decisions: [] };
  return buildDataset({ viewer: 'coordination', dataVersion: 1, exercise: false, today: '2026-01-01', standards: [cmrMinimum] }, rows, { friction: { record, placement: { crs: 'EPSG:4326', width, height, west, north, cellX: CELL, cellY: CELL }, coarsened: 1, friction } });
}
