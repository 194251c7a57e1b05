import type { StructureDetail } from '#api/contract/records';
import { mayGiveCare } from '#domain/structure-rules';
import { readinessLevels } from '#domain/vocabularies/flags';
import { needs } from '#domain/vocabularies/programmes';
import { ownerships, structureTypes, tiers } from '#domain/vocabularies/structures';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStructure } from '../../api/queries';
import { useFormat } from '../../i18n/format';
import { useDefinition, useTerm } from '../../i18n/terms';
import { useWhatIfWords } from '../../i18n/what-if-words';
import { fillOf } from '../../map/structure-shapes';
import { useSettled } from '../../state/use-settled';
import { setPageState, usePageState } from '../../state/use-page-state';
import { useCriterionWords } from '../gaps/area-words';
import { QuestionLine } from '../gaps/question-line';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { CriteriaTable } from './criteria-table';
import { DisagreementList } from './disagreement-list';
import { HistoryTimeline } from './history-timeline';
import { ReadinessForecast } from './readiness-forecast';
import { StockOutlook } from './stock-outlook';
import TriedLine from '../what-if/tried-line';
import { TryStructure } from '../what-if/try-buttons';
import { StructureActions } from './structure-actions';
import { StructureSymbol } from './structure-symbol';
import './structures.css';

/** One structure, in place of the list: is it ready, by which criterion, on which evidence, and until when. */
export default function StructurePanel({ id, takesFocus }: { id: string; takesFocus: boolean }) {
  const { t } = useTranslation();
  const { triedNow } = useDisplayedGaps();
  const { data, error, refetch } = useStructure(id, useSettled(triedNow));
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) pane.current?.focus();
  }, [takesFocus]);
  return (
    <section className="pane" aria-label={data?.name ?? t('structure.loading')}>
      <header className="pane-head">
        <button type="button" className="link-button" onClick={() => setPageState({ structure: null })}>
          ‹ {t('app.back')}
        </button>
      </header>
      <div ref={pane} className="windowed structure" id="list" tabIndex={0}>{data ? <Detail structure={data} /> : error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton words={t('structure.loading')} />}</div>
    </section>
  );
}

function Detail({ structure }: { structure: StructureDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const define = useDefinition();
  const language = usePageState('lang');
  const sentence = useReadinessSentence();
  const { standard, tried } = structure;
  return (
    <>
      <div className="structure-title">
        <StructureSymbol type={structure.type} fill={tried === undefined ? fillOf(structure.readiness, structure.missing.length, structure.unknown.length) : fillOf(tried, LACKS_MUCH, 0)} size={22} />
        <div>
          <h2>{structure.name}</h2>
          <p className="note">{structure.typeAsGiven === null ? term(structureTypes, structure.type) : t('structure.typeAsGiven', { type: term(structureTypes, structure.type), given: structure.typeAsGiven })}</p>
        </div>
        <span className="readiness" data-readiness={tried ?? structure.readiness} data-tried={tried !== undefined}>
          {term(readinessLevels, tried ?? structure.readiness)}
        </span>
      </div>
      {tried === undefined ? null : <StructureTried structure={structure} />}
      <QuestionLine service={standard.service} foretold={structure.at === structure.asOf ? null : structure.at} />
      {tried === undefined ? <p>{sentence(structure)}</p> : null}
      {structure.need === null || tried !== undefined ? null : (
        <p className="structure-need">
          <span className="note">{t('evidence.need')}</span> <strong>{term(needs, structure.need)}</strong> <span className="note">{define(needs, structure.need)}</span>
        </p>
      )}
      {mayGiveCare(structure.type) ? <TryStructure id={structure.id} readiness={structure.readiness} /> : null}
      <StructureActions />
      <DisagreementList disagreements={structure.disagreements} />
      {structure.lngLat === null ? <p className="note">{t('structure.noPosition')}</p> : null}
      <h3>{t('structure.criteria')}</h3>
      <p className="note">{t('structure.standard', { name: language === 'fr' ? standard.nameFr : standard.nameEn, version: String(standard.version), date: format.date(structure.asOf) })}</p>
      <CriteriaTable criteria={structure.criteria} supposed={tried === 'ready'} />
      <ReadinessForecast structure={structure} />
      <StockOutlook items={structure.stockOutlook} />
      <HistoryTimeline structure={structure} />
      <dl className="facts structure-facts">
        <Fact label={t('structure.place')}>{[structure.healthZone?.name, structure.province?.name].filter((part) => part !== undefined).join(' · ') || t('app.unknown')}</Fact>
        <Fact label={t('structure.ownership')}>{term(ownerships, structure.ownership)}</Fact>
        {structure.supportedBy.length > 0 ? <Fact label={t('structure.supportedBy')}>{structure.supportedBy.join(', ')}</Fact> : null}
        <Fact label={t('structure.tier')}>{term(tiers, structure.tier)}</Fact>
        <Fact label={t('structure.ids')}>{structure.externalIds.map((one) => `${one.scheme} ${one.id}`).join(', ') || t('app.none')}</Fact>
        <Fact label={t('structure.source')}>{structure.sourceRow === null ? structure.source : t('initiative.row', { source: structure.source, row: String(structure.sourceRow) })}</Fact>
      </dl>
    </>
  );
}

/** Not ready without anybody saying what is missing: never drawn as almost ready. */
const LACKS_MUCH = 3;

/** What the trial supposes of the structure, and what its evidence says. */
function StructureTried({ structure }: { structure: StructureDetail }) {
  const { t } = useWhatIfWords();
  const format = useFormat();
  const sentence = useReadinessSentence();
  const { criterion } = useCriterionWords();
  const { changes } = useDisplayedGaps().tried ?? {};
  const supposed = [...structure.missing, ...structure.unknown].map(criterion);
  return (
    <TriedLine changes={(changes ?? []).filter(({ target }) => target === structure.id)}>
      {structure.tried !== 'ready' ? <p>{t('whatIf.supposedLost')}</p> : supposed.length === 0 ? null : <p>{t('whatIf.supposed', { list: format.list(supposed) })}</p>}
      <p>{t('whatIf.structureToday', { says: sentence(structure) })}</p>
    </TriedLine>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function useReadinessSentence() {
  const { t } = useTranslation();
  const format = useFormat();
  const { criterion } = useCriterionWords();
  return ({ readiness, missing, unknown, lapsesAfter, lapseCriterion, asOf, at }: StructureDetail): string => {
    const named = (codes: readonly string[]): string => format.list(codes.map(criterion));
    switch (readiness) {
      case 'ready':
        if (lapsesAfter === null) return t('structure.ready');
        return t(at === asOf ? 'structure.readyUntil' : 'structure.readyUntilAhead', { date: format.date(lapsesAfter), criterion: criterion(lapseCriterion ?? '') });
      case 'notReady':
        return t('structure.notReady', { missing: named(missing) });
      case 'unknown':
        return t('structure.unknown', { unknown: named(unknown) });
    }
  };
}
