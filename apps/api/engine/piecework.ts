import type { InPieces } from './reach-by/in-pieces';

/** What is waited for first: classes and people; then what is counted beside them; last, what nobody has asked for yet. */
export type Urgency = 'classes' | 'counts' | 'unasked';

const ORDER: readonly Urgency[] = ['classes', 'counts', 'unasked'];

interface Job {
  readonly pieces: InPieces;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Messages that came meanwhile are taken before the next piece. */
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Does long work piece by piece: the most urgent first, of one urgency in the order of asking. Between two pieces others are answered. */
export class Piecework {
  readonly #jobs: Readonly<Record<Urgency, Job[]>> = { classes: [], counts: [], unasked: [] };
  #working = false;

  /** Resolves when all pieces are done; rejects with what one of them throws. */
  do(pieces: InPieces, urgency: Urgency): Promise<void> {
    return new Promise((done, failed) => {
      this.#jobs[urgency].push({ pieces, done, failed });
      if (!this.#working) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (let jobs = this.#next(); jobs !== undefined; jobs = this.#next()) {
      const [job] = jobs;
      try {
        if (job?.pieces.next().done === true) {
          jobs.shift();
          job.done();
        }
      } catch (error) {
        jobs.shift();
        job?.failed(error);
      }
      await turn();
    }
    this.#working = false;
  }

  #next(): Job[] | undefined {
    return ORDER.map((urgency) => this.#jobs[urgency]).find((jobs) => jobs.length > 0);
  }
}
