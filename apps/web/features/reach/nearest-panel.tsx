import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NearestAnswer, StructureFromHere } from '#api/contract/reach';
import type { LngLat } from '#domain/units';
import { structureTypes } from '#domain/vocabularies/structures';
import { useNearest } from '../../api/reach';
import { useTerm } from '../../i18n/terms';
import { thresholdOf } from '../../state/question';
import { setPageState, usePageState } from '../../state/use-page-state';
import { useCriterionWords } from '../gaps/area-words';
import { QuestionLine } from '../gaps/question-line';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { StructureSymbol } from '../structures/structure-symbol';
import { NearestSentence } from './nearest-sentence';
import { PointFields } from './point-fields';
import { usePointWords } from './point-words';
import { useReachWords } from './reach-words';
import { useSurfaceWords } from './surface-words';
import './reach.css';

const WHICH = ['ready', 'almost', 'unknown'] as const;
const FILLS = { ready: 'full', almost: 'half', unknown: 'question' } as const;

/** Care from one point of the ground, in place of the list: the nearest ready structure, almost ready one and unknown one, how far, and whether that is within reach. */
export default function NearestPanel({ from, takesFocus }: { from: LngLat; takesFocus: boolean }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useNearest(from);
  const at = usePointWords()(from);
  const { shown, answer } = useDisplayedGaps();
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) pane.current?.focus();
  }, [takesFocus]);
  return (
    <section className="pane" aria-labelledby="from-title">
      <header className="pane-head">
        <button type="button" className="link-button" onClick={() => setPageState({ from: null })}>
          ‹ {t('app.back')}
        </button>
      </header>
      <div ref={pane} className="windowed nearest" id="list" tabIndex={0}>
        <h2 id="from-title">{t('from.title')}</h2>
        <p className="note">{[at, ...(data === undefined ? [] : [data.area === null ? t('from.noArea') : t('from.inArea', { area: data.area.name })])].join(' · ')}</p>
        <QuestionLine service={answer?.parameters.service ?? 'cmr'} foretold={shown?.foretold ?? null} />
        {data ? <Nearest answer={data} /> : error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton words={t('from.loading')} rows={3} />}
        <PointFields key={from.join(',')} from={from} />
      </div>
    </section>
  );
}

function Nearest({ answer }: { answer: NearestAnswer }) {
  const { t } = useTranslation();
  const service = usePageState('service');
  const surfaceWords = useSurfaceWords();
  const drawn = WHICH.flatMap((which) => answer[which] ?? []);
  return (
    <>
      <p className="sentence">
        <NearestSentence ready={answer.ready} />
      </p>
      {answer.ground === 'offSurface' ? <p className="note">{t('from.offSurface')}</p> : null}
      {service === 'cmr' ? <p className="note">{t('from.windows')}</p> : null}
      {WHICH.map((which) => (
        <section key={which} className="nearest-one" aria-label={t(`from.which.${which}`)}>
          <h3 className="filter-label">{t(`from.which.${which}`)}</h3>
          {answer[which] === null ? <p className="note">{t(`from.none.${which}`)}</p> : <Met which={which} structure={answer[which]} />}
        </section>
      ))}
      {drawn.some(({ way, wayIs }) => way !== null && wayIs === 'modelled') ? <p className="note">{t('from.way', { surface: surfaceWords(answer.surface) })}</p> : null}
      {drawn.some(({ way, wayIs }) => way !== null && wayIs === 'straightLine') ? <p className="note">{t('from.straightWay')}</p> : null}
    </>
  );
}

function Met({ which, structure }: { which: (typeof WHICH)[number]; structure: StructureFromHere }): ReactNode {
  const { t } = useTranslation();
  const term = useTerm();
  const { criterion } = useCriterionWords();
  const { away, threshold } = useReachWords();
  const reach = usePageState('reach');
  const set = usePageState('threshold');
  const { id, name, type, missing, unknown, withinReach } = structure;
  return (
    <div className="area-entry-signed">
      <StructureSymbol type={type} fill={FILLS[which]} />
      <div>
        <button type="button" className="text-link area-entry-title" title={term(structureTypes, type)} onClick={() => setPageState({ structure: id })}>
          {name}
        </button>
        <p>{away(structure)}</p>
        {withinReach === null ? null : <p className={withinReach ? 'reach-within' : 'reach-beyond'}>{t(withinReach ? 'from.within' : 'from.beyond', { threshold: threshold(thresholdOf(reach, set)) })}</p>}
        {missing.length === 0 ? null : <p>{t('from.lacks', { list: missing.map(criterion).join(', ') })}</p>}
        {unknown.length === 0 ? null : <p>{t('from.toEstablish', { list: unknown.map(criterion).join(', ') })}</p>}
      </div>
    </div>
  );
}
