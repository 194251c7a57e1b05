import type { Issue } from '../issue';
import type { MovementClosure, Scenario } from '../reach-records';
import { readChanges } from '../what-if';
import { checkDate, checkPeriod, checkWords, findings } from './check-parts';

type Entered<Record> = Omit<Record, 'scheme' | 'externalId' | 'source' | 'sourceRow'>;

/** What does not add up in an area closed to movement. Where it is closed for good, the past counts too: it may have begun at whatever day. */
export function checkMovementClosure({ title, areaCodes, outline, effect, factor, start, end }: Entered<MovementClosure>): Issue[] {
  const found = findings();
  if (end === null) checkDate(found, 'start', start);
  else checkPeriod(found, { start, end });
  if (areaCodes.length === 0 && (outline === null || outline.length === 0)) found.error('closureNowhere', 'areaCodes');
  if (effect === 'slowed' && factor === null) found.error('factorMissing', 'factor', null, '> 1');
  checkWords(found, 'title', title);
  return found.issues;
}

/** What does not add up in a scenario: it must be possible to ask it again. */
export function checkScenario({ name, changes }: Entered<Scenario>): Issue[] {
  const found = findings();
  checkWords(found, 'name', name);
  if (changes === '' || readChanges(changes) === null) found.error('changesUnreadable', 'changes');
  return found.issues;
}
