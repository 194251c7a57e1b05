import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TravelField, TravelGrid } from './travel-grid';
import { createTravelTimes } from './travel-times';

const NONE = NaN;

/** Rows of friction as one would draw them; cells of 100 m unless said otherwise. */
function gridOf(rows: readonly (readonly number[])[], over: Partial<TravelGrid> = {}): TravelGrid {
  const [width, height] = [rows[0]?.length ?? 0, rows.length];
  return { width, height, wraps: false, friction: Float32Array.from(rows.flat()), cellWidthM: new Float64Array(height).fill(100), cellHeightM: new Float64Array(height).fill(100), ...over };
}

const cellsOf = (...cells: number[]): Int32Array => Int32Array.from(cells);
const minutesOf = (grid: TravelGrid, sources: Int32Array, cap?: number): number[] => [...createTravelTimes(grid).run(sources, cap).minutes];
const copyOf = ({ minutes, source }: TravelField): { minutes: number[]; source: number[] } => ({ minutes: [...minutes], source: [...source] });

/** Dijkstra with a plain list, written down as the rule is said: slow and obvious. */
function slowTimes(grid: TravelGrid, sources: readonly number[], capMin = Infinity): { minutes: number[]; source: number[] } {
  const { width, height, wraps, friction, cellWidthM, cellHeightM } = grid;
  const best = new Map<number, { units: number; source: number }>();
  const waiting = sources.flatMap((cell, source) => (cell >= 0 && !Number.isNaN(friction[cell]) ? [{ cell, units: 0, source }] : []));
  while (waiting.length > 0) {
    waiting.sort((a, b) => a.units - b.units || a.source - b.source);
    const { cell, units, source } = waiting.shift()!;
    if (best.has(cell) || units > capMin * 32_768) continue;
    best.set(cell, { units, source });
    const [row, column] = [Math.floor(cell / width), cell % width];
    for (const down of [-1, 0, 1]) for (const right of [-1, 0, 1]) {
      const toRow = row + down;
      const toColumn = wraps ? (column + right + width) % width : column + right;
      if ((down === 0 && right === 0) || toRow < 0 || toRow >= height || toColumn < 0 || toColumn >= width) continue;
      const to = toRow * width + toColumn;
      if (Number.isNaN(friction[to])) continue;
      const east = right === 0 ? 0 : (cellWidthM[row]! + cellWidthM[toRow]!) / 2;
      const north = down === 0 ? 0 : (cellHeightM[row]! + cellHeightM[toRow]!) / 2;
      const minutes = ((friction[cell]! + friction[to]!) / 2) * Math.sqrt(east * east + north * north);
      waiting.push({ cell: to, units: units + Math.round(minutes * 32_768), source });
    }
  }
  const cells = [...friction.keys()];
  return { minutes: cells.map((cell) => Math.fround((best.get(cell)?.units ?? Infinity) / 32_768)), source: cells.map((cell) => best.get(cell)?.source ?? -1) };
}

