import { parentPort, workerData } from 'node:worker_threads';
import type { AnalysisArea } from '#db/stores/analysis-input';
import { issue } from '#domain/issue';
import { openRaster, RasterDamaged } from '#interchange/rasters/open-raster';
import { buildAreaSets } from '../../engine/area-sets';
import { type ExaminedRaster, examineRaster, type RasterQuestion } from './examine-raster';

/** What this thread is asked, as its `workerData`. */
export interface ExamineRequest {
  readonly path: string;
  readonly question: RasterQuestion;
  readonly areas: readonly AnalysisArea[];
}
export type ExamineMessage = { readonly kind: 'progress'; readonly done: number; readonly total: number } | { readonly kind: 'examined'; readonly examined: ExaminedRaster };

const port = parentPort;
if (port === null) throw new Error('examine-raster-worker runs in a worker thread only');
const say = (message: ExamineMessage): void => port.postMessage(message);

async function examine({ path, question, areas }: ExamineRequest): Promise<ExaminedRaster> {
  const refused = (fault: ExaminedRaster['issues'][number]): ExaminedRaster => ({ kind: question.kind, record: null, summary: null, issues: [fault] });
  const raster = await openRaster(path);
  if ('severity' in raster) return refused(raster);
  try {
    return await examineRaster(raster, question, buildAreaSets(areas), (done, total) => say({ kind: 'progress', done, total }));
  } catch (error) {
    if (error instanceof RasterDamaged) return refused(issue('fileTruncated', 'error'));
    throw error;
  } finally {
    await raster.close();
  }
}

say({ kind: 'examined', examined: await examine(workerData as ExamineRequest) });
