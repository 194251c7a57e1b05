/** One way to do a task. */
export interface Contender<Answer> {
  readonly name: string;
  readonly run: () => Answer;
}

export interface Comparison<Answer> {
  readonly task: string;
  /** Goal for ours, ms; left out where there is none. */
  readonly goalMs?: number;
  readonly ours: Contender<Answer>;
  /** Left out where nothing else answers the same question. */
  readonly rival?: Contender<Answer>;
  /** Throws if the two answers differ. */
  readonly check?: (ours: Answer, rival: Answer) => void;
  readonly rounds?: number;
}

/** Runs both in turn, in this process, after checking that they answer alike; prints min, median and max, and the ratio of the medians. */
export function compare<Answer>({ task, goalMs, ours, rival, check, rounds = 15 }: Comparison<Answer>): void {
  const first = ours.run();
  if (rival) check?.(first, rival.run());
  const times = { ours: [] as number[], rival: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(timeOf(ours.run));
    if (rival) times.rival.push(timeOf(rival.run));
  }
  const mine = summary(times.ours);
  console.log(`\n${task}`);
  console.log(`  ${row(ours.name, mine)}${goalMs === undefined ? '' : `   goal ${goalMs} ms: ${mine.median <= goalMs ? 'met' : 'MISSED'}`}`);
  if (!rival) return;
  const theirs = summary(times.rival);
  console.log(`  ${row(rival.name, theirs)}   ${(theirs.median / mine.median).toFixed(1)} × ours${check ? ', same answer' : ''}`);
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
