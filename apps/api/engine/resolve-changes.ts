import { mayGiveCare } from '#domain/structure-rules';
import { type Change, readChanges } from '#domain/what-if';
import type { AreaType } from '#domain/records';
import type { TriedChange } from '../contract/tried';
import { Problem, problemAt, type ProblemIssue } from '../problem';
import type { Dataset } from './dataset';
import type { AreaRef } from './levels';

/** Changes that are tried out, as the data set knows what they are about. `shown` in the order given; whether one is moot is for the question to say. */
export interface ResolvedChanges {
  /** Numbers of structures. */
  readonly ready: readonly number[];
  readonly notReady: readonly number[];
  readonly announced: readonly AreaRef[];
  /** Numbers of initiatives. */
  readonly stopped: ReadonlySet<number>;
  readonly closed: readonly AreaRef[];
  readonly shown: readonly Omit<TriedChange, 'moot'>[];
}

const LEVELS_FINEST_FIRST: readonly AreaType[] = ['healthArea', 'healthZone', 'territory', 'province', 'country'];

/**
 * Throws `changesUnreadable` for a text that is none, `recordUnknown` for what this data set does not hold (all of them at once), and `parameterInvalid`
 * for a structure of a kind that gives no care, which nothing makes ready.
 */
export function resolveChanges(dataset: Dataset, text: string): ResolvedChanges {
  const changes = readChanges(text);
  if (changes === null) throw problemAt('changesUnreadable', 'changes', text, 'r:<structure>,n:<structure>,a:<area>,s:<initiative>,c:<area>');
  const found = { ready: [] as number[], notReady: [] as number[], announced: [] as AreaRef[], stopped: new Set<number>(), closed: [] as AreaRef[], shown: [] as Omit<TriedChange, 'moot'>[] };
  const unknown: ProblemIssue[] = [];
  for (const change of changes) {
    const shown = resolveOne(dataset, change, found);
    if (shown === null) unknown.push({ code: 'recordUnknown', column: 'changes', value: change.target, expected: null });
    else found.shown.push(shown);
  }
  if (unknown.length > 0) throw new Problem('recordUnknown', unknown);
  return found;
}

/** Does the data set hold everything that the changes are about? */
export function knowsChanges(dataset: Dataset, text: string): boolean {
  try {
    resolveChanges(dataset, text);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

interface Found {
  readonly ready: number[];
  readonly notReady: number[];
  readonly announced: AreaRef[];
  readonly stopped: Set<number>;
  readonly closed: AreaRef[];
}

/** Puts one change where it belongs; null: there is no such structure, initiative or area. */
function resolveOne(dataset: Dataset, { kind, target }: Change, found: Found): Omit<TriedChange, 'moot'> | null {
  const head = { kind, target, structureType: null, lngLat: null, areaType: null };
  switch (kind) {
    case 'makeReady':
    case 'makeNotReady': {
      const number = dataset.structures.numberOf.get(target) ?? -1;
      const row = dataset.structures.rows[number];
      if (row === undefined) return null;
      if (!mayGiveCare(row.type)) throw problemAt('parameterInvalid', 'changes', target, 'HGR | CSR | CS | PS | CISM | mobile');
      (kind === 'makeReady' ? found.ready : found.notReady).push(number);
      return { ...head, name: row.name, structureType: row.type, lngLat: row.lngLat === null ? null : [row.lngLat[0], row.lngLat[1]] };
    }
    case 'stopInitiative': {
      const number = dataset.initiatives.all.findIndex(({ row }) => row.id === target);
      const row = dataset.initiatives.all[number]?.row;
      if (row === undefined) return null;
      found.stopped.add(number);
      return { ...head, name: row.title };
    }
    case 'addAwareness':
    case 'closeArea': {
      const area = areaOfCode(dataset, target);
      const row = area === null ? undefined : dataset.sets[area.type].areas[area.number];
      if (area === null || row === undefined) return null;
      if (kind === 'addAwareness') found.announced.push(dataset.levels.holder(area));
      else found.closed.push(area);
      return { ...head, name: row.name, areaType: area.type };
    }
  }
}

/** The finest area with this code; null: none has it. */
export function areaOfCode({ sets }: Dataset, code: string): AreaRef | null {
  for (const type of LEVELS_FINEST_FIRST) {
    const number = sets[type].numberOf.get(code);
    if (number !== undefined) return { type, number };
  }
  return null;
}
