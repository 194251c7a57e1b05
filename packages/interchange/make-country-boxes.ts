/**
 * Writes `country-boxes.ts`: the bounding box of each country, in degrees, by ISO 3166 code.
 * Run by hand when the outlines change: `npx tsx packages/interchange/make-country-boxes.ts iso_3166-1.json`,
 * where the argument is the code table of the Debian package `iso-codes`. Outlines: world-atlas, 1:50 million (Natural Earth, public domain).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import { z } from 'zod';

const codeTable = z.object({ '3166-1': z.array(z.object({ alpha_2: z.string(), alpha_3: z.string(), numeric: z.string() })) });
const codesFile = process.argv[2];
if (codesFile === undefined) throw new Error('expected the path of iso_3166-1.json');
const codes = new Map(codeTable.parse(JSON.parse(readFileSync(codesFile, 'utf8')))['3166-1'].map((entry) => [entry.numeric, entry]));

const topology = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8')) as Parameters<typeof feature>[0];
const countries = topology.objects['countries'];
if (countries === undefined) throw new Error('expected an object `countries` in the outlines');
const collection = feature(topology, countries);
if (collection.type !== 'FeatureCollection') throw new Error(`expected a FeatureCollection, got ${collection.type}`);

const boxes = new Map<string, readonly number[]>();
for (const { id, geometry } of collection.features) {
  const code = codes.get(String(id).padStart(3, '0'));
  if (code === undefined || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) continue;
  const positions = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat(2);
  const key = `${code.alpha_2} ${code.alpha_3}`;
  // Some countries come as several features (Australia and its islands): one box around all.
  const [west = 180, south = 90, east = -180, north = -90] = boxes.get(key) ?? [];
  const lngs = positions.map(([lng = 0]) => lng);
  const lats = positions.map(([, lat = 0]) => lat);
  boxes.set(key, [Math.min(west, ...lngs), Math.min(south, ...lats), Math.max(east, ...lngs), Math.max(north, ...lats)]);
}
const lines = [...boxes].map(([key, box]) => `  '${key}': [${box.map((degrees) => Math.round(degrees * 10) / 10).join(', ')}],`);

writeFileSync(
  new URL('country-boxes.ts', import.meta.url),
  `/** West, south, east, north in degrees, by ISO 3166 alpha-2 and alpha-3. Made by \`make-country-boxes.ts\` from world-atlas; do not edit. */
export const COUNTRY_BOXES: Readonly<Record<string, readonly [west: number, south: number, east: number, north: number]>> = {
${lines.sort().join('\n')}
};
`,
);
