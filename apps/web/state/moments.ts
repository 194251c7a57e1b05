import type { LngLat } from '#domain/units';
import { createStore } from './store';

/** What passes and is not worth an address. */

/** Code of the area under the pointer, in the list or on the map. */
export const hoveredArea = createStore<string | null>(null);

/** Threshold under the thumb while the slider moves, in the unit of the metric. */
export const draftThreshold = createStore<number | null>(null);

/** The mission under the pointer, in a list or on the map. */
export const hoveredMission = createStore<MissionReach | null>(null);

/** The point of the map that was last touched, from which care may be looked for. */
export const touchedPoint = createStore<LngLat | null>(null);

/** Code of the province whose sessions are read on the map. */
export const chosenTrained = createStore<string | null>(null);

/** Days of forecast under the thumb while its slider moves. */
export const draftAhead = createStore<number | null>(null);

/** Date under the thumb while the month slider moves. */
export const draftDate = createStore<string | null>(null);

/** When the answers now shown were kept, if they come from the browser’s store and not from the server. */
export const storedSince = createStore<string | null>(null);

/** A person holds the button that shows today while changes are tried out. */
export const comparingToday = createStore(false);

/** Version of the data that a command of this page made: until the server answers from it, what is shown is older than what was done. */
export const awaitedVersion = createStore(0);

/** What was last done, said once to screen readers and in a corner. */
export const said = createStore<string | null>(null);

/** Where a mission is, and how far it gives care, km. Null: known by its area only. */
export interface MissionReach {
  readonly id: string;
  readonly lngLat: LngLat | null;
  readonly radiusKm: number;
}

/** Is an outline being drawn? Then a tap on the map sets a corner and chooses nothing. */
export const drawingOutline = createStore(false);
