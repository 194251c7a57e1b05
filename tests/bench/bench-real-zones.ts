import { existsSync, readFileSync } from 'node:fs';
import type { MultiPolygonCoords } from '#analysis/area-edges';
import { buildDemand } from '#analysis/demand';
import { buildPolygonIndex, locateAll } from '#analysis/polygon-index';
import { compare, expectEqual } from './compare';
import { locateByBoxAndRay } from './rivals-in-space';

type Outline = { type: 'Polygon'; coordinates: MultiPolygonCoords[number] } | { type: 'MultiPolygon'; coordinates: MultiPolygonCoords };

const FILE = new URL('../../../shared/data/areas/drc-health-zones.geojson', import.meta.url);

/** The real outlines, where they lie beside the project. */
export function benchmarkRealZones(): void {
  if (!existsSync(FILE)) {
    console.log('\nReal health zones: left out, no ../shared/data beside the project');
    return;
  }
  const { features } = JSON.parse(readFileSync(FILE, 'utf8')) as { features: { geometry: Outline | null }[] };
  const zones = features.map(({ geometry }): MultiPolygonCoords => (geometry === null ? [] : geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates));
  const index = buildPolygonIndex(zones);
  const areas = zones.map((geometry) => ({ geometry }));
  const demand = buildDemand(areas, [], { pointsPerArea: 256, index });
  const own = locateAll(index, demand.lng, demand.lat).filter((area, point) => area === demand.areaIndex[point]).length;
  console.log(`\nReal health zones: ${zones.length} zones of ${index.edges.ends.length / 4} edges, ${demand.lng.length} demand points, ${own} of them in no zone of lower number`);
  compare({ task: 'Index of the real zones', ours: { name: 'label grid + slabs, built', run: () => buildPolygonIndex(zones) } });
  compare({ task: 'Demand points of the real zones, index and all', ours: { name: 'even rows', run: () => buildDemand(areas, [], { pointsPerArea: 256 }) } });
  compare({
    task: `${demand.lng.length} demand points into the real zones`, goalMs: 250, rounds: 5,
    ours: { name: 'label grid + slabs', run: () => locateAll(index, demand.lng, demand.lat) },
    rival: { name: 'boxes + ray casting', run: () => locateByBoxAndRay(zones, demand.lng, demand.lat) },
    check: (ours, rival) => expectEqual('areas', ours, rival),
  });
}
