import { lazy, Suspense, useState } from 'react';
import type { ImportAnswer } from '#api/contract/imports';
import { ApiProblem } from '../../api/client';
import { isRunning, useImport } from '../../api/imports';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { useIsNarrow, useIsWide } from '../../state/media';
import { setPageState, usePageState } from '../../state/use-page-state';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { ActBar } from './act-bar';
import { BlockedFile } from './blocked-file';
import { FileHead } from './file-head';
import { FileParts } from './file-parts';
import { FileSentences } from './file-sentences';
import { RasterSentences } from './raster-sentences';
import { hasPlaces } from './part-counts';

const PreviewPane = lazy(() => import('./preview-pane'));
const MappingAssistant = lazy(() => import('./mapping-assistant'));

/** One file: what it was taken for, what it would change, and what to do with it. */
export function FilePanel({ id }: { id: string }) {
  const { t } = useDataWords();
  const narrow = useIsNarrow();
  const { data, error, refetch } = useImport(id);
  const gone = error instanceof ApiProblem && (error.status === 404 || error.code === 'importGone');
  return (
    <section className="file-main" aria-label={t('file.label', { name: data?.fileName ?? '' })}>
      {narrow ? (
        <button type="button" className="link-button file-back" onClick={() => setPageState({ file: null, part: null })}>
          ‹ {t('file.back')}
        </button>
      ) : null}
      {data ? (
        <Panel file={data} />
      ) : gone ? (
        <div className="notice">
          <p>{t('file.gone')}</p>
        </div>
      ) : error ? (
        <Problem error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton words={t('file.loading')} />
      )}
    </section>
  );
}

function Panel({ file }: { file: ImportAnswer }) {
  const wide = useIsWide();
  const part = usePageState('part');
  const [row, setRow] = useState<number | null>(null);
  const { state } = file;
  // A table that no profile fits waits for its columns; one that was mapped by hand can be mapped anew from the same place.
  const toMap = state === 'blocked' && file.mapping !== null;
  const beside = wide && state !== 'reading' && hasPlaces(file);
  return (
    <div className="file-columns" data-beside={beside}>
      <div className="file-column">
        <div className="file-scroll">
          <FileHead file={file} />
          {state === 'reading' ? (
            <Progress file={file} />
          ) : state === 'blocked' ? (
            <Suspense fallback={<Skeleton words="" rows={6} />}>{toMap ? <MappingAssistant file={file} /> : <BlockedFile file={file} />}</Suspense>
          ) : state === 'failed' || state === 'cancelled' ? (
            <Stopped state={state} />
          ) : (
            <>
              {file.raster === null ? <FileSentences file={file} /> : <RasterSentences file={file} raster={file.raster} />}
              <FileParts file={file} mapBeside={beside} row={row} onRow={setRow} />
              {part === 'map' && !beside ? (
                <Suspense fallback={null}>
                  <PreviewPane file={file} row={row} onRow={setRow} />
                </Suspense>
              ) : null}
            </>
          )}
        </div>
        <ActBar file={file} />
      </div>
      {beside ? (
        <Suspense fallback={<div className="preview-pane" />}>
          <PreviewPane file={file} row={row} onRow={setRow} />
        </Suspense>
      ) : null}
    </div>
  );
}

function Progress({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
  const format = useFormat();
  const { progress } = file;
  const total = progress?.total ?? null;
  const step = progress === null ? t('state.reading') : t(`step.${progress.step}`, { n: format.count(progress.done) });
  return (
    <div className="file-running" role="status">
      <p>{total === null ? step : t('step.of', { step, total: format.count(total) })}</p>
      <progress {...(total === null ? {} : { value: progress?.done ?? 0, max: Math.max(1, total) })} aria-label={t(`state.${isRunning(file.state) ? file.state : 'reading'}`)} />
    </div>
  );
}

function Stopped({ state }: { state: 'failed' | 'cancelled' }) {
  const { t } = useDataWords();
  return (
    <div className="notice" role="alert">
      <p>{t(`file.${state}`)}</p>
    </div>
  );
}
