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
import type { DataState, DataView } from './data-view';
import { readWithheldCare } from './withheld-care';

/** Keeps the engine at the version of the data: always for the server's own viewer, and for others from their first question on. */
export interface DataWatch extends DataView {
  /** The data of a viewer; one who was not here before is prepared from now on, and `loading` until then. */
  of(viewer: Viewer): DataView;
  stop(): Promise<void>;
}

export interface WatchOptions {
  readonly database: Database;
  readonly engine: Engine;
  /** Whose answers are always ready. */
  readonly viewer: Viewer;
  /** How often to look: on PostGIS another process may change the data. */
  readonly everyMs?: number;
  readonly onError?: (error: unknown) => void;
}

const LOOK_EVERY_MS = 2000;
/** Files are often loaded one after the other: wait until the version rests this long. */
const REST_MS = 200;
/** Viewers beside the server's own whose data are held at a time: each is a data set of its own in memory. */
const MOST_OTHERS = 3;
const LOADING: DataState = { status: 'loading', dataVersion: 0, exercise: false, rasters: [] };

const today = (): string => new Date().toISOString().slice(0, 10);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function watchData({ database, engine, viewer: own, everyMs = LOOK_EVERY_MS, onError }: WatchOptions): DataWatch {
  /** By viewer, the one who asked longest ago first. */
  const wanted = new Map<Viewer, DataState>([[own, LOADING]]);
  let stopped = false;
  let looking: Promise<Look> | null = null;
  /** What went wrong last: said once, not every two seconds. */
  let lastFault: string | null = null;

  const stateOf = (viewer: Viewer): DataState => wanted.get(viewer) ?? LOADING;
  const isAt = (version: number) => (viewer: Viewer): boolean => engine.holds(viewer) && stateOf(viewer).dataVersion === version && stateOf(viewer).status === 'ok';

  /** Brings the engine to the version of the data, also where its thread broke; answers whether it is there. */
  async function look(): Promise<boolean> {
    let version = await readDataVersion(database.kysely);
    // With nothing to answer from yet there is nothing to wait with.
    while (engine.holds(own)) {
      if ([...wanted.keys()].every(isAt(version))) return true;
      if (isAt(version)(own)) break;
      await pause(REST_MS);
      if (stopped) return true;
      const next = await readDataVersion(database.kysely);
      if (next === version) break;
      version = next;
    }
    for (const viewer of [own, ...wanted.keys()]) {
      if (!wanted.has(viewer) || isAt(version)(viewer)) continue;
      if (stopped || !(await load(viewer, version))) return stopped;
    }
    return true;
  }

  /** False: the data changed meanwhile. */
  async function load(viewer: Viewer, version: number): Promise<boolean> {
    const [exercise, standards, stored] = await Promise.all([holdsExerciseData(database.kysely), listStandards(database.kysely, viewer), listRasters(database.kysely)]);
    let rasters: readonly RasterState[];
    try {
      rasters = await engine.load({ viewer, dataVersion: version, exercise, today: today(), standards }, readParts(viewer, version), { rastersDir: database.rastersDir, rasters: stored });
    } catch (error) {
      if (error instanceof VersionMoved) return false;
      throw error;
    }
    // Forgotten while it was being prepared: nobody waits for it.
    if (wanted.has(viewer)) wanted.set(viewer, { status: 'ok', dataVersion: version, exercise, rasters });
    else await engine.forget(viewer);
    return true;
  }

  /** Every part, as this viewer may see it. Pages read while the data changed do not fit together: then it throws. */
  async function* readParts(viewer: Viewer, version: number): AsyncGenerator<DatasetPart> {
    const db = database.kysely;
    for await (const rows of readAreasForAnalysis(db, viewer)) yield { part: 'areas', rows };
    for await (const rows of readPlacesForAnalysis(db, viewer)) yield { part: 'places', rows };
    for await (const rows of readStructuresForAnalysis(db, viewer)) yield { part: 'structures', rows };
    const [reported, assessed] = [new LatestDay(), new LatestDay()];
    for await (const rows of readEvidenceForAnalysis(db, viewer)) {
      rows.forEach(({ evidence }) => assessed.note(evidence.assessedOn));
      yield { part: 'evidence', rows };
    }
    for await (const rows of readInitiativesForAnalysis(db, viewer)) {
      rows.forEach(({ reportedOn }) => reported.note(reportedOn));
      yield { part: 'initiatives', rows };
    }
    for await (const rows of readDecisionsForAnalysis(db, viewer)) yield { part: 'decisions', rows };
    for await (const rows of readProgrammesForAnalysis(db, viewer)) yield { part: 'programmes', rows };
    yield { part: 'withheldCare', rows: await readWithheldCare({ database, viewer }, reported.day ?? assessed.day ?? today()) };
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

  function changed(): void {
    // A look that runs may have read the version before the change: look again after it.
    void (looking ?? Promise.resolve()).then(() => (stopped ? undefined : lookOnce()));
  }

  async function settled(): Promise<void> {
    await looking;
    while (!stopped) {
      const { error, there } = await lookOnce();
      if (error !== undefined) throw error;
      if (there) return;
    }
  }

  /** Notes that somebody asks for a viewer, and lets go of whoever asked longest ago where there are too many. */
  function want(viewer: Viewer): void {
    if (viewer === own) return;
    const state = wanted.get(viewer);
    wanted.delete(viewer);
    wanted.set(viewer, state ?? LOADING);
    if (state === undefined) changed();
    const others = [...wanted.keys()].filter((one) => one !== own);
    for (const one of others.slice(0, Math.max(0, others.length - MOST_OTHERS))) {
      wanted.delete(one);
      void engine.forget(one);
    }
  }

  const timer = setInterval(() => void lookOnce(), everyMs);
  void lookOnce();

  return {
    of(viewer) {
      want(viewer);
      return { state: () => stateOf(viewer), changed, settled };
    },
    state: () => stateOf(own),
    changed,
    settled,
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

/** The last of some days; null where there is none. */
class LatestDay {
  day: string | null = null;

  note(day: string | null): void {
    if (day !== null && (this.day === null || day > this.day)) this.day = day;
  }
}
