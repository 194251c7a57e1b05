import { daysBetween, type IsoDate } from '#domain/dates';
import type { GapExplanation } from '../contract/gaps';

type Action = GapExplanation['nextActions'][number];
type Structure = GapExplanation['structures'][number];

interface Situation {
  readonly classOf: GapExplanation['class'];
  /** Share of the people who hear about care. */
  readonly awareShare: number;
  /** Reports of care that count. */
  readonly reported: number;
  /** Those in or around the area, the nearest ready and almost ready wherever they are; ordered. */
  readonly structures: readonly Structure[];
  readonly asOf: IsoDate;
}

/** A ready structure that lapses within this time needs supplying now. */
const LAPSES_SOON_DAYS = 90;

/**
 * What a person can do next, the least effort first: keep what is ready, make ready what almost is, look again at what was known,
 * look at what nobody assessed, verify what is reported; and bring care where nothing of that exists.
 * Awareness is proposed only where care is ready: to announce care that nobody can get is the harm this tool looks for.
 */
export function nextActions({ classOf, awareShare, reported, structures, asOf }: Situation): Action[] {
  if (classOf === null) return [];
  const around = structures.filter(({ withinReach }) => withinReach !== false);
  const actions: Action[] = [];
  const add = (code: Action['code'], structure: Structure | null = null, missing: readonly string[] = []): void =>
    void actions.push({ code, structureId: structure?.id ?? null, structureName: structure?.name ?? null, missing: [...missing] });

  const ready = around.filter(({ readiness }) => readiness === 'ready');
  for (const one of ready) if (one.lapsesAfter !== null && daysBetween(asOf, one.lapsesAfter) <= LAPSES_SOON_DAYS) add('keepReady', one, one.lapseCriterion === null ? [] : [one.lapseCriterion]);

  if (classOf === 'joined' || classOf === 'unannounced') {
    if (classOf === 'unannounced') add('announceCare', ready[0] ?? null);
    else if (awareShare < 1) add('raiseAwareness', ready[0] ?? null);
    return actions;
  }
  const almost = around.find(({ readiness, unknown, missing }) => readiness === 'notReady' && unknown.length === 0 && missing.length <= 2);
  if (almost !== undefined) add('makeReady', almost, almost.missing);
  const aged = around.find(({ readiness, evidenceOn }) => readiness === 'unknown' && evidenceOn !== null);
  if (aged !== undefined) add('renewEvidence', aged, aged.unknown);
  const unassessed = around.find(({ readiness, evidenceOn }) => readiness === 'unknown' && evidenceOn === null);
  if (unassessed !== undefined) add('assessStructure', unassessed, unassessed.unknown);
  if (reported > 0) add('verifyReport');
  if (almost === undefined && aged === undefined && unassessed === undefined && reported === 0) {
    // Something stands here and lacks more than two things: that, too, is bringing care, and it says what.
    const standing = around.find(({ readiness }) => readiness === 'notReady');
    add('bringCare', standing ?? null, standing?.missing ?? []);
  }
  return actions;
}
