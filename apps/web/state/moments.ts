import { createStore } from './store';

/** What passes and is not worth an address. */

/** Code of the area under the pointer, in the list or on the map. */
export const hoveredArea = createStore<string | null>(null);

/** Threshold under the thumb while the slider moves, in the unit of the metric. */
export const draftThreshold = createStore<number | null>(null);

/** Date under the thumb while the month slider moves. */
export const draftDate = createStore<string | null>(null);

/** When the answers now shown were kept, if they come from the browser’s store and not from the server. */
export const storedSince = createStore<string | null>(null);

/** What was last done, said once to screen readers and in a corner. */
export const said = createStore<string | null>(null);
