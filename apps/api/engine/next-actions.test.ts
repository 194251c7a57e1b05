import { describe, expect, it } from 'vitest';
import type { GapExplanation } from '../contract/gaps';
import { nextActions } from './next-actions';

type Structure = GapExplanation['structures'][number];
const asOf = '2025-05-31';

const structure = (id: string, more: Partial<Structure>): Structure => ({
  id, name: `Structure ${id}`, type: 'CS', distanceKm: 2, travelMin: null, missing: [], readiness: 'ready', unknown: [], withinReach: true, evidenceOn: '2025-05-01', evidenceAgeDays: 30, lapsesAfter: null, lapseCriterion: null, ...more,
});
const ready = (id: string, more: Partial<Structure> = {}): Structure => structure(id, more);
const almost = structure('almost', { readiness: 'notReady', missing: ['pepKits'] });
const far = structure('far', { readiness: 'notReady', missing: ['pepKits'], withinReach: false });
const aged = structure('aged', { readiness: 'unknown', unknown: ['pepKits'] });
const unassessed = structure('unassessed', { readiness: 'unknown', unknown: ['functioning', 'accessible', 'trainedStaff', 'pepKits'], evidenceOn: null });
const broken = structure('broken', { readiness: 'notReady', missing: ['functioning', 'trainedStaff', 'pepKits'] });

const codes = (classOf: GapExplanation['class'], structures: Structure[], more: { awareShare?: number; reported?: number } = {}) =>
  nextActions({ classOf, awareShare: more.awareShare ?? 1, reported: more.reported ?? 0, structures, asOf }).map(({ code, structureId }) => (structureId === null ? code : `${code} ${structureId}`));

describe('what to do next', () => {
  it('gap: make ready what almost is, look again, assess; bringing care is for where nothing of that exists', () => {
    expect(codes('gap', [almost, aged, unassessed])).toEqual(['makeReady almost', 'renewEvidence aged', 'assessStructure unassessed']);
    expect(codes('gap', [])).toEqual(['bringCare']);
    expect(codes('gap', [broken])).toEqual(['bringCare broken']);
  });

  it('out-of-reach: an almost ready structure that reaches nobody here closes nothing here', () => {
    expect(codes('gap', [far])).toEqual(['bringCare']);
  });

  it('reported care is to be verified before anything is built beside it', () => {
    expect(codes('verify', [], { reported: 1 })).toEqual(['verifyReport']);
  });

  it('never raises awareness where no care is ready', () => {
    for (const classOf of ['gap', 'blindSpot', 'unassessed', 'quiet', 'assess', 'verify'] as const) {
      expect(codes(classOf, [almost, unassessed], { awareShare: 0 }).filter((code) => /announce|raise/.test(code))).toEqual([]);
    }
  });

  it('ready and unannounced: announce it; announced to some: to all', () => {
    expect(codes('unannounced', [ready('r')], { awareShare: 0 })).toEqual(['announceCare r']);
    expect(codes('joined', [ready('r')], { awareShare: 0.75 })).toEqual(['raiseAwareness r']);
    expect(codes('joined', [ready('r')])).toEqual([]);
  });

  it('lapses-in-20-days: keep it ready first, and says what runs out; 91 days is not soon', () => {
    // 31 May + 20 days = 20 June; 31 May + 91 days = 30 August
    const soon = nextActions({ classOf: 'joined', awareShare: 1, reported: 0, structures: [ready('r', { lapsesAfter: '2025-06-20', lapseCriterion: 'pepKits' })], asOf });
    expect(soon).toEqual([{ code: 'keepReady', structureId: 'r', structureName: 'Structure r', missing: ['pepKits'] }]);
    expect(codes('joined', [ready('r', { lapsesAfter: '2025-08-30', lapseCriterion: 'pepKits' })])).toEqual([]);
  });

  it('no outline: nothing can be said, so nothing is proposed', () => {
    expect(codes(null, [almost])).toEqual([]);
  });
});
