import { startTypescriptWorker } from '#db/drivers/typescript-worker';
import type { Database } from '#db/database';
import { type AnalysisArea, readAreasForAnalysis } from '#db/stores/analysis-input';
import type { RasterKind } from '#domain/reach-records';
import { toolItself } from '#domain/viewer';
import { emptySummary, unknownHead } from '#interchange/row-account';
import { sourceOfName } from '#interchange/source-of-name';
import type { ProfileName, ReadOptions, ReadResult, RowResult } from '#interchange/read-result';
import type { FileContent, FileSource } from '../import/file-source';
import type { ExaminedRaster } from './examine-raster';
import type { ExamineMessage, ExamineRequest } from './examine-raster-worker';
import { holdsRaster, type IncomingRaster, takeRaster } from './raster-folder';
import type { RasterSummary } from './raster-summary';

const PROFILES: Readonly<Record<RasterKind, ProfileName>> = { population: 'rasterPopulation', friction: 'rasterFriction' };
/** What the thread may hold beside the cells themselves. */
const LIMITS = { maxOldGenerationSizeMb: 1024 } as const;

/** A GeoTIFF as a file with one record: the raster itself, which lies beside the database under its digest. */
export class RasterSource implements FileSource {
  raster: RasterSummary | null = null;
  #incoming: IncomingRaster | null = null;

  constructor(private readonly database: Database, private readonly content: FileContent, private readonly sha256: string, private readonly onProgress: (done: number, total: number) => void) {}

  async read(options: ReadOptions, onRows: (rows: readonly RowResult[]) => Promise<void> | void, signal?: AbortSignal): Promise<ReadResult> {
    const { database: { rastersDir, kysely }, sha256 } = this;
    this.#incoming = await takeRaster(rastersDir, this.content, sha256);
    const areas: AnalysisArea[] = [];
    for await (const page of readAreasForAnalysis(kysely, toolItself)) areas.push(...page);
    signal?.throwIfAborted();
    const source = options.source ?? sourceOfName(options.fileName);
    const question = { fileName: options.fileName, sha256, rastersDir, kind: kindOf(options.profile), source, year: options.reportedOn === undefined ? null : Number(options.reportedOn.slice(0, 4)) };
    const examined = await examineInWorker({ path: this.#incoming.path, question, areas }, this.onProgress, signal);
    this.raster = examined.summary;
    return account(examined, options, source, onRows);
  }

  async isMissing(): Promise<boolean> {
    return this.raster !== null && !(await holdsRaster(this.database.rastersDir, this.sha256));
  }

  async keep(): Promise<void> {
    await this.#incoming?.keep();
  }

  async drop(): Promise<void> {
    await this.#incoming?.drop();
  }
}

const kindOf = (profile: ProfileName | undefined): RasterKind | null => (profile === 'rasterPopulation' ? 'population' : profile === 'rasterFriction' ? 'friction' : null);

async function account({ kind, record, issues }: ExaminedRaster, options: ReadOptions, source: string, onRows: (rows: readonly RowResult[]) => Promise<void> | void): Promise<ReadResult> {
  const head = {
    ...unknownHead(source, options.reportedOn ?? null), container: 'geotiff' as const, profile: kind === null ? null : PROFILES[kind],
    certainty: kind === null ? ('none' as const) : kindOf(options.profile) === null ? ('sure' as const) : ('chosen' as const),
  };
  const summary = emptySummary(head, issues);
  if (record === null) return { summary, fileIssues: issues };
  await onRows([{ row: 1, records: [{ kind: 'raster', record }], issues: [], areaClaims: [], cells: {} }]);
  return { summary: { ...summary, rows: 1, accepted: 1, recordCounts: { raster: 1 } }, fileIssues: issues };
}

/** Reads the raster in a thread of its own, so that this one goes on answering. Throws if the thread breaks or `signal` aborts. */
async function examineInWorker(request: ExamineRequest, onProgress: (done: number, total: number) => void, signal?: AbortSignal): Promise<ExaminedRaster> {
  const worker = startTypescriptWorker(new URL('./examine-raster-worker.ts', import.meta.url), { workerData: request, resourceLimits: LIMITS });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop);
  try {
    return await new Promise<ExaminedRaster>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error(signal?.aborted === true ? 'The import was cancelled.' : 'The reader ended without an answer.')));
      worker.on('message', (message: ExamineMessage) => (message.kind === 'examined' ? resolve(message.examined) : onProgress(message.done, message.total)));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
