import type { RasterState } from '../engine/ground';

/** What the server knows of its data, from memory. */
export interface DataState {
  /** `loading`: nothing can be answered yet. A later rebuild does not change it: the old answer serves meanwhile. */
  readonly status: 'ok' | 'loading';
  /** Version that is answered from. */
  readonly dataVersion: number;
  readonly exercise: boolean;
  /** What became of each raster that is loaded. */
  readonly rasters: readonly RasterState[];
}

/** The data as one viewer may see it. */
export interface DataView {
  state(): DataState;
  /** Says that the data changed in this process, so that nobody waits for the next look. */
  changed(): void;
  /** Resolves when the engine answers from the version that the database has now, for every viewer that it answers; throws what keeps it from it. */
  settled(): Promise<void>;
}
