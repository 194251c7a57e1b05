import type { Database } from '#db/database';
import { readAreasForAnalysis, readDecisionsForAnalysis, readEvidenceForAnalysis, readInitiativesForAnalysis, readPlacesForAnalysis, readProgrammesForAnalysis, readStructuresForAnalysis } from '#db/stores/analysis-input';
import { listStandards } from '#db/stores/care-standards';
import { readDataVersion } from '#db/stores/data-version';
import { holdsExerciseData } from '#db/stores/import-batches';
import { listRasters } from '#db/stores/rasters';
import type { Viewer } from '#domain/viewer';
import type { Engine } from '../engine/engine';
import type { RasterState } from '../engine/ground';
import type { DatasetPart } from '../engine/messages';

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

/** Keeps the engine at the version of the data. */
export interface DataWatch {
  state(): DataState;
  /** Says that the data changed in this process, so that nobody waits for the next look. */
  changed(): void;
  /** Resolves when the engine answers from the version that the database has now; throws what keeps it from it. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface WatchOptions {
  readonly database: Database;
  readonly engine: Engine;
  readonly viewer: Viewer;
  /** How often to look: on PostGIS another process may change the data. */
  readonly everyMs?: number;
  readonly onError?: (error: unknown) => void;
}

const LOOK_EVERY_MS = 2000;
/** Files are often loaded one after the other: wait until the version rests this long. */
const REST_MS = 200;

const today = (): string => new Date().toISOString().slice(0, 10);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function watchData({ database, engine, viewer, everyMs = LOOK_EVERY_MS, onError }: WatchOptions): DataWatch {
  let state: DataState = { status: 'loading', dataVersion: 0, exercise: false, rasters: [] };
  let stopped = false;
  let looking: Promise<Look> | null = null;
  /** What went wrong last: said once, not every two seconds. */
  let lastFault: string | null = null;

  /** Brings the engine to the version of the data, also where its thread broke; answers whether it is there. */
  async function look(): Promise<boolean> {
    let version = await readDataVersion(database.kysely);
    // With nothing to answer from yet there is nothing to wait with.
    while (engine.holds(viewer)) {
      if (version === state.dataVersion) return true;
      await pause(REST_MS);
      if (stopped) return true;
      const next = await readDataVersion(database.kysely);
      if (next === version) break;
      version = next;
    }
    const [exercise, standards, stored] = await Promise.all([holdsExerciseData(database.kysely), listStandards(database.kysely, viewer), listRasters(database.kysely)]);
    let rasters: readonly RasterState[];
    try {
      rasters = await engine.load({ viewer, dataVersion: version, exercise, today: today(), standards }, readParts(version), { rastersDir: database.rastersDir, rasters: stored });
    } catch (error) {
      if (error instanceof VersionMoved) return false;
      throw error;
    }
    state = { status: 'ok', dataVersion: version, exercise, rasters };
    return true;
  }

  /** Every part, as this viewer may see it. Pages read while the data changed do not fit together: then it throws. */
  async function* readParts(version: number): AsyncGenerator<DatasetPart> {
    const db = database.kysely;
    for await (const rows of readAreasForAnalysis(db, viewer)) yield { part: 'areas', rows };
    for await (const rows of readPlacesForAnalysis(db, viewer)) yield { part: 'places', rows };
    for await (const rows of readStructuresForAnalysis(db, viewer)) yield { part: 'structures', rows };
    for await (const rows of readEvidenceForAnalysis(db, viewer)) yield { part: 'evidence', rows };
    for await (const rows of readInitiativesForAnalysis(db, viewer)) yield { part: 'initiatives', rows };
    for await (const rows of readDecisionsForAnalysis(db, viewer)) yield { part: 'decisions', rows };
    for await (const rows of readProgrammesForAnalysis(db, viewer)) yield { part: 'programmes', rows };
    if (stopped || (await readDataVersion(db)) !== version) throw new VersionMoved();
  }

  /** One look at a time; whoever asks during one waits for it. */
  function lookOnce(): Promise<Look> {
    looking ??= look()
      .then((there): Look => {
        lastFault = null;
        return { there };
      }, (cause: unknown): Look => {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        if (!stopped && error.message !== lastFault) onError?.(error);
        lastFault = error.message;
        return { there: false, error };
      })
      .finally(() => (looking = null));
    return looking;
  }

  const timer = setInterval(() => void lookOnce(), everyMs);
  void lookOnce();

  return {
    state: () => state,
    changed() {
      // A look that runs may have read the version before the change: look again after it.
      void (looking ?? Promise.resolve()).then(() => (stopped ? undefined : lookOnce()));
    },
    async settled() {
      await looking;
      while (!stopped) {
        const look = await lookOnce();
        if (look.error !== undefined) throw look.error;
        if (look.there) return;
      }
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
    },
  };
}

/** How a look ended: at the version of the data, or overtaken by a change, or failed. */
interface Look {
  readonly there: boolean;
  readonly error?: Error;
}

class VersionMoved extends Error {}