describe('travel time over a grid', () => {
  it('edges cost the mean friction × 100 m, diagonals × 141.42 m', () => {
    // Beside: (0.01 + 0.03) / 2 × 100 = 2; below: (0.01 + 0.02) / 2 × 100 = 1.5; diagonal, direct: (0.01 + 0.04) / 2 × 141.421 = 3.536.
    const minutes = minutesOf(gridOf([[0.01, 0.03], [0.02, 0.04]]), cellsOf(0));
    [0, 2, 1.5, 3.5355].forEach((expected, cell) => expect(minutes[cell]).toBeCloseTo(expected, 4));
  });

  it('anisotropic-cells: width by row, height by the mean of both rows, the diagonal by the means of both', () => {
    const grid = gridOf([[0.01, 0.01], [0.01, 0.01]], { cellWidthM: Float64Array.of(300, 500), cellHeightM: Float64Array.of(200, 400) });
    // East in row 0: 3. South: (200 + 400) / 2 × 0.01 = 3. Diagonal: √(400² + 300²) × 0.01 = 5.
    expect(minutesOf(grid, cellsOf(0))).toEqual([0, 3, 3, 5].map((minutes) => expect.closeTo(minutes, 4) as number));
    // East in row 1: 5.
    expect(minutesOf(grid, cellsOf(2))[3]).toBeCloseTo(5, 4);
  });

  it('barrier: never entered, gone round; the diagonal between two barriers is open', () => {
    const wall = gridOf([[0.01, NONE, 0.01], [0.01, NONE, 0.01], [0.01, 0.01, 0.01]]);
    // Cell 5 is down, diagonal, diagonal (1 + 2 × √2), cell 2 one more, cell 8 down, diagonal, right.
    const expected = [0, Infinity, 4.82843, 1, Infinity, 3.82843, 2, 2.41421, 3.41421];
    minutesOf(wall, cellsOf(0)).forEach((minutes, cell) => expect(minutes).toBeCloseTo(expected[cell]!, 4));
    expect(minutesOf(gridOf([[0.01, NONE], [NONE, 0.01]]), cellsOf(0))[3]).toBeCloseTo(Math.SQRT2, 4);
  });

  it('cut-off ground, all-barriers, no source at all: nobody gets there', () => {
    expect(minutesOf(gridOf([[0.01, NONE, 0.01]]), cellsOf(0))).toEqual([0, Infinity, Infinity]);
    expect(copyOf(createTravelTimes(gridOf([[NONE, NONE]])).run(cellsOf(0, 1)))).toEqual({ minutes: [Infinity, Infinity], source: [-1, -1] });
    expect(copyOf(createTravelTimes(gridOf([[0.01]])).run(cellsOf(-1)))).toEqual({ minutes: [Infinity], source: [-1] });
  });

  it('source-on-barrier reaches nobody; the others keep their numbers', () => {
    expect(copyOf(createTravelTimes(gridOf([[0.01, 0.01, NONE]])).run(cellsOf(2, -1, 1)))).toEqual({ minutes: [1, 0, Infinity].map((minutes) => expect.closeTo(minutes, 4) as number), source: [2, 2, -1] });
  });

  it('two-sources-in-one-cell, and halfway between two: the lowest number', () => {
    expect([...createTravelTimes(gridOf([[0.01, 0.01]])).run(cellsOf(0, 0)).source]).toEqual([0, 0]);
    expect([...createTravelTimes(gridOf([[0.01, 0.01, 0.01]])).run(cellsOf(2, 0)).source]).toEqual([1, 0, 0]);
  });

  it('antimeridian: round the Earth where the grid closes, and not where it does not', () => {
    const row = [0.01, 0.01, 0.01, 0.01, 0.01];
    const [one = 0, two = 0] = minutesOf(gridOf([row]), cellsOf(0)).slice(1);
    expect(minutesOf(gridOf([row], { wraps: true }), cellsOf(0))).toEqual([0, one, two, two, one]);
    expect(minutesOf(gridOf([row]), cellsOf(0))[4]).toBeCloseTo(4, 4);
    // The diagonal over the seam.
    expect(minutesOf(gridOf([row, row], { wraps: true }), cellsOf(0))[9]).toBeCloseTo(Math.SQRT2, 4);
  });

  it('cap: a time of exactly that many minutes is within it', () => {
    // 1/64 min/m × 100 m is 1.5625, a whole number of units.
    const grid = gridOf([[1 / 64, 1 / 64, 1 / 64, 1 / 64]]);
    expect(minutesOf(grid, cellsOf(0), 3.125)).toEqual([0, 1.5625, 3.125, Infinity]);
    expect(minutesOf(grid, cellsOf(0), 3.124)).toEqual([0, 1.5625, Infinity, Infinity]);
    expect(minutesOf(grid, cellsOf(0), 0)).toEqual([0, Infinity, Infinity, Infinity]);
  });

  it('the way back to the source, cell by cell', () => {
    const travel = createTravelTimes(gridOf([[0.01, NONE, 0.01], [0.01, NONE, 0.01], [0.01, 0.01, 0.01]]));
    travel.run(cellsOf(0));
    expect([...travel.pathFrom(2)]).toEqual([2, 5, 7, 3, 0]);
    expect([...travel.pathFrom(0)]).toEqual([0]);
    expect([...travel.pathFrom(1)]).toEqual([]);
  });

  it('what cannot be is refused by name', () => {
    expect(() => createTravelTimes(gridOf([[0.01, -1]]))).toThrow('friction of cell 1 is -1');
    expect(() => createTravelTimes(gridOf([[0.01]], { width: 2 }))).toThrow('2 expected');
    const travel = createTravelTimes(gridOf([[0.01]]));
    expect(() => travel.run(cellsOf(1))).toThrow('cell 1');
    expect(() => travel.run(cellsOf(0), NaN)).toThrow('NaN');
    expect(() => travel.add(0, 3)).toThrow('source 3');
    expect(() => travel.remove(0)).toThrow('source 0');
  });
});

