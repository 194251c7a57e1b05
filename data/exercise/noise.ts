/** Smooth noise in [−1, 1] over the plane: random values on a lattice, blended between. */
function valueNoise(x: number, y: number, seed: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [fade(x - x0), fade(y - y0)];
  const low = lattice(x0, y0, seed) * (1 - u) + lattice(x0 + 1, y0, seed) * u;
  const high = lattice(x0, y0 + 1, seed) * (1 - u) + lattice(x0 + 1, y0 + 1, seed) * u;
  return low * (1 - v) + high * v;
}

const fade = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);

function lattice(x: number, y: number, seed: number): number {
  let hash = Math.imul(x, 0x1f123bb5) ^ Math.imul(y, 0x5f356495) ^ Math.imul(seed, 0x2545f491);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2_147_483_648 - 1;
}

/** One wave of bends: how far it moves a point, and how many bends per degree. */
export interface Bend {
  readonly amplitudeDeg: number;
  readonly perDegree: number;
}

/** Moves a point by the sum of the bends: straight frontiers between towns become winding ones. */
export function bendPoint([lng, lat]: readonly [number, number], bends: readonly Bend[]): [lng: number, lat: number] {
  let [x, y] = [lng, lat];
  bends.forEach(({ amplitudeDeg, perDegree }, at) => {
    x += amplitudeDeg * valueNoise(lng * perDegree, lat * perDegree, 2 * at + 1);
    y += amplitudeDeg * valueNoise(lng * perDegree, lat * perDegree, 2 * at + 2);
  });
  return [x, y];
}
