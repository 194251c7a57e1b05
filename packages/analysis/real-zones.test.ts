import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MultiPolygonCoords } from './area-edges';
import { buildAreaLevel, peopleAtPoints } from './area-level';
import { buildDemand } from './demand';
import { buildPolygonIndex, covers, locateAll } from './polygon-index';

type Outline = { type: 'Polygon'; coordinates: MultiPolygonCoords[number] } | { type: 'MultiPolygon'; coordinates: MultiPolygonCoords };

const FILE = new URL('../../../shared/data/areas/drc-health-zones.geojson', import.meta.url);

describe.runIf(existsSync(FILE))('the real health zones (needs ../shared/data)', () => {
  const read = (): { geometry: Outline; population: number }[] =>
    (JSON.parse(readFileSync(FILE, 'utf8')) as { features: { geometry: Outline; properties: { population: number } }[] }).features
      .map(({ geometry, properties }) => ({ geometry, population: properties.population }));

  it('518 zones hold 518 × 256 = 132,608 demand points, each inside its zone, and all their people', () => {
    const zones = read();
    const outlines = zones.map(({ geometry }): MultiPolygonCoords => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates));
    const index = buildPolygonIndex(outlines);
    const demand = buildDemand(outlines.map((geometry) => ({ geometry })), [], { pointsPerArea: 256, index });
    expect(demand.lng.length).toBe(132_608);
    expect(demand.lng.every((lng, point) => covers(index, demand.areaIndex[point]!, lng, demand.lat[point]!))).toBe(true);

    const level = buildAreaLevel(demand, peopleAtPoints(demand, zones.map((zone) => zone.population)), demand.areaIndex, zones.length);
    expect([...level.population]).toEqual(zones.map((zone) => Math.round(zone.population)));
    // Centres of population lie in the zone they stand for, but for a few that bend around a neighbour.
    const around = locateAll(index, demand.centreLng, demand.centreLat).filter((area, zone) => area !== zone).length;
    expect(around).toBeLessThan(zones.length / 20);
  });
});
