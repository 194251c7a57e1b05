import type { Dataset } from './dataset';
import { type ActiveInitiatives, countedBeside, type GapView, viewGaps } from './gap-view';
import type { TriedQuestion } from './messages';
import { missionsHere } from './missions-here';
import { resolveChanges, type ResolvedChanges } from './resolve-changes';
import { resolveQuestion } from './resolve-question';
import { tryChanges } from './try-changes';

/** The view of a question, with the changes that it tries out. Throws what `resolveChanges` throws. */
export function viewAsked(dataset: Dataset, { changes, ...question }: TriedQuestion): GapView {
  const today = viewGaps(dataset, resolveQuestion(dataset, question));
  if (changes === undefined || changes === '') return today;
  return dataset.memory.recall('triedViews', VIEWS_KEPT, JSON.stringify([question, changes]), () => viewTried(today, resolveChanges(dataset, changes)));
}

/** The list and one explanation or two ask for the same. */
const VIEWS_KEPT = 2;

/** The view with the changes tried out, whole: also what reaches each area, who is active there and what is nearest. `tryChanges` gives its classes and people alone, much sooner. */
function viewTried(today: GapView, changes: ResolvedChanges): GapView {
  const { dataset, question, level, set: { type } } = today;
  const { judged, care, classification } = tryChanges(today, changes);
  const reach = changes.closed.length === 0 ? today.reach : today.reach.whenClosed(changes.closed);
  return {
    ...today,
    tried: { changes, today },
    judged,
    care,
    classification,
    reach,
    counts: countedBeside({ dataset, level, judged, reach }, type),
    active: activeWithout(today.active, changes.stopped),
    missions: missionsHere(dataset, question, reach, care),
  };
}

function activeWithout({ awareness, reportedCare }: ActiveInitiatives, stopped: ReadonlySet<number>): ActiveInitiatives {
  const left = (byArea: readonly (readonly number[])[]): readonly (readonly number[])[] => (stopped.size === 0 ? byArea : byArea.map((numbers) => numbers.filter((number) => !stopped.has(number))));
  return { awareness: left(awareness), reportedCare: left(reportedCare) };
}
