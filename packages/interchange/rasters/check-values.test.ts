import { describe, expect, it } from 'vitest';
import { ValueCount, valueFaults } from './check-values';
import { rasterKindOf, rasterYearOf } from './raster-kind';

const counted = (values: readonly number[]) => {
  const count = new ValueCount();
  count.add({ values: Float64Array.from(values) });
  return count.values();
};
/** Ground as it is: mostly paths at 4.5 km/h (0.0133 min/m), forest at 1 km/h (0.06), a road at 100 km/h (0.0006) in a hundredth of the cells. */
const ground = Array.from({ length: 1000 }, (_, i) => (i % 100 === 0 ? 0.0006 : i % 3 === 0 ? 0.06 : 0.0133));
const codesOf = (values: readonly number[]) => valueFaults('friction', counted(values)).map(({ code }) => code);

describe('friction', () => {
  it('in minutes per metre is taken', () => {
    expect(codesOf(ground)).toEqual([]);
  });

  it.each([
    ['friction-in-seconds', ground.map((value) => value * 60), 'frictionSecondsPerMetre'],
    ['friction-in-hours', ground.map((value) => value / 60), 'frictionHoursPerMetre'],
    ['friction-in-km-per-hour', ground.map((value) => 0.06 / value), 'frictionKmPerHour'],
    ['friction-per-kilometre', ground.map((value) => value * 1000), 'frictionMinutesPerKm'],
    ['people-as-friction', ground.map((_, i) => i * 10 + 1), 'frictionImplausible'],
    ['nodata-as-zero', [...ground, 0], 'frictionNotPositive'],
    ['nodata-undeclared', [...ground, -9999], 'frictionNotPositive'],
  ])('%s is refused with what the values look like', (_name, values, code) => {
    expect(codesOf(values)).toEqual([code]);
  });

  it('says the values: a hundredth, the middle, ninety-nine hundredths', () => {
    expect(valueFaults('friction', counted(ground.map((value) => value * 60)))[0]).toMatchObject({ value: '0.798 · 0.798 · 3.6' });
  });
});

describe('people', () => {
  it.each([
    ['nodata-undeclared', [1, 2, -99999], 'peopleNegative'],
    ['nobody', [0, 0, NaN], 'rasterWithoutPeople'],
    ['no value at all', [NaN, NaN], 'rasterWithoutValues'],
    ['more than there are', [1e10, 1], 'peopleImplausible'],
  ])('%s', (_name, values, code) => {
    expect(valueFaults('population', counted(values)).map((one) => one.code)).toEqual([code]);
  });

  it('count: known cells, smallest, largest, sum; cells without a value are none of them', () => {
    expect(counted([1.5, NaN, 0, 2.25])).toMatchObject({ cellsKnown: 3, min: 0, max: 2.25, sum: 3.75 });
  });
});

describe('what a raster is, by name or words', () => {
  it.each([
    ['cod_ppp_2020_UNadj_constrained.tif', '', 'population', 2020],
    ['GHS_POP_E2025_GLOBE_R2023A.tif', '', 'population', null],
    ['2020_motorized_friction_surface.tif', '', 'friction', 2020],
    ['rdc.tif', 'Friction surface in minutes per metre', 'friction', null],
    ['elevation.tif', '', null, null],
    ['population-and-friction.tif', '', null, null],
  ])('%s', (name, words, kind, year) => {
    expect([rasterKindOf(name, words), rasterYearOf(name)]).toEqual([kind, year]);
  });
});
