import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import { chooseSites } from '#analysis/siting';
import { type SitingModel, valuesOfChoice, weightOf, writeSitingModel } from '#analysis/siting-model';
import type { SitingProblem } from '#analysis/siting-problem';
import { reduceProblem } from '#analysis/siting-reduce';

/** How far the solver is. Weights as in the problem. */
export interface SolverProgress {
  readonly seconds: number;
  readonly objective: number;
  /** Null: nothing is ruled out yet. */
  readonly bound: number | null;
  readonly nodes: number;
}

export interface ExactAnswer {
  readonly status: 'optimal' | 'timeLimit';
  /** Candidates of the best choice that was found, by their numbers in the problem. */
  readonly site: readonly number[];
  readonly objective: number;
  /** No choice weighs more than this. */
  readonly bound: number;
  readonly solved: { readonly points: number; readonly structures: number };
}

/** Between two words of progress, seconds. */
const PROGRESS_EVERY = 0.25;
/** Weights are whole: a bound this close above a whole number is that number. */
const ROUNDING = 1e-6;

/**
 * The best choice of a siting problem, proved by HiGHS (branch and cut) over the reduced problem, or how good the best one is at least after `seconds`. It
 * begins with what the search finds, so its answer is never worse. Holds up its thread until it is done.
 */
export async function solveExactly(problem: SitingProblem, seconds: number, onProgress: (progress: SolverProgress) => void = () => undefined): Promise<ExactAnswer> {
  const { problem: reduced, candidate } = reduceProblem(problem);
  const solved = { points: reduced.weight.length, structures: candidate.length };
  const known = [...chooseSites(reduced).site];
  if (known.length === 0) return { status: 'optimal', site: [], objective: 0, bound: 0, solved };
  const model = writeSitingModel(reduced);
  const highs = await loadHighs();
  return highs.withModel(modelData(highs, model), (solver): ExactAnswer => {
    solver.options.set({ output_flag: false, random_seed: 1, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 1 - 2 * ROUNDING });
    solver.setSolution({ colValue: valuesOfChoice(model, known) });
    const status = run(highs, solver, onProgress);
    const found = chosenIn(solver, solved.structures, reduced.k);
    const site = weightOf(reduced, found) > weightOf(reduced, known) ? found : known;
    const objective = weightOf(reduced, site);
    const bound = status === 'optimal' ? objective : Math.max(objective, Math.floor(dualBound(solver) + ROUNDING));
    return { status: bound === objective ? 'optimal' : 'timeLimit', site: site.map((place) => candidate[place] ?? -1), objective, bound, solved };
  });
}

function run(highs: Highs, solver: Model, onProgress: (progress: SolverProgress) => void): ExactAnswer['status'] {
  const { callbackType, modelStatus } = highs.constants;
  let next = 0;
  const { modelStatus: ended } = solver.run({
    [callbackType.mipInterrupt]({ data }) {
      const seconds = data.running_time ?? 0;
      if (seconds < next) return undefined;
      next = seconds + PROGRESS_EVERY;
      const bound = data.mip_dual_bound ?? Infinity;
      onProgress({ seconds, objective: Math.max(0, data.mip_primal_bound ?? 0), bound: Number.isFinite(bound) ? Math.floor(bound + ROUNDING) : null, nodes: Number(data.mip_node_count ?? 0) });
      return undefined;
    },
  });
  if (ended === modelStatus.optimal) return 'optimal';
  if (ended === modelStatus.timeLimit || ended === modelStatus.interrupted) return 'timeLimit';
  throw new Error(`the solver ended with status ${ended}; optimal or time limit expected`);
}

function dualBound(solver: Model): number {
  const bound = Number(solver.info.get('mip_dual_bound'));
  return Number.isFinite(bound) ? bound : Infinity;
}

/** The candidates that the solver's best solution chooses; none where it has no solution. */
function chosenIn(solver: Model, candidates: number, k: number): number[] {
  const { colValue } = solver.getSolution();
  const chosen = Array.from({ length: candidates }, (_, candidate) => candidate).filter((candidate) => (colValue[candidate] ?? 0) > 0.5);
  return chosen.length <= k ? chosen : [];
}

function modelData(highs: Highs, { value, whole, rowStart, column, factor, lower, upper }: SitingModel): ModelData {
  const { objectiveSense, variableType } = highs.constants;
  return {
    numCols: value.length,
    numRows: lower.length,
    sense: objectiveSense.maximize,
    colCost: value,
    colLower: new Float64Array(value.length),
    colUpper: new Float64Array(value.length).fill(1),
    rowLower: lower,
    rowUpper: upper.map((one) => (one === Infinity ? highs.infinity : one)),
    integrality: Array.from(whole, (yes) => (yes === 1 ? variableType.integer : variableType.continuous)),
    matrix: { format: 'csr', numRows: lower.length, numCols: value.length, starts: rowStart, indices: column, values: factor },
  };
}
