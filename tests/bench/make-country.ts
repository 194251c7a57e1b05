import type { MultiPolygonCoords } from '#analysis/area-edges';
import { dateOfDay } from '#domain/dates';
import type { OverlapInitiative } from '#analysis/overlap-sweep';
import { targetGroups, initiativeKinds } from '#domain/vocabularies/initiatives';
import { pick, seededRandom } from './seeded-random';

/** West, south, east, north of the made-up country: about that of DR Congo. */
export const FRAME = [12.2, -13.4, 31.3, 5.4] as const;
const COLUMNS = 27;

/**
 * Zones that tile a frame without gap or overlap: a grid of shaken corners, each side bent into `2 ** bends` edges that both neighbours share.
 * 519 zones and 6 bends are 133,000 edges, as many as simplified official outlines have.
 */
export function makeZones(count: number, bends: number, seed: number): MultiPolygonCoords[] {
  const random = seededRandom(seed);
  const columns = Math.ceil(COLUMNS * Math.sqrt(count / 519));
  const rows = Math.ceil(count / columns);
  const [west, south, east, north] = FRAME;
  const [width, height] = [(east - west) / columns, (north - south) / rows];
  const corners = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: columns + 1 }, (__, column): Position => [west + (column + (random() - 0.5) * 0.4) * width, south + (row + (random() - 0.5) * 0.4) * height]));
  const bent = (from: Position, to: Position): Position[] => bend(from, to, bends, 0.12 * Math.min(width, height), random);
  const across = Array.from({ length: rows + 1 }, (_, row) => Array.from({ length: columns }, (__, column) => bent(corners[row]![column]!, corners[row]![column + 1]!)));
  const upward = Array.from({ length: rows }, (_, row) => Array.from({ length: columns + 1 }, (__, column) => bent(corners[row]![column]!, corners[row + 1]![column]!)));
  return Array.from({ length: count }, (_, zone) => {
    const [row, column] = [Math.floor(zone / columns), zone % columns];
    const ring = [...across[row]![column]!, ...upward[row]![column + 1]!.slice(1), ...across[row + 1]![column]!.toReversed().slice(1), ...upward[row]![column]!.toReversed().slice(1)];
    return [[ring]];
  });
}

type Position = [lng: number, lat: number];

function bend(from: Position, to: Position, bends: number, sway: number, random: () => number): Position[] {
  if (bends === 0) return [from, to];
  const middle: Position = [(from[0] + to[0]) / 2 + (random() - 0.5) * sway, (from[1] + to[1]) / 2 + (random() - 0.5) * sway];
  return [...bend(from, middle, bends - 1, sway / 2, random), ...bend(middle, to, bends - 1, sway / 2, random).slice(1)];
}

/** Positions anywhere in the frame, half of them crowded around forty towns, as structures and people are. */
export function makePositions(count: number, seed: number): { lng: Float64Array; lat: Float64Array } {
  const random = seededRandom(seed);
  const [west, south, east, north] = FRAME;
  const towns = Array.from({ length: 40 }, (): Position => [west + random() * (east - west), south + random() * (north - south)]);
  const lng = new Float64Array(count);
  const lat = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const town = random() < 0.5 ? towns[pick(random, towns.length)] : undefined;
    lng[i] = town ? town[0] + (random() + random() + random() - 1.5) * 0.8 : west + random() * (east - west);
    lat[i] = town ? town[1] + (random() + random() + random() - 1.5) * 0.8 : south + random() * (north - south);
  }
  return { lng, lat };
}

export const makeMask = (count: number, share: number, seed: number): Uint8Array => {
  const random = seededRandom(seed);
  return Uint8Array.from({ length: count }, () => (random() < share ? 1 : 0));
};

/** Initiatives of 300 organisations over the zones of a country, most in a few zones side by side, some in twenty. */
export function makeInitiatives(count: number, zoneCount: number, seed: number): OverlapInitiative[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, number): OverlapInitiative => {
    const first = pick(random, zoneCount);
    const span = random() < 0.05 ? 20 : 1 + pick(random, 4);
    const start = 19_800 + pick(random, 550);
    const kind = initiativeKinds.codes[pick(random, initiativeKinds.codes.length)]!;
    const second = initiativeKinds.codes[pick(random, initiativeKinds.codes.length)]!;
    return {
      id: `initiative-${String(number).padStart(7, '0')}`,
      title: `${kind} ${pick(random, 40)}`,
      kinds: random() < 0.2 && second !== kind ? [kind, second] : [kind],
      topic: random() < 0.1 ? 'fistula' : 'sexualViolence',
      targetGroups: [...new Set([targetGroups.codes[pick(random, 6)]!, targetGroups.codes[pick(random, targetGroups.codes.length)]!])],
      organisations: [`organisation-${pick(random, 300)}`],
      areas: Array.from({ length: span }, (__, i) => (first + i) % zoneCount),
      start: random() < 0.05 ? null : dateOfDay(start),
      end: random() < 0.1 ? null : dateOfDay(start + 15 + pick(random, 345)),
      status: random() < 0.9 ? 'ongoing' : 'completed',
      reportedOn: '2025-05-31',
    };
  });
}
