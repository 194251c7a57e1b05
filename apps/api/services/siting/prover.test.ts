import { describe, expect, it } from 'vitest';
import { anyReach, baitEveryStep, hiddenPartition, steinerTriples } from '../../../../tests/bench/misleading-sites';
import { chooseSites } from '#analysis/siting';
import { weightOf } from '#analysis/siting-model';
import type { SitingProblem } from '#analysis/siting-problem';
import type { SitingForProof } from '../../engine/messages';
import { Prover } from './prover';
import { solveExactly, type SolverProgress } from './solve-exactly';

const asked: SitingForProof['asked'] = { k: 1, weight: 'people', whom: 'gap', needs: null, costs: {}, budget: null };
const forProof = (problem: SitingProblem, list: readonly number[]): SitingForProof =>
  ({ asked, dataVersion: 1, problem, unit: 1, list, structures: Array.from({ length: problem.reaches.start.length - 1 }, (_, number) => ({ structureId: `s${number}`, structureName: `Structure ${number}` })) });
const never = new AbortController().signal;

describe('the exact solver', () => {
  it('proves what is known: k · kᵏ, everybody of a hidden partition, 11 of 12 lines with 4 points of the plane', async () => {
    for (const [problem, best] of [[baitEveryStep(4), 1024], [hiddenPartition(5, 60, 1), 200], [steinerTriples(2, 4), 11]] as const) {
      const { status, objective, bound, site } = await solveExactly(problem, 60);
      expect([status, objective, bound, weightOf(problem, site)]).toEqual(['optimal', best, best, best]);
      expect(site.length).toBeLessThanOrEqual(problem.k);
    }
  });

  it('keeps to a budget, and finds what the search finds or better', async () => {
    for (const seed of [1, 2, 3]) {
      const bare = anyReach(25, 60, 8, 6, seed);
      const problem = { ...bare, spending: { cost: Float64Array.from({ length: 25 }, (_, candidate) => 1 + (candidate % 4)), budget: 7 } };
      const { status, objective, site } = await solveExactly(problem, 60);
      expect(status).toBe('optimal');
      expect(site.reduce((sum, candidate) => sum + (problem.spending.cost[candidate] ?? NaN), 0)).toBeLessThanOrEqual(7);
      expect(objective).toBeGreaterThanOrEqual(chooseSites(problem).total);
    }
  });

  it('says how far it is, and stops at its time with a bound that holds', async () => {
    // The 27 points of order 3: 11.7 s and more to prove 104 lines with 12 of them.
    const problem = steinerTriples(3, 12);
    const told: SolverProgress[] = [];
    const { status, objective, bound } = await solveExactly(problem, 1, (progress) => told.push(progress));
    expect(told.length).toBeGreaterThan(0);
    expect(status).toBe('timeLimit');
    expect(objective).toBe(104);
    expect(bound).toBeGreaterThanOrEqual(objective);
    expect(bound).toBeLessThanOrEqual(117);
  });
});

describe('a proof', () => {
  it('names the better list where there is one', async () => {
    // The four baits: 700 and 4 of 1,024.
    const proof = await new Prover().prove(() => Promise.resolve(forProof(baitEveryStep(4), [0, 1, 2, 3])), 30, never);
    expect(proof).toMatchObject({ status: 'optimal', list: 704, objective: 1024, bound: 1024, reached: 704 / 1024, gap: 0 });
    expect(proof.better?.map(({ structureName }) => structureName)).toEqual(['Structure 4', 'Structure 5', 'Structure 6', 'Structure 7']);
  });

  it('ends when the asker leaves, and the next one may be proved', async () => {
    const prover = new Prover();
    const leaving = new AbortController();
    const proof = prover.prove(() => Promise.resolve(forProof(steinerTriples(3, 12), [])), 120, leaving.signal);
    await expect.poll(() => prover.progress().running?.objective, { timeout: 60_000 }).toBe(104);
    await expect(prover.prove(() => Promise.reject(new Error('not asked')), 1, never)).rejects.toMatchObject({ code: 'proofBusy' });
    leaving.abort();
    await expect(proof).rejects.toThrow('has left');
    expect(prover.progress()).toEqual({ running: null });
    expect(await prover.prove(() => Promise.resolve(forProof(baitEveryStep(2), [2, 3])), 30, never)).toMatchObject({ status: 'optimal', list: 8, reached: 1, better: null });
  });
});
