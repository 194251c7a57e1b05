/**
 * Makes the built-in basemap from packages of the registry: `npx tsx apps/web/map/basemap-data/make-basemap.ts`.
 * See README.md beside for the sources and their terms.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { makeCountries } from './make-countries';
import { makeLakes } from './make-lakes';
import { makeTowns } from './make-towns';

const require = createRequire(import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const files = {
  'countries.json': makeCountries(readJson(require.resolve('world-atlas/countries-10m.json'))),
  'lakes.json': makeLakes(readJson(require.resolve('@geo-maps/earth-lakes-500m/map.geo.json'))),
  'towns.json': makeTowns(),
};
let total = 0;
for (const [name, content] of Object.entries(files)) {
  const text = `${JSON.stringify(content)}\n`;
  writeFileSync(new URL(name, import.meta.url), text);
  const compressed = gzipSync(text).length;
  total += compressed;
  console.log(`${name}: ${(text.length / 1000).toFixed(0)} kB, ${(compressed / 1000).toFixed(1)} kB compressed`);
}
console.log(`together: ${(total / 1000).toFixed(1)} kB compressed`);
