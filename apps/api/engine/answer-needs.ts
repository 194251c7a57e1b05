import { needOf, type Need } from '#domain/readiness-needs';
import { needs } from '#domain/vocabularies/programmes';
import { barriers as barrierCodes } from '#domain/vocabularies/structures';
import type { NeedsAnswer } from '../contract/readiness';
import { parametersOf } from './answer-gaps';
import { provinceName } from './area-sets';
import { type Barrier, barriersNamed } from './barriers-named';
import { byText } from './by-text';
import type { Dataset } from './dataset';
import { type Gain, Gains } from './gains';
import { type GapView, viewGaps } from './gap-view';
import type { EngineQuestions } from './messages';
import { resolveQuestion } from './resolve-question';
import { shownPeople } from './shown-people';
import { structureHead } from './structure-head';
import { READINESS } from './structures';

type Summary = NeedsAnswer['total'];
type Shown = NeedsAnswer['structures'][number];

/** A structure that may give care; `need` null: it is ready. */
interface Judged {
  readonly number: number;
  readonly need: Need | null;
  readonly barriers: readonly Barrier[];
}

/** What stands between each structure and readiness, per area and in all, and who would gain (domain.md §6). */
export function answerNeeds(dataset: Dataset, { limit, ...question }: EngineQuestions['needs']['question']): NeedsAnswer {
  const view = viewGaps(dataset, resolveQuestion(dataset, question));
  const gains = new Gains(view);
  const byArea = new Map<number, Judged[]>(view.kept.map((area) => [area, []]));
  const all = view.kept.length === view.set.areas.length;
  const counted: Judged[] = [];
  view.judged.level.forEach((level, number) => {
    if (level === READINESS.noCare) return;
    const area = byArea.get(dataset.structures.areaOf[view.set.type][number] ?? -1);
    if (area === undefined && !all) return;
    const one = { number, need: level === READINESS.ready ? null : needOf(view.judged.result(number), view.question.judging.standard), barriers: barriersNamed(dataset.structures.evidence[number], view.question.judging) };
    area?.push(one);
    counted.push(one);
  });
  const lacking = counted.flatMap((one) => (one.need === null ? [] : [showStructure(view, one.number, one.need, one.barriers, gains.of([one.number]))]));
  lacking.sort((a, b) => byGain(a, b) || byText(a.structureName, b.structureName) || byText(a.structureId, b.structureId));
  const areas = [...byArea].flatMap(([area, here]): NeedsAnswer['areas'] => {
    const row = view.set.areas[area];
    if (row === undefined || here.length === 0) return [];
    return [{ code: row.code, name: row.name, provinceCode: row.provinceCode, provinceName: provinceName(dataset.sets, row.provinceCode), ...summarise(here, gains, (gain) => showGain(view, gain)) }];
  });
  areas.sort((a, b) => byGain(a, b) || byText(a.code, b.code));
  return {
    parameters: parametersOf(view.question),
    dataVersion: dataset.heading.dataVersion,
    exercise: dataset.heading.exercise,
    total: summarise(counted, gains, (gain) => ({ leaveGap: gain?.leaveGap ?? null, leaveBlindSpot: gain?.leaveBlindSpot ?? null })),
    areas,
    structuresTotal: lacking.length,
    structures: lacking.slice(0, limit),
  };
}

type ShownGain = Pick<Summary, 'leaveGap' | 'leaveBlindSpot'>;

function summarise(counted: readonly Judged[], gains: Gains, show: (gain: Gain | null) => ShownGain): Summary {
  const lacking = counted.filter(({ need }) => need !== null);
  const gainOf = (group: readonly Judged[]): ShownGain => show(gains.of(group.map(({ number }) => number)));
  const naming = (rank: number, barrier: Barrier): number => lacking.filter(({ barriers }) => barriers[rank] === barrier).length;
  return {
    structures: counted.length,
    ready: counted.length - lacking.length,
    needs: needs.codes.map((need) => {
      const group = lacking.filter((one) => one.need === need);
      return { need, structures: group.length, ...gainOf(group) };
    }),
    ...gainOf(lacking),
    barriers: barrierCodes.codes.map((barrier) => ({ barrier, first: naming(0, barrier), second: naming(1, barrier), third: naming(2, barrier) })),
  };
}

function showStructure(view: GapView, number: number, need: Need, barriers: readonly Barrier[], gain: Gain | null): Shown {
  const { readiness, missing, unknown, evidenceOn } = view.judged.result(number);
  return { ...structureHead(view.dataset, number), need, readiness, missing: [...missing], unknown: [...unknown], evidenceOn, ...showGain(view, gain), barriers: [...barriers] };
}

/** Of one structure or area: what is not known in full is not shown as a number. */
function showGain({ dataset: { heading: { viewer } } }: GapView, gain: Gain | null): ShownGain {
  if (gain?.known !== true) return { leaveGap: null, leaveBlindSpot: null };
  return { leaveGap: shownPeople(viewer, gain.leaveGap), leaveBlindSpot: shownPeople(viewer, gain.leaveBlindSpot) };
}

/** Most people out of the gap first, then out of the blind spot; unknown last. */
const byGain = (a: ShownGain, b: ShownGain): number => (b.leaveGap ?? -1) - (a.leaveGap ?? -1) || (b.leaveBlindSpot ?? -1) - (a.leaveBlindSpot ?? -1);
