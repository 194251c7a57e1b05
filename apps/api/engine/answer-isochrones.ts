import { isochrone } from '#analysis/isochrones';
import { simplifyPolygons } from '#analysis/simplify-rings';
import { TRAVEL_TIME_BAND } from '#domain/units';
import type { IsochronesAnswer } from '../contract/reach';
import { problemAt } from '../problem';
import { reachParametersOf } from './answer-nearest';
import type { Dataset } from './dataset';
import { judgedOn } from './judged';
import type { EngineQuestions } from './messages';
import { fieldOf, numbersOf } from './reach-by/travel-fields';
import { footingOn } from './reach-by/travel-ground';
import { resolveQuestion } from './resolve-question';
import type { Surface } from './surface';
import { surfaceShown } from './surface-shown';

type Feature = IsochronesAnswer['features'][number];

/** Corners of all bands together: some 250 kB on the wire, compressed. */
const MOST_POINTS = 40_000;

/** Where ready care is within so many minutes on the day asked about. Throws `isochronesNeedTravelTime` for another metric, `frictionMissing` without a surface. */
export function answerIsochrones(dataset: Dataset, { minutes, ...question }: EngineQuestions['isochrones']['question']): IsochronesAnswer {
  if (question.reach !== 'travelTime') throw problemAt('isochronesNeedTravelTime', 'reach', question.reach, 'travelTime');
  const { surface } = dataset;
  const shown = surfaceShown(surface);
  if (surface === null || shown === null) throw problemAt('frictionMissing', 'reach', 'travelTime', null);
  const resolved = resolveQuestion(dataset, question);
  const day = surface.on(resolved.judging.at);
  const judged = judgedOn(dataset, resolved.judging);
  const field = fieldOf(dataset, surface, day, judged, 'ready');
  const footing = footingOn(dataset, surface, day);
  const bounds = [...new Set(minutes)].sort((a, b) => b - a);
  const { threshold, ...parameters } = reachParametersOf(resolved);
  return {
    type: 'FeatureCollection',
    parameters,
    dataVersion: dataset.heading.dataVersion,
    exercise: dataset.heading.exercise,
    surface: shown,
    structures: numbersOf(judged, 'ready').filter((number) => footing.structures[number] === 1).length,
    features: bounds.map((bound) => bandOf(surface, field.minutes, bound, Math.floor(MOST_POINTS / bounds.length))),
  };
}

function bandOf(surface: Surface, field: Float32Array, minutes: number, mostPoints: number): Feature {
  const { width, height, cellWidthM } = surface.grid;
  const { polygons } = simplifyPolygons(isochrone(width, height, field, minutes), mostPoints);
  // A tenth of a cell is as fine as the eye needs, and every digit counts on the wire.
  const digits = (cellWidthM[height >> 1] ?? 0) < 500 ? 4 : 3;
  const rounded = ([column, row]: readonly [number, number]): [number, number] => {
    const [lng, lat] = surface.positionOf(column, row);
    return [Number(lng.toFixed(digits)), Number(lat.toFixed(digits))];
  };
  return {
    type: 'Feature',
    properties: { minutes, upTo: Math.ceil(minutes * TRAVEL_TIME_BAND[1]) },
    geometry: { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map((ring) => ring.map(rounded))) },
  };
}
