import { checkMovementClosure } from '#domain/entry-checks/check-reach';
import type { MovementClosure } from '#domain/reach-records';
import type { LngLat } from '#domain/units';
import type { closureEffects } from '#domain/vocabularies/reach';
import type { tiers } from '#domain/vocabularies/structures';
import type { Entry } from '../../api/entries';
import type { ClosureItem } from '../../api/programmes';
import type { Sourced } from '../forms/entry-frame';
import { lacking, reading, unreadable, type Reading } from '../forms/reading';
import { readNumber } from '../forms/typed';

type ClosureEntry = Extract<Entry, { kind: 'movementClosure' }>;
type Outline = NonNullable<MovementClosure['outline']>;

/** Corners that close an outline. */
const FEWEST_CORNERS = 3;
/** Digits of a corner that is tapped: about ten metres. */
const DECIMALS = 4;

export interface TypedCorner {
  readonly lng: string;
  readonly lat: string;
}
export interface TypedArea {
  readonly code: string;
}
export interface TypedClosure extends Sourced {
  readonly title: string;
  readonly where: 'areas' | 'outline';
  readonly areas: readonly TypedArea[];
  readonly corners: readonly TypedCorner[];
  /** An outline of several parts or with holes, which this form cannot draw; it stays as it is until somebody takes it away. */
  readonly kept: Outline | null;
  readonly effect: (typeof closureEffects.codes)[number];
  readonly factor: string;
  readonly start: string;
  /** Empty: until further notice. */
  readonly end: string;
  readonly tier: (typeof tiers.codes)[number] | '';
}

export const blankArea = (): TypedArea => ({ code: '' });
export const blankCorner = (): TypedCorner => ({ lng: '', lat: '' });
export const cornerAt = ([lng, lat]: LngLat): TypedCorner => ({ lng: lng.toFixed(DECIMALS), lat: lat.toFixed(DECIMALS) });

export const blankClosure = (today: string): TypedClosure => ({
  source: '',
  title: '',
  where: 'areas',
  areas: [blankArea()],
  corners: [],
  kept: null,
  effect: 'blocked',
  factor: '',
  start: today,
  end: '',
  tier: 'partners',
});

/** A closure as it stands, to be corrected. */
export function typedClosure(item: ClosureItem): TypedClosure {
  const ring = item.outline?.length === 1 && item.outline[0]?.length === 1 ? (item.outline[0][0] ?? []) : null;
  const drawn = ring !== null && item.areaCodes.length === 0;
  return {
    source: item.entered.source,
    title: item.title,
    where: drawn ? 'outline' : 'areas',
    areas: item.areaCodes.length === 0 ? [blankArea()] : item.areaCodes.map((code) => ({ code })),
    corners: drawn ? ring.slice(0, -1).map(cornerAt) : [],
    kept: drawn ? null : item.outline,
    effect: item.effect,
    factor: item.factor === null ? '' : String(item.factor),
    start: item.start,
    end: item.end ?? '',
    // To be said again: a correction must not show to more people what was kept from them.
    tier: '',
  };
}

/** The position of a corner; null: it is not whole, or no place on the Earth. */
export function placeOf({ lng, lat }: TypedCorner): LngLat | null {
  const place = [readNumber(lng) ?? Number.NaN, readNumber(lat) ?? Number.NaN] as const;
  return Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 90 ? place : null;
}

/** The outline as drawn, closed; null: it has too few corners. */
function outlineOf({ corners, kept }: TypedClosure): Outline | null {
  const ring = corners.flatMap((corner) => {
    const place = placeOf(corner);
    return place === null ? [] : [[place[0], place[1]] as [number, number]];
  });
  const first = ring[0];
  const drawn: Outline = first !== undefined && ring.length >= FEWEST_CORNERS ? [[[...ring, first]]] : [];
  const outline = [...(kept ?? []), ...drawn];
  return outline.length === 0 ? null : outline;
}

/** The closure as typed, as an entry. Only the place that was chosen is sent. */
export function readClosure(typed: TypedClosure, correct: string | null): Reading {
  const byArea = typed.where === 'areas';
  const factor = typed.effect === 'slowed' ? readNumber(typed.factor) : null;
  const record: ClosureEntry['record'] = {
    title: typed.title.trim(),
    areaCodes: byArea ? [...new Set(typed.areas.map(({ code }) => code).filter((code) => code !== ''))] : [],
    outline: byArea ? typed.kept : outlineOf(typed),
    effect: typed.effect,
    factor,
    start: typed.start,
    end: typed.end === '' ? null : typed.end,
    tier: typed.tier === '' ? 'hidden' : typed.tier,
  };
  const nowhere = record.areaCodes.length === 0 && record.outline === null;
  const corners = byArea ? [] : typed.corners.flatMap((corner, index) => (placeOf(corner) === null ? [index] : []));
  const missing = [
    ...lacking({ title: typed.title, start: typed.start, tier: typed.tier, ...(typed.effect === 'slowed' ? { factor: typed.factor } : {}) }),
    ...(nowhere ? [byArea ? 'areaCodes.0' : 'outline'] : []),
    ...corners.flatMap((index) => [`corners.${String(index)}.lat`, `corners.${String(index)}.lng`].filter((path) => (typed.corners[index]?.[path.endsWith('lat') ? 'lat' : 'lng'] ?? '') === '')),
  ];
  const unread = unreadable({
    ...(typed.effect === 'slowed' ? { factor } : {}),
    ...Object.fromEntries(corners.flatMap((index) => (['lng', 'lat'] as const).map((axis) => [`corners.${String(index)}.${axis}`, axisOf(typed.corners[index], axis)]))),
  });
  // A place that is still to be filled in is asked for at its own field.
  const ruled = checkMovementClosure(record).filter(({ code }) => code !== 'closureNowhere');
  return reading({ kind: 'movementClosure', ...(correct === null ? {} : { correct }), record }, missing, unread, ruled);
}

/** A coordinate as typed: null where nothing was, NaN where it is no degree of that axis. */
function axisOf(corner: TypedCorner | undefined, axis: 'lng' | 'lat'): number | null {
  const degrees = readNumber(corner?.[axis] ?? '');
  return degrees === null || Math.abs(degrees) <= (axis === 'lng' ? 180 : 90) ? degrees : Number.NaN;
}
