import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportAnswer } from '#api/contract/imports';
import type { AreaType } from '#domain/records';
import { areaTypes } from '#domain/vocabularies/places';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { useIsOnline } from '../../state/media';
import { usePageState } from '../../state/use-page-state';
import { FaultBoundary } from '../notices/fault-boundary';
import { OUTCOMES, type Outcome } from '../../map/outcome-paths';
import { OutcomeSign } from './outcome-sign';
import { hasPlaces } from './part-counts';
import './preview.css';

const PreviewMap = lazy(() => import('../../map/preview-map'));

/** Points beyond this are not sent by the server. */
const POINTS_SENT = 2_000;

/** The dry run on a map: points by what would become of them, areas that are touched; the legend counts and switches. */
export default function PreviewPane({ file, row, onRow }: { file: ImportAnswer; row: number | null; onRow: (row: number | null) => void }) {
  const { t } = useDataWords();
  const { t: page } = useTranslation();
  const format = useFormat();
  const language = usePageState('lang');
  const online = useIsOnline();
  const [off, setOff] = useState<ReadonlySet<Outcome>>(new Set());
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  const again = useCallback(() => setTries((before) => before + 1), []);
  const { points, areas, outlines } = file.preview;
  const shown = useMemo(() => points.filter(({ outcome }) => !off.has(outcome)), [points, off]);
  const byType = useMemo(() => areasByType(areas), [areas]);
  // A file that was read again, or stored, may touch other areas: then the map is drawn anew.
  const drawing = useMemo(() => [file.id, outlines.length, ...areas.map(({ code, added, changed }) => `${code}:${String(added + changed > 0)}`)].join(' '), [file.id, outlines, areas]);
  const flagged = points.filter(({ declaredAt }) => declaredAt !== null);
  const touched = areas.filter(({ added, changed }) => added + changed > 0).length;
  const marked = points.find((point) => point.row === row);
  const toggle = (code: Outcome) =>
    setOff((before) => {
      const next = new Set(before);
      if (!next.delete(code)) next.add(code);
      return next;
    });
  if (!hasPlaces(file)) return <p className="note part-empty">{t('map.empty')}</p>;
  const broken = <p className="map-words">{t('map.describe')}</p>;
  return (
    <section className="preview-pane" aria-label={t('map.label')}>
      <p className="visually-hidden">{t('map.describe')}</p>
      {failed ? (
        broken
      ) : (
        <FaultBoundary instead={() => broken}>
          <Suspense fallback={<p className="map-words">{t(online ? 'map.drawing' : 'map.offline')}</p>}>
            <PreviewMap key={`${drawing} ${String(tries)}`} online={online} onAgain={again} points={shown} areas={byType} outlines={outlines} drawing={t(online ? 'map.drawing' : 'map.offline')} row={row} onRow={onRow} language={language} label={t('map.describe')} buttons={{ zoomIn: page('map.zoomIn'), zoomOut: page('map.zoomOut') }} onFailed={() => setFailed(true)} />
          </Suspense>
        </FaultBoundary>
      )}
      {marked === undefined ? null : (
        <p className="preview-card" aria-hidden="true">
          <strong>{marked.label}</strong>
          <span>{[t('changes.row', { n: String(marked.row) }), t(`map.one.${marked.outcome}`)].join(' · ')}</span>
          {marked.declaredName === null ? null : <span>{t('map.flagPlain', { label: marked.label, declared: marked.declaredName })}</span>}
        </p>
      )}
      <div className="preview-legend">
        {OUTCOMES.map((code) => ({ code, count: points.filter(({ outcome }) => outcome === code).length }))
          .filter(({ count }) => count > 0)
          .map(({ code, count }) => (
            <label key={code}>
              <input type="checkbox" checked={!off.has(code)} onChange={() => toggle(code)} />
              <OutcomeSign outcome={code} />
              {t(`map.${code}`)} <span className="note">{format.count(count)}</span>
            </label>
          ))}
        {flagged.length > 0 ? (
          <span className="preview-flagged">
            {t('map.flagged')} <span className="note">{format.count(flagged.length)}</span>
          </span>
        ) : null}
        {touched > 0 ? (
          <span className="preview-touched">
            {t('map.areas', { count: touched })} <span className="note">{format.count(touched)}</span>
          </span>
        ) : null}
        {points.length >= POINTS_SENT ? <span className="note">{t('map.firstOf')}</span> : null}
        <span className="note preview-foot">{[page('map.disclaimer'), page('map.credit')].join(' · ')}</span>
      </div>
    </section>
  );
}

type Areas = ImportAnswer['preview']['areas'];

/** Coarsest first, so that the finer are drawn over them. */
function areasByType(areas: Areas): { type: AreaType; codes: Map<string, { changes: boolean }> }[] {
  return areaTypes.codes
    .map((type) => ({ type, codes: new Map(areas.filter((area) => area.type === type).map(({ code, added, changed }) => [code, { changes: added + changed > 0 }])) }))
    .filter(({ codes }) => codes.size > 0);
}
