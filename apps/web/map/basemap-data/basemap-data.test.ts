import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Feature, FeatureCollection, Point, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { holdsPoint, labelPoint } from './label-point';
import { simplifyLine, type Position } from './simplify-line';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const topology = JSON.parse(read('countries.json')) as Topology<{ countries: GeometryCollection<{ fr: string; en: string; label: Position }> }>;
const countries = feature(topology, topology.objects.countries).features;
const lakes = (JSON.parse(read('lakes.json')) as FeatureCollection<Polygon, { fr: string | null; label: Position | null }>).features;
const towns = (JSON.parse(read('towns.json')) as FeatureCollection<Point, { fr: string; rank: number }>).features;

const countryAt = (point: Position): string | undefined =>
  countries.find(({ geometry }) => geometry.type === 'MultiPolygon' && geometry.coordinates.some((rings) => holdsPoint(rings as Position[][], point)))?.properties.en;
const lakeAt = (point: Position): Feature<Polygon, { fr: string | null }> | undefined => lakes.find(({ geometry }) => holdsPoint(geometry.coordinates as Position[][], point));
const townAt = (name: string): Position => towns.find(({ properties }) => properties.fr === name)!.geometry.coordinates as Position;

describe('the built-in basemap', () => {
  it('weighs at most 120 kB compressed', () => {
    const bytes = ['countries.json', 'lakes.json', 'towns.json'].reduce((sum, name) => sum + gzipSync(read(name)).length, 0);
    expect(bytes).toBeLessThan(120_000);
  });

  it.each([['Goma', 'DR Congo'], ['Bunia', 'DR Congo'], ['Kalemie', 'DR Congo'], ['Kigali', 'Rwanda'], ['Kampala', 'Uganda'], ['Gitega', 'Burundi'], ['Gisenyi', 'Rwanda'], ['Tabora', 'Tanzania']])('%s stands in %s and in no lake', (town, country) => {
    expect(countryAt(townAt(town))).toBe(country);
    expect(lakeAt(townAt(town))).toBeUndefined();
  });

  it.each(['Lac Kivu', 'Lac Édouard', 'Lac Albert', 'Lac Tanganyika', 'Lac Victoria', 'Lac Moero'])('%s is there once, with its name on the water', (name) => {
    const named = lakes.filter(({ properties }) => properties.fr === name);
    expect(named).toHaveLength(1);
    expect(lakeAt(named[0]!.properties.label!)).toBe(named[0]);
  });

  it('Idjwi is an island of Lake Kivu, not water', () => {
    expect(lakeAt([29.06, -2.1])).toBeUndefined();
  });

  it('each country has its name inside it', () => {
    for (const { properties } of countries) expect(countryAt(properties.label), properties.en).toBe(properties.en);
  });
});

describe('simplifyLine', () => {
  it('drops a vertex closer than the tolerance and keeps one that is farther', () => {
    // (1, 0.1) lies 0.1 from the line y = 0; (2, 1) lies 1 from it.
    expect(simplifyLine([[0, 0], [1, 0.1], [2, 1], [3, 0]], 0.6)).toEqual([[0, 0], [2, 1], [3, 0]]);
  });
});

describe('labelPoint', () => {
  it('is inside a crescent whose middle is outside', () => {
    const crescent: Position[][] = [[[0, 0], [10, 0], [10, 10], [9, 10], [9, 1], [0, 1], [0, 0]]];
    expect(holdsPoint(crescent, labelPoint(crescent))).toBe(true);
  });
});
