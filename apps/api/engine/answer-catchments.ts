import { catchmentOfAreas, type CatchmentSites, floatingCatchment, LUO_QI_WEIGHTS } from '#analysis/floating-catchment';
import { packLists } from '#analysis/siting-lists';
import { seesStock } from '#domain/viewer';
import type { CatchmentsAnswer } from '../contract/catchments';
import { parametersOf } from './answer-gaps';
import { provinceName } from './area-sets';
import type { Dataset } from './dataset';
import { sourcesOf } from './gap-summary';
import { type GapView, viewGaps } from './gap-view';
import type { GapQuestion } from './messages';
import type { Reach } from './reach-by/reach';
import { reachOf } from './reach-by/reach-of';
import { resolveQuestion, type ResolvedQuestion } from './resolve-question';
import { mayBeReady, READINESS } from './structures';

/** Bands of a reach are equally wide. */
const BANDS = LUO_QI_WEIGHTS.length;

/** Trained staff of ready structures to 100,000 people of each area (E2SFCA). Of unknown readiness or staff: not zero, so what it reaches has at least the rest. */
export function answerCatchments(dataset: Dataset, question: GapQuestion): CatchmentsAnswer {
  const view = viewGaps(dataset, resolveQuestion(dataset, question));
  const { level, set, kept, question: { parameters: { threshold } } } = view;
  const { sites, withoutPosition } = catchmentSites(view);
  const people = level.people.map((heads, point) => (dataset.levels.people.known[point] === 1 ? heads : NaN));
  const areas = catchmentOfAreas(floatingCatchment(sites, people, LUO_QI_WEIGHTS), people, level.areaOfPoint, level.areaCount);
  const shown = seesStock(dataset.heading.viewer);
  return {
    parameters: parametersOf(view.question),
    dataVersion: dataset.heading.dataVersion,
    exercise: dataset.heading.exercise,
    sources: sourcesOf(dataset, view),
    bands: LUO_QI_WEIGHTS.map((weight, band) => ({ upTo: (threshold * (band + 1)) / BANDS, weight })),
    structures: { counted: sites.capacity.filter((staff) => !Number.isNaN(staff)).length, unknown: sites.capacity.filter(Number.isNaN).length, withoutPosition },
    shown,
    areas: kept.flatMap((area): CatchmentsAnswer['areas'] => {
      const row = set.areas[area];
      const ratio = areas.ratio[area] ?? NaN;
      return row === undefined ? [] : [{ code: row.code, name: row.name, provinceCode: row.provinceCode, provinceName: provinceName(dataset.sets, row.provinceCode), per100000: shown && Number.isFinite(ratio) ? ratio * 100_000 : null, atLeast: areas.atLeast[area] === 1 }];
    }),
  };
}

/** Who reaches whom up to the end of each band. */
export const reachByBand = (dataset: Dataset, question: ResolvedQuestion): Reach[] => LUO_QI_WEIGHTS.map((_, band) => reachOf(dataset, { ...question, limit: (question.limit * (band + 1)) / BANDS }));

/** Structures that are ready, or of which nobody knows, with the points of their catchment by band. */
function catchmentSites({ dataset, question, judged }: GapView): { sites: CatchmentSites; withoutPosition: number } {
  const byBand = reachByBand(dataset, question);
  const lists: Int32Array[] = [];
  const bands: number[] = [];
  const capacity: number[] = [];
  let withoutPosition = 0;
  for (const [structure, readiness] of judged.level.entries()) {
    if (!mayBeReady(readiness)) continue;
    const within = byBand.map((reach) => reach.reachedBy(structure));
    const points = within.at(-1) ?? null;
    if (points === null) {
      withoutPosition += 1;
      continue;
    }
    const bandOfPoint = new Map<number, number>();
    within.forEach((nearer, band) => nearer?.forEach((point) => bandOfPoint.set(point, Math.min(band, bandOfPoint.get(point) ?? band))));
    lists.push(points);
    for (const point of points) bands.push(bandOfPoint.get(point) ?? BANDS - 1);
    capacity.push(readiness === READINESS.ready ? trainedStaff(judged, structure) : NaN);
  }
  return { sites: { reaches: packLists(lists), band: Uint8Array.from(bands), capacity: Float64Array.from(capacity) }, withoutPosition };
}

/** People trained, as the standard counts them; NaN where nobody knows, or it does not ask. */
function trainedStaff(judged: GapView['judged'], structure: number): number {
  const staff = judged.judging.standard.criteria.filter(({ kind }) => kind === 'trainedStaff').map(({ code }) => code);
  const counted = judged.result(structure).criteria.filter(({ code, quantity }) => staff.includes(code) && quantity !== null);
  return counted.length === 0 ? NaN : counted.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
}
