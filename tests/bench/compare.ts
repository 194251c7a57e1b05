import { noteResult } from './results';

/** One way to do a task. */
export interface Contender<Answer> {
  readonly name: string;
  readonly run: () => Answer;
}

export interface Comparison<Answer> {
  readonly task: string;
  /** Goal for ours, ms; left out where there is none. */
  readonly goalMs?: number;
  /** How many times as long the rival must take; left out where nothing is claimed. */
  readonly goalRatio?: number;
  readonly ours: Contender<Answer>;
  /** Left out where nothing else answers the same question. */
  readonly rival?: Contender<Answer>;
  /** Throws if the two answers differ. */
  readonly check?: (ours: Answer, rival: Answer) => void;
  readonly rounds?: number;
}

/** Runs both in turn, in this process, after checking that they answer alike; prints min, median and max, and the ratio of the medians. */
export function compare<Answer>(comparison: Comparison<Answer>): void {
  const { ours, rival, check, rounds = 15 } = comparison;
  const first = ours.run();
  if (rival) check?.(first, rival.run());
  const times = { ours: [] as number[], rival: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(timeOf(ours.run));
    if (rival) times.rival.push(timeOf(rival.run));
  }
  tell(comparison, times);
}

/** The same with a rival that answers later, a database for example: what it takes to ask it and to be answered is in its time. */
export async function compareWithServer<Answer>(comparison: Omit<Comparison<Answer>, 'rival'> & { readonly rival: Contender<Promise<Answer>> }): Promise<void> {
  const { ours, rival, check, rounds = 5 } = comparison;
  check?.(ours.run(), await rival.run());
  const times = { ours: [] as number[], rival: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(timeOf(ours.run));
    const start = performance.now();
    await rival.run();
    times.rival.push(performance.now() - start);
  }
  tell(comparison, times);
}

type Told = Pick<Comparison<never>, 'task' | 'goalMs' | 'goalRatio'> & { readonly ours: { readonly name: string }; readonly rival?: { readonly name: string }; readonly check?: unknown };

function tell({ task, goalMs, goalRatio, ours, rival, check }: Told, times: { ours: readonly number[]; rival: readonly number[] }): void {
  const mine = summary(times.ours);
  const theirs = rival ? summary(times.rival) : null;
  const ratio = theirs === null ? null : theirs.median / mine.median;
  const met = (goalMs === undefined || mine.median <= goalMs) && (goalRatio === undefined || (ratio ?? 0) >= goalRatio);
  const verdict = met ? 'met' : 'MISSED';
  console.log(`\n${task}`);
  console.log(`  ${row(ours.name, mine)}${goalMs === undefined ? '' : `   goal ${goalMs} ms: ${verdict}`}`);
  if (rival && theirs) console.log(`  ${row(rival.name, theirs)}   ${(ratio ?? NaN).toFixed(1)} × ours${check ? ', same answer' : ''}${goalRatio === undefined ? '' : `   goal ${goalRatio} ×: ${verdict}`}`);
  noteResult({
    task,
    ours: { name: ours.name, ...mine },
    ...(rival && theirs && ratio !== null ? { rival: { name: rival.name, ...theirs }, ratio: Number(ratio.toFixed(2)), sameAnswer: check !== undefined } : {}),
    ...(goalMs === undefined && goalRatio === undefined ? {} : { goal: { ...(goalMs === undefined ? {} : { ms: goalMs }), ...(goalRatio === undefined ? {} : { ratio: goalRatio }), met } }),
  });
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

interface Summary { readonly min: number; readonly median: number; readonly max: number }

function summary(times: readonly number[]): Summary {
  const sorted = [...times].sort((a, b) => a - b);
  return { min: sorted[0] ?? NaN, median: sorted[Math.floor(sorted.length / 2)] ?? NaN, max: sorted.at(-1) ?? NaN };
}

const row = (name: string, { min, median, max }: Summary): string => `${name.padEnd(46)} min ${ms(min)}  median ${ms(median)}  max ${ms(max)}`;
const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1).padStart(8)} ms`;

/** Throws where two columns of figures differ. */
export function expectEqual(what: string, ours: ArrayLike<number>, rival: ArrayLike<number>): void {
  if (ours.length !== rival.length) throw new Error(`${what}: ${ours.length} figures against ${rival.length}`);
  for (let i = 0; i < ours.length; i += 1) if (!Object.is(ours[i], rival[i])) throw new Error(`${what}: figure ${i} is ${ours[i]} against ${rival[i]}`);
}
