import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../controls/disclosure';
import { gapQuestion, judgedByQuestion, overlapsQuestion, withChanges } from '../../state/question';
import { usePart, usePageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { DownloadLinks, type Geometry } from './download-links';
import './downloads.css';

/** Lists that do not depend on what the screen shows, each with what its features hold. */
const LISTS = [
  ['areas', 'outlines'],
  ['structures', 'positions'],
  ['organisations', 'nowhere'],
  ['initiatives', 'points'],
  ['presence', 'points'],
] as const satisfies readonly (readonly [string, Geometry])[];

const FilesNote = lazy(() => import('../what-if/files-note'));

/** The list of the screen as files, with its settings and filters; then every other list, whole. */
export function Downloads() {
  const { t } = useTranslation();
  const { shown, triedNow } = useDisplayedGaps();
  const overlaps = usePageState('view') === 'overlaps';
  const query = usePart((state) => (state.view === 'overlaps' ? overlapsQuestion(state) : gapQuestion(state, { threshold: true, filters: true })));
  const judgedBy = usePart(judgedByQuestion);
  if (shown === undefined) return null;
  return (
    <div className="downloads">
      <Disclosure title={t('downloads.title')}>
        {shown.areas.length === 0 ? null : (
          <>
            <p className="note">{t('downloads.note')}</p>
            {shown.tried === null ? null : (
              <Suspense fallback={null}>
                <FilesNote inFiles={!overlaps && triedNow !== null} />
              </Suspense>
            )}
            <DownloadLinks path={overlaps ? '/api/overlaps' : '/api/gaps'} query={overlaps ? query : withChanges(query, triedNow)} geometry={overlaps ? 'points' : 'outlines'} />
          </>
        )}
        <p className="note">{t('downloads.lists')}</p>
        <dl>
          {LISTS.map(([list, geometry]) => (
            <div key={list}>
              <dt>{t(`downloads.of.${list}`)}</dt>
              <dd>
                <DownloadLinks path={`/api/${list}`} query={list === 'structures' ? judgedBy : ''} geometry={geometry} of={t(`downloads.of.${list}`)} />
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
