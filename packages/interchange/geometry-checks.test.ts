import { describe, expect, it } from 'vitest';
import { checkedMultiPolygon, countryBox, isDegreesCrs, looksSwapped, ringFault, type RawGeometry } from './geometry-checks';
import { pointOnSurface } from './point-on-surface';

const SQUARE = [[29, -1], [30, -1], [30, 0], [29, 0], [29, -1]];

describe('rings', () => {
  it.each<[string, unknown, string | null]>([
    ['closed', SQUARE, null],
    ['open', SQUARE.slice(0, 4), 'ringUnclosed'],
    ['three points', [[29, -1], [30, -1], [29, -1]], 'ringTooShort'],
    ['two different points', [[29, -1], [30, -1], [29, -1], [29, -1]], 'ringTooShort'],
    ['no points', [], 'ringTooShort'],
    ['a latitude of 91', [[29, 91], [30, -1], [30, 0], [29, 91]], 'coordinatesOutOfRange'],
    ['not a number', [[29, Number.NaN], [30, -1], [30, 0], [29, Number.NaN]], 'coordinatesOutOfRange'],
    ['no pairs', [29, -1, 30, -1], 'coordinatesOutOfRange'],
    ['no ring', 'ring', 'geometryType'],
  ])('%s', (_name, ring, code) => expect(ringFault(ring)?.code ?? null).toBe(code));
});

describe('outlines', () => {
  it('a polygon becomes a multipolygon, altitudes are dropped', () => {
    const polygon: RawGeometry = { type: 'Polygon', coordinates: [SQUARE.map(([lng = 0, lat = 0]) => [lng, lat, 1500])] };
    expect(checkedMultiPolygon(polygon)).toEqual({ geometry: { type: 'MultiPolygon', coordinates: [[SQUARE]] } });
  });

  it.each<[RawGeometry | null, string]>([
    [null, 'geometryMissing'],
    [{ type: 'Point', coordinates: [29, -1] }, 'geometryType'],
    [{ type: 'MultiPolygon', coordinates: [] }, 'geometryMissing'],
    [{ type: 'Polygon', coordinates: [] }, 'geometryMissing'],
    [{ type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE.slice(1)]] }, 'ringUnclosed'],
  ])('%j', (geometry, code) => expect(checkedMultiPolygon(geometry)).toMatchObject({ code }));
});

describe('coordinate systems', () => {
  it.each<[string | null, boolean]>([[null, true], ['urn:ogc:def:crs:OGC:1.3:CRS84', true], ['EPSG:4326', true], ['urn:ogc:def:crs:EPSG::4326', true], ['WGS 84', true], ['EPSG:32735', false], ['urn:ogc:def:crs:EPSG::3857', false], ['WGS 84 / UTM zone 35S', false]])('%s', (name, isDegrees) => expect(isDegreesCrs(name)).toBe(isDegrees));

  it('boxes by alpha-2 and alpha-3; the code of exercises is no country', () => {
    expect(countryBox('CD')).toEqual([12.2, -13.5, 31.3, 5.3]);
    expect(countryBox('cod')).toEqual(countryBox('CD'));
    expect(countryBox('XX')).toBeNull();
  });

  it('swapped: most points outside as given, most inside if turned', () => {
    const box = [28, -3, 31, 2] as const;
    expect(looksSwapped([[-1.4, 29], [-1.2, 29.2], [29, -1]], box)).toBe(true);
    expect(looksSwapped([[29, -1.4], [29.2, -1.2], [-1, 29]], box)).toBe(false);
    expect(looksSwapped([[2, 48]], box)).toBe(false);
    expect(looksSwapped([], box)).toBe(false);
    // Around latitude = longitude both ways lie inside: the box cannot tell.
    expect(looksSwapped([[10, 9]], [8, 7, 12, 11])).toBe(false);
  });
});

describe('a point on the surface', () => {
  it('the middle of a square', () => expect(pointOnSurface({ type: 'MultiPolygon', coordinates: [[SQUARE]] })).toEqual([29.5, -0.5]));

  it('never in a hole: beside it, in the wider half', () => {
    // At half height the hole takes 29.4 … 29.7, leaving 29 … 29.4 (0.4) and 29.7 … 30 (0.3).
    const hole = [[29.4, -0.8], [29.7, -0.8], [29.7, -0.2], [29.4, -0.2], [29.4, -0.8]];
    const [lng, lat] = pointOnSurface({ type: 'MultiPolygon', coordinates: [[SQUARE, hole]] });
    expect([lng.toFixed(6), lat]).toEqual(['29.200000', -0.5]);
  });

  it('in the largest part', () => {
    const islet = [[10, 10], [10.1, 10], [10.1, 10.1], [10, 10]];
    expect(pointOnSurface({ type: 'MultiPolygon', coordinates: [[islet], [SQUARE]] })).toEqual([29.5, -0.5]);
  });

  it('a ring without height: its first position', () => expect(pointOnSurface({ type: 'MultiPolygon', coordinates: [[[[29, 0], [30, 0], [31, 0], [29, 0]]]] })).toEqual([29, 0]));
});
