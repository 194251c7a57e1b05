import { CLASS_CODES } from '#analysis/classify';
import { peopleMoved } from '#analysis/people-moved';
import { type GapClass, UNCERTAIN_CLASSES } from '#domain/gap-classes';
import { MOST_CHANGED_AREAS, type WhatIfAnswer } from '../contract/what-if';
import { classLetters, parametersOf } from './answer-gaps';
import { byText } from './by-text';
import type { Dataset } from './dataset';
import { peopleIn } from './gap-area';
import { structureFigures, summariseClasses } from './gap-summary';
import { type GapView, viewGaps } from './gap-view';
import type { EngineQuestions } from './messages';
import { resolveChanges } from './resolve-changes';
import { resolveQuestion } from './resolve-question';
import { shownPeople } from './shown-people';
import { shownChanges } from './shown-changes';
import { tryChanges } from './try-changes';

/** Ready care within reach, whether people hear of it or not. */
const READY_CLASSES: readonly GapClass[] = ['joined', 'unannounced'];

/** What would be if: the classes and people of every area with some changes, and who comes out of the gap or into it. Nothing is kept. */
export function answerWhatIf(dataset: Dataset, { changes: text, ...question }: EngineQuestions['whatIf']['question']): WhatIfAnswer {
  const before = viewGaps(dataset, resolveQuestion(dataset, question));
  const changes = resolveChanges(dataset, text);
  const after = tryChanges(before, changes);
  const [gap, uncertain, ready] = [movedBetween(before, after, ['gap']), movedBetween(before, after, UNCERTAIN_CLASSES), movedBetween(before, after, READY_CLASSES)];
  const changed = changedAreas(before, after);
  return {
    parameters: parametersOf(before.question),
    dataVersion: dataset.heading.dataVersion,
    changes: shownChanges(before, changes),
    codes: after.kept.map((area) => after.set.areas[area]?.code ?? ''),
    classes: [...CLASS_CODES],
    areaClasses: classLetters(after),
    peopleInGap: after.kept.map((area) => peopleIn(after, area, ['gap'])),
    peopleUncertain: after.kept.map((area) => peopleIn(after, area, UNCERTAIN_CLASSES)),
    summary: summaryOf(after),
    before: { summary: summaryOf(before) },
    gained: { gap: gap.leave, uncertain: uncertain.leave, ready: ready.enter },
    lost: { gap: gap.enter, uncertain: uncertain.enter, ready: ready.leave },
    changedAreas: changed.slice(0, MOST_CHANGED_AREAS),
    changedTotal: changed.length,
  };
}

function summaryOf(view: GapView): WhatIfAnswer['summary'] {
  const { classes, peopleInGap, peopleUncertain } = summariseClasses(view);
  return { classes, peopleInGap, peopleUncertain, structures: structureFigures(view).structures };
}

/** Point by point, in the areas that are answered. Too few to be shown: null. */
function movedBetween(before: GapView, after: GapView, codes: readonly GapClass[]): { leave: number | null; enter: number | null } {
  const counted = new Uint8Array(before.level.areaCount);
  for (const area of before.kept) counted[area] = 1;
  const classes = Uint8Array.from(CLASS_CODES, (code) => (codes.includes(code) ? 1 : 0));
  const { leave, enter } = peopleMoved(before.level, before.classification.pointClass, after.classification.pointClass, classes, counted);
  const { viewer } = before.dataset.heading;
  return { leave: shownPeople(viewer, leave), enter: shownPeople(viewer, enter) };
}

type ChangedArea = WhatIfAnswer['changedAreas'][number];

function changedAreas(before: GapView, after: GapView): ChangedArea[] {
  const { viewer } = before.dataset.heading;
  return before.kept
    .flatMap((area): ChangedArea[] => {
      const row = before.set.areas[area];
      const [from, to] = [before.classification.areaClass[area] ?? -1, after.classification.areaClass[area] ?? -1];
      const more = (codes: readonly GapClass[]): number | null => moreOf(peopleIn(before, area, codes), peopleIn(after, area, codes), viewer);
      const change = { peopleInGap: more(['gap']), peopleUncertain: more(UNCERTAIN_CLASSES), peopleReady: more(READY_CLASSES) };
      if (row === undefined || (from === to && Object.values(change).every((people) => (people ?? 0) === 0))) return [];
      return [{ code: row.code, name: row.name, from: CLASS_CODES[from] ?? null, to: CLASS_CODES[to] ?? null, ...change }];
    })
    .sort((a, b) => peopleConcerned(b) - peopleConcerned(a) || byText(a.code, b.code));
}

function moreOf(was: number | null, is: number | null, viewer: Parameters<typeof shownPeople>[0]): number | null {
  if (was === null || is === null) return null;
  const size = shownPeople(viewer, Math.abs(is - was));
  return size === null ? null : Math.sign(is - was) * size;
}

const peopleConcerned = ({ peopleInGap, peopleUncertain, peopleReady }: ChangedArea): number => Math.max(...[peopleInGap, peopleUncertain, peopleReady].map((people) => Math.abs(people ?? 0)));