/** Few kinds of ground, so that times tie; or any ground. */
const ground = fc.oneof({ arbitrary: fc.constantFrom(1 / 64, 1 / 32), weight: 3 }, { arbitrary: fc.float({ min: Math.fround(0.001), max: 1, noNaN: true }), weight: 2 }, { arbitrary: fc.constant(NONE), weight: 1 });
const anyGrid = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), fc.boolean()).chain(([width, height, wraps]) => fc.record({
  width: fc.constant(width), height: fc.constant(height), wraps: fc.constant(wraps),
  friction: fc.array(ground, { minLength: width * height, maxLength: width * height }).map((cells) => Float32Array.from(cells)),
  cellWidthM: fc.array(fc.constantFrom(50, 100, 300), { minLength: height, maxLength: height }).map((sizes) => Float64Array.from(sizes)),
  cellHeightM: fc.array(fc.constantFrom(80, 100), { minLength: height, maxLength: height }).map((sizes) => Float64Array.from(sizes)),
}));
const withSources = anyGrid.chain((grid) => fc.tuple(fc.constant(grid), fc.array(fc.integer({ min: -1, max: grid.width * grid.height - 1 }), { maxLength: 6 }), fc.constantFrom(Infinity, 0, 3.125, 20)));

describe('travel time, against the rule written down', () => {
  it('a run equals it, cell by cell', () => {
    fc.assert(fc.property(withSources, ([grid, sources, cap]) => {
      expect(copyOf(createTravelTimes(grid).run(Int32Array.from(sources), cap))).toEqual(slowTimes(grid, sources, cap));
    }), { numRuns: 300 });
  });

  it('a run in pieces equals it, also where others run in between', () => {
    fc.assert(fc.property(withSources, fc.integer({ min: 1, max: 9 }), fc.array(fc.boolean(), { maxLength: 4 }), ([grid, sources, cap], steps, disturbed) => {
      const travel = createTravelTimes(grid);
      for (let piece = 0, pieces = travel.runInPieces(Int32Array.from(sources), cap, steps); pieces.next().done !== true; piece += 1) if (disturbed[piece] === true) travel.run(cellsOf(0), 20);
      expect(copyOf(travel.field)).toEqual(slowTimes(grid, sources, cap));
    }), { numRuns: 150 });
  });

  it('whatever was added and removed, in whatever order, equals a full run over who is left', () => {
    const comings = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 12 });
    fc.assert(fc.property(withSources, comings, ([grid, sources, cap], moves) => {
      const travel = createTravelTimes(grid);
      travel.run(Int32Array.from(sources), cap);
      const now = [...sources];
      for (const [which, where, comes] of moves) {
        const source = which % (now.length + 1);
        const cell = where % (grid.width * grid.height);
        if ((now[source] ?? -1) >= 0) {
          travel.remove(source);
          now[source] = -1;
        } else if (comes) {
          travel.add(cell, source);
          now[source] = cell;
        }
        expect(copyOf(travel.field)).toEqual(slowTimes(grid, now, cap));
      }
    }), { numRuns: 150 });
  });

  it('over other ground, and back: equals a full run over that ground', () => {
    const others = withSources.chain(([grid, sources, cap]) => fc.tuple(fc.constant(grid), fc.constant(sources), fc.constant(cap), fc.array(fc.tuple(fc.nat({ max: grid.friction.length - 1 }), ground), { maxLength: 8 })));
    fc.assert(fc.property(others, ([grid, sources, cap, changes]) => {
      const friction = grid.friction.slice();
      for (const [cell, other] of changes) friction[cell] = other;
      const travel = createTravelTimes(grid);
      travel.run(Int32Array.from(sources), cap);
      travel.changeGround(friction);
      expect(copyOf(travel.field)).toEqual(slowTimes({ ...grid, friction }, sources, cap));
      // A run over what was laid, then the old ground again.
      expect(copyOf(travel.run(Int32Array.from(sources), cap))).toEqual(slowTimes({ ...grid, friction }, sources, cap));
      travel.changeGround(grid.friction);
      expect(copyOf(travel.field)).toEqual(slowTimes(grid, sources, cap));
    }), { numRuns: 200 });
  });

  it('the way is as long as the time says, and stays with one source', () => {
    fc.assert(fc.property(withSources, ([grid, sources]) => {
      const travel = createTravelTimes(grid);
      const { minutes, source } = travel.run(Int32Array.from(sources));
      for (const cell of minutes.keys()) {
        const path = travel.pathFrom(cell);
        if (minutes[cell] === Infinity) expect(path).toHaveLength(0);
        else {
          expect(path[0]).toBe(cell);
          expect(path.at(-1)).toBe(sources[source[cell]!]);
          for (const at of path) expect(source[at]).toBe(source[cell]);
          // Alone on its way, the source needs the same time.
          const open = grid.friction.map((friction, at) => (path.includes(at) ? friction : NONE));
          expect(slowTimes({ ...grid, friction: open }, [path.at(-1)!]).minutes[cell]).toBe(minutes[cell]);
        }
      }
    }), { numRuns: 60 });
  });
});

