import pg from 'pg';
import { buildSites, nearestSites } from '#analysis/nearest';
import { overlapPairs, prepareInitiatives } from '#analysis/overlap-sweep';
import { buildPolygonIndex, locateAll } from '#analysis/polygon-index';
import { buildPoints } from '#analysis/sphere';
import { dayNumber } from '#domain/dates';
import { startCluster } from './cluster';
import { compareWithServer, expectEqual } from './compare';
import { makeInitiatives, makePositions, makeZones } from './make-country';
import { answerContained, answerNearest, answerOverlaps, loadInitiatives, loadPoints, loadZones } from './rivals-in-postgis';

const ASOF = dayNumber('2025-05-31');

/** The engines against PostGIS, in one run: the same data, indexed on both sides beforehand, the same answers. What PostGIS needs to hand over its answer is in its time. */
export async function benchmarkPostgis(): Promise<void> {
  const cluster = await startCluster();
  const client = new pg.Client({ connectionString: await cluster.createDatabase('bench') });
  try {
    await client.connect();
    await client.query('create extension postgis');
    await benchmarkNearest(client);
    await benchmarkZones(client);
    await benchmarkPairs(client);
  } finally {
    await client.end();
    await cluster.stop();
  }
}

async function benchmarkNearest(client: pg.Client): Promise<void> {
  const points = makePositions(50_000, 41);
  const sites = makePositions(6_000, 42);
  await loadPoints(client, 'point', points);
  await loadPoints(client, 'site', sites);
  const from = buildPoints(points.lng, points.lat);
  const built = buildSites(sites.lng, sites.lat);
  await compareWithServer({
    task: '50,000 points, nearest of 6,000 structures, on the sphere', goalRatio: 100, rounds: 3,
    ours: { name: 'grid on the sphere', run: () => nearestSites(from, built).site },
    rival: { name: 'PostGIS KNN, geography', run: () => answerNearest(client) },
    check: (ours, rival) => expectEqual('nearest', ours, rival),
  });
}

/** Points anywhere, and points on borders: corners of zones, which several share. */
async function benchmarkZones(client: pg.Client): Promise<void> {
  const zones = makeZones(519, 6, 1);
  const anywhere = makePositions(50_000, 43);
  const corners = zones.flatMap((zone) => (zone[0]?.[0] ?? []).filter((_, i) => i % 16 === 0));
  const points = { lng: Float64Array.from([...anywhere.lng, ...corners.map(([lng]) => lng ?? NaN)]), lat: Float64Array.from([...anywhere.lat, ...corners.map(([, lat]) => lat ?? NaN)]) };
  await loadPoints(client, 'place', points);
  await loadZones(client, zones);
  const index = buildPolygonIndex(zones);
  await compareWithServer({
    task: `${points.lng.length} points into 519 zones, ${corners.length} of them on borders`, goalRatio: 2,
    ours: { name: 'label grid + slabs', run: () => locateAll(index, points.lng, points.lat) },
    rival: { name: 'ST_Contains, ST_Covers on borders', run: () => answerContained(client, points.lng.length) },
    check: (ours, rival) => expectEqual('zones', ours, rival),
  });
}

async function benchmarkPairs(client: pg.Client): Promise<void> {
  const initiatives = makeInitiatives(10_000, 519, 21);
  await loadInitiatives(client, initiatives);
  const prepared = prepareInitiatives(initiatives, Array.from({ length: 519 }, () => 1000));
  await compareWithServer<readonly string[] | { readonly a: Int32Array; readonly b: Int32Array }>({
    task: 'Overlaps among 10,000 initiatives', goalRatio: 10, rounds: 7,
    ours: { name: 'sweep per kind and area', run: () => overlapPairs(prepared, ASOF) },
    rival: { name: 'PostgreSQL, joined by area, with GiST on periods', run: () => answerOverlaps(client) },
    check: (ours, rival) => {
      const mine = 'a' in ours ? Array.from(ours.a, (a, i) => `${a} ${ours.b[i] ?? -1}`).sort() : [];
      const theirs = Array.isArray(rival) ? [...(rival as readonly string[])].sort() : [];
      if (mine.join('\n') !== theirs.join('\n')) throw new Error(`overlaps differ: ${mine.length} pairs against ${theirs.length}`);
    },
  });
}
