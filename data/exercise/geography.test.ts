import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as PolygonClipping from 'polygon-clipping';
import { describe, expect, it } from 'vitest';
import { buildPolygonIndex, locate } from '#analysis/polygon-index';
import type { ImportRecord } from '#domain/import-records';
import type { AreaRecord } from '#domain/records';
import { areaKm2Of } from './area-km2';
import { recordsOf } from './exercise-picture';
import { readLand, type Polygons } from './zone-outlines';

const { difference, intersection, union } = createRequire(import.meta.url)('polygon-clipping') as typeof PolygonClipping;

const { records } = JSON.parse(readFileSync(new URL('exercise.json', import.meta.url), 'utf8')) as { records: ImportRecord[] };
const areas = recordsOf(records, 'area').filter(({ geometry }) => geometry !== null);
const zones = areas.filter(({ type }) => type === 'healthZone');
const outlineOf = ({ geometry }: AreaRecord): Polygons => geometry!.coordinates as Polygons;

/** Two edges of a ring that cross, or touch anywhere but at a shared corner. */
function crossesItself(ring: readonly (readonly [number, number])[]): boolean {
  const side = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number], [cx, cy]: readonly [number, number]): number => Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
  for (let i = 1; i < ring.length; i += 1) {
    for (let j = i + 2; j < ring.length; j += 1) {
      if (i === 1 && j === ring.length - 1) continue;
      const [a, b, c, d] = [ring[i - 1]!, ring[i]!, ring[j - 1]!, ring[j]!];
      if (side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) return true;
    }
  }
  return false;
}

describe('the exercise geography', () => {
  it('outlines are closed and do not cross themselves', () => {
    for (const area of areas) {
      for (const ring of outlineOf(area).flat()) {
        expect(ring.at(-1), area.name).toEqual(ring[0]);
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(crossesItself(ring), area.name).toBe(false);
      }
    }
  });

  it('zones do not overlap: less than 0.01 km² where two of them meet', () => {
    zones.forEach((a, at) => {
      for (const b of zones.slice(at + 1)) expect(areaKm2Of(intersection(outlineOf(a), outlineOf(b))), `${a.name}, ${b.name}`).toBeLessThan(0.01);
    });
  });

  it('zones lie on the land of the country: rounding to 11 m puts no more than 1 km² of each in a lake or abroad', () => {
    const land = readLand();
    for (const zone of zones) expect(areaKm2Of(difference(outlineOf(zone), land)), zone.name).toBeLessThan(1);
  });

  it('zones leave no hole between them, but the lakes', () => {
    const land = readLand();
    const holes = union(outlineOf(zones[0]!), ...zones.slice(1).map(outlineOf)).flatMap((rings) => rings.slice(1));
    for (const hole of holes) expect(areaKm2Of(intersection([hole], land))).toBeLessThan(0.01);
  });

  it('provinces and territories are their zones together', () => {
    for (const area of areas.filter(({ type }) => type === 'province' || type === 'territory')) {
      const inside = zones.filter(({ code }) => code.startsWith(area.code)).reduce((sum, zone) => sum + areaKm2Of(outlineOf(zone)), 0);
      expect(Math.abs(areaKm2Of(outlineOf(area)) - inside) / inside, area.name).toBeLessThan(0.0005);
    }
  });

  it('places and structures stand in their own zone', () => {
    const index = buildPolygonIndex(zones.map(outlineOf));
    const zoneAt = ([lng, lat]: readonly [number, number]): string | undefined => zones[locate(index, lng, lat)]?.code;
    for (const { externalId, name, lngLat } of recordsOf(records, 'place')) expect(externalId.startsWith(zoneAt(lngLat) ?? '-'), name).toBe(true);
    for (const { areaCode, name, lngLat } of recordsOf(records, 'structure')) if (lngLat) expect(zoneAt(lngLat), name).toBe(areaCode);
  });
});
