import { locate } from '#analysis/polygon-index';
import type { NearestAnswer } from '../contract/reach';
import { provinceName } from './area-sets';
import type { Dataset } from './dataset';
import { NearestFromHere } from './nearest-from-here';
import { judgedOn } from './judged';
import type { EngineQuestions } from './messages';
import { reachOf } from './reach-by/reach-of';
import { resolveQuestion, type ResolvedQuestion } from './resolve-question';
import { surfaceShown } from './surface-shown';

/** The parameters that say how structures are judged and reached. */
export function reachParametersOf({ parameters }: ResolvedQuestion): NearestAnswer['parameters'] {
  const { awarenessMonths, theta, evidence, ...kept } = parameters;
  return kept;
}

/** What is nearest to a position: ready, almost ready, and of unknown readiness. Only what the viewer's data set holds. */
export function answerNearest(dataset: Dataset, { lngLat, ...question }: EngineQuestions['nearest']['question']): NearestAnswer {
  const resolved = resolveQuestion(dataset, question);
  const here = new NearestFromHere(dataset, judgedOn(dataset, resolved.judging), reachOf(dataset, resolved), lngLat);
  return {
    parameters: reachParametersOf(resolved),
    dataVersion: dataset.heading.dataVersion,
    exercise: dataset.heading.exercise,
    lngLat: [...lngLat],
    area: areaAt(dataset, resolved.parameters.areaType, lngLat),
    surface: surfaceShown(dataset.surface),
    ground: here.ground,
    ready: here.of('ready'),
    almost: here.of('almost'),
    unknown: here.of('unknown'),
  };
}

/** By the outlines of the level; where it has none, by the chain of parents of the area that people are placed in. */
function areaAt({ sets, base, levels }: Dataset, type: ResolvedQuestion['parameters']['areaType'], [lng, lat]: readonly [number, number]): NearestAnswer['area'] {
  const set = sets[type];
  const inBase = locate(sets[base].index, lng, lat);
  const number = set.hasOutlines ? locate(set.index, lng, lat) : inBase === -1 ? -1 : levels.ancestor({ type: base, number: inBase }, type);
  const area = set.areas[number];
  return area === undefined ? null : { code: area.code, name: area.name, provinceCode: area.provinceCode, provinceName: provinceName(sets, area.provinceCode) };
}
