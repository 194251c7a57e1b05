import { distanceToSegment } from '../../apps/web/map/basemap-data/simplify-line';
import { holdsPoint } from '../../apps/web/map/basemap-data/label-point';
import { Random } from './random';
import { townPosition } from './towns';
import type { Polygons } from './zone-outlines';
import type { ExerciseZone } from './zone-table';

export interface Settlement {
  readonly name: string;
  readonly type: 'settlement' | 'displacementSite';
  readonly at: readonly [lng: number, lat: number];
  readonly population: number;
}

/** Real towns beside the seats, where GeoNames has them: they are people’s second homes in a zone. */
const OTHER_TOWNS = ['Djugu', 'Mangina', 'Katwa', 'Kanyabayonga', 'Katanda', 'Kirumba', 'Sake', 'Kampene', 'Kabalo', 'Pepa'];
/** Zones with an invented displacement site: the first invented settlement is one. */
const WITH_SITE = new Set(['Bunia', 'Masisi', 'Goma', 'Nyunzu']);

/** Share of a zone’s people who live in known settlements; the rest is scattered and not placed. */
const SETTLED_SHARE = 0.94;
const KM_PER_DEG = 111.2;
/** Kilometres from the town, between settlements, and from the outline of the zone. */
const DISTANCE_KM = { nearest: 8, farthest: 46, apart: 7.5, fromOutline: 2 };

/** Where the invented people of a zone live: its town first, then other real towns, then invented settlements. Empty where no settlement is known. */
export function settle(zone: ExerciseZone, outline: Polygons): Settlement[] {
  if (zone.townShare === null || zone.population === null) return [];
  const random = new Random(`settle ${zone.code}`);
  const settled = zone.population * SETTLED_SHARE;
  const seat = townPosition(zone.town);
  const others = OTHER_TOWNS.filter((town) => town !== zone.town && outline.some((rings) => holdsPoint(rings, townPosition(town))));
  const spots = others.map((town) => ({ name: town, type: 'settlement' as const, at: townPosition(town), share: random.between(1.2, 1.6) }));
  const invented: { name: string; type: Settlement['type']; at: readonly [number, number]; share: number }[] = [];
  for (let number = 1; number <= zone.localities; number += 1) {
    const isSite = number === 1 && WITH_SITE.has(zone.town);
    const at = freeSpot(outline, seat, [seat, ...spots.map((spot) => spot.at), ...invented.map((spot) => spot.at)], random);
    invented.push({ name: isSite ? `Site d’exercice ${zone.town}` : `Localité d’exercice ${zone.town} ${number}`, type: isSite ? 'displacementSite' : 'settlement', at, share: random.between(0.6, 1.3) });
  }
  const rural = [...spots, ...invented];
  const total = rural.reduce((sum, { share }) => sum + share, 0);
  const townPeople = Math.round(settled * zone.townShare);
  return [
    { name: zone.town, type: 'settlement', at: seat, population: townPeople },
    ...rural.map(({ name, type, at, share }) => ({ name, type, at, population: Math.round(((settled - townPeople) * share) / total) })),
  ];
}

function freeSpot(outline: Polygons, seat: readonly [number, number], taken: readonly (readonly [number, number])[], random: Random): readonly [number, number] {
  for (let tries = 0; tries < 20_000; tries += 1) {
    const bearing = random.between(0, 2 * Math.PI);
    const km = random.between(DISTANCE_KM.nearest, DISTANCE_KM.farthest);
    const at = [round(seat[0] + (km * Math.cos(bearing)) / KM_PER_DEG), round(seat[1] + (km * Math.sin(bearing)) / KM_PER_DEG)] as const;
    const rings = outline.find((one) => holdsPoint(one, at));
    const isApart = taken.every((other) => Math.hypot(at[0] - other[0], at[1] - other[1]) * KM_PER_DEG >= DISTANCE_KM.apart);
    if (rings && isApart && rings.every((ring) => ring.slice(1).every((to, index) => distanceToSegment([...at], ring[index], to) * KM_PER_DEG >= DISTANCE_KM.fromOutline))) return at;
  }
  throw new Error(`freeSpot: no room for a settlement near ${seat.join(', ')}; fewer localities expected`);
}

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;