describe('ground that changes', () => {
  it('bridge-closed: round by the ford; a closed source reaches nobody until it is opened', () => {
    // Below the barrier row there is a bridge at 1 and a ford, slow, at 3.
    const open = [[0.01, 0.01, 0.01, 0.01], [NONE, 0.01, NONE, 0.05], [0.01, 0.01, 0.01, 0.01]];
    const travel = createTravelTimes(gridOf(open));
    const before = copyOf(travel.run(cellsOf(1)));
    expect(before.minutes[9]).toBeCloseTo(2, 4);
    travel.changeGround(gridOf([[0.01, 0.01, 0.01, 0.01], [NONE, NONE, NONE, 0.05], [0.01, 0.01, 0.01, 0.01]]).friction);
    // Two east, down onto the ford ((0.01 + 0.05) / 2 × 100 = 3), down from it (3), two west; by diagonals it would be 1 + 2 × 3 × √2 + 1 = 10.49.
    expect(travel.field.minutes[9]).toBeCloseTo(2 + 3 + 3 + 2, 4);
    travel.changeGround(gridOf([[0.01, NONE, 0.01, 0.01], [NONE, 0.01, NONE, 0.05], [0.01, 0.01, 0.01, 0.01]]).friction);
    expect([...travel.field.source]).toEqual(new Array(12).fill(-1));
    travel.changeGround(gridOf(open).friction);
    expect(copyOf(travel.field)).toEqual(before);
    expect(() => travel.changeGround(new Float32Array(3))).toThrow('12 expected');
  });
});

describe('sources that come and go', () => {
  it('add-then-remove, and remove-then-back, leave what was; remove-the-only-source leaves nothing', () => {
    const travel = createTravelTimes(gridOf([[0.01, 0.02, 0.03, 0.01, 0.02]]));
    const before = copyOf(travel.run(cellsOf(0, 4)));
    travel.remove(travel.add(2));
    expect(copyOf(travel.field)).toEqual(before);
    travel.remove(0);
    travel.add(0, 0);
    expect(copyOf(travel.field)).toEqual(before);
    travel.remove(1);
    travel.remove(0);
    expect(copyOf(travel.field).source).toEqual([-1, -1, -1, -1, -1]);
  });

  it('more-waits-than-was-thought: many sources at once leave what they leave one by one', () => {
    const grid = gridOf(Array.from({ length: 60 }, (_, row) => Array.from({ length: 60 }, (_one, column) => 0.01 + ((row * 7 + column * 13) % 10) / 200)));
    for (const apart of [2, 4]) {
      const sources = Int32Array.from({ length: 3600 / apart }, (_, source) => source * apart);
      const oneByOne = createTravelTimes(grid);
      oneByOne.run(cellsOf());
      for (const cell of sources) oneByOne.add(cell);
      expect(copyOf(oneByOne.field)).toEqual(copyOf(createTravelTimes(grid).run(sources)));
    }
  });

  it('two-sources-in-one-cell: the other one inherits', () => {
    const travel = createTravelTimes(gridOf([[0.01, 0.01]]));
    travel.run(cellsOf(0, 0));
    travel.remove(0);
    expect([...travel.field.source]).toEqual([1, 1]);
  });
});
