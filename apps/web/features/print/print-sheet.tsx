import { gapClasses, readinessLevels } from '#domain/vocabularies/flags';
import { structureTypes } from '#domain/vocabularies/structures';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { FILTER_KEYS, LEGEND_KEYS } from '../../state/page-state';
import { usePart, usePageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { ClassSwatch } from '../legend/class-swatch';
import { useSourceWords } from '../legend/source-words';
import { BandList, useIsochroneWords } from '../reach/reach-legend';
import { useReachWords } from '../reach/reach-words';
import { useTriedWords } from '../what-if/change-words';
import { StructureSymbol } from '../structures/structure-symbol';
import { useParameterWords } from '../map-pane/map-foot';
import { useTrainedWords } from '../map-pane/use-trained';
import { PlanSheet } from '../planning/plan-page';
import { NextSheet } from '../where-next/next-sheet';
import { checkQuestion } from '../../state/question';
import { useCheck } from '../../api/check';
import './print.css';

/** What goes to paper: the check of a plan or where next, where it is on the screen, else the map with its list. */
export function PrintSheet({ picture }: { picture: string | null }) {
  const { answer } = useDisplayedGaps();
  const asOf = answer?.parameters.asOf ?? null;
  const plan = useCheck(usePart((state) => (state.lens === 'planning' && state.view === 'gaps' ? checkQuestion(state, asOf) : null))).data;
  const planned = usePart((state) => state.lens === 'planning' && state.view === 'gaps' && checkQuestion(state, asOf) !== null);
  const next = usePart(({ lens, view, funding }) => lens === 'funding' && view === 'gaps' && funding === 'next');
  if (next) {
    return (
      <article className="print-sheet">
        <NextSheet picture={picture} />
      </article>
    );
  }
  if (!planned || plan === undefined) return <GapsSheet picture={picture} />;
  return (
    <div className="print-sheet">
      <PlanSheet answer={plan} picture={picture} />
    </div>
  );
}

/** A4 or A3: title, settings, figures, map, legend, the whole list, sources and disclaimer. */
function GapsSheet({ picture }: { picture: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { answer, shown } = useDisplayedGaps();
  const parameters = useParameterWords();
  const sources = useSourceWords();
  if (answer === undefined || shown === undefined) return null;
  const { summary } = shown;
  return (
    <article className="print-sheet">
      {answer.exercise ? <p className="print-exercise">{t('notices.exercise')}</p> : null}
      <h1>
        {t('app.name')} · {t('print.title')}
      </h1>
      <p>{t('print.parameters', { list: parameters(answer.parameters.asOf).join(' · ') })}</p>
      <FilterWords />
      <TriedWords />
      <p>
        <strong>{format.count(summary.peopleInGap)}</strong> {t('figures.peopleInGap')} · <strong>{format.count(summary.peopleUncertain)}</strong> {t('figures.peopleUncertain')} · <strong>{format.count(summary.possibleDuplications)}</strong>{' '}
        {t('figures.possibleDuplications')} · <strong>{summary.staleEvidenceShare === null ? '—' : format.percent(summary.staleEvidenceShare)}</strong> {t('figures.staleEvidence')}
      </p>
      {picture === null ? null : <img src={picture} alt={t('print.mapAlt')} />}
      <PrintTrained />
      <PrintBands />
      <PrintLegend />
      <PrintStructures />
      <p className="print-sources">{[t('map.disclaimer'), ...sources(answer.sources), t('map.credit')].join(' · ')}</p>
      <PrintList />
    </article>
  );
}

/** What is tried out, so that paper never passes it for established. */
function TriedWords() {
  const words = useTriedWords();
  const { shown, tried } = useDisplayedGaps();
  if (shown?.tried !== 'shown' || tried === undefined) return null;
  return (
    <p className="print-tried">
      <strong>{words(tried.changes)}</strong>
    </p>
  );
}

/** The filters that are set, as the address has them: codes, which the reader can check. */
function FilterWords() {
  const { t } = useTranslation();
  const chosen = usePart((state) => FILTER_KEYS.flatMap((key) => (state[key].length === 0 ? [] : `${key} ${state[key].join(', ')}`)).join(' · '));
  return chosen === '' ? null : <p>{t('print.filters', { list: chosen })}</p>;
}

/** What the figures of sessions on the map mean, where it carries them. */
function PrintTrained() {
  const { t } = useTranslation();
  const words = useTrainedWords();
  if (words === null) return null;
  return <p>{[words.title, words.period, words.sources, t('trained.broken', { what: words.without }), t('trained.signs'), words.nowhere].filter((part) => part !== null).join(' · ')}</p>;
}

/** The bands of minutes on the map, where it carries them. */
function PrintBands() {
  const words = useIsochroneWords();
  if (words === null) return null;
  return (
    <>
      <BandList />
      <p>{words.join(' · ')}</p>
    </>
  );
}

function PrintLegend() {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const off = usePageState('off');
  const { shown } = useDisplayedGaps();
  if (shown === undefined) return null;
  const { summary } = shown;
  return (
    <ul className="print-legend" aria-label={t('print.legend')}>
      {LEGEND_KEYS.filter((key) => !off.includes(key)).map((key) => {
        const areas = key === 'populationUnknown' ? summary.populationUnknown.areas : key === 'notClassified' ? summary.notClassified.areas : (summary.classes.find((one) => one.class === key)?.areas ?? 0);
        return (
          <li key={key}>
            <ClassSwatch entry={key} textures forecast={shown.foretold !== null} /> {key === 'populationUnknown' || key === 'notClassified' ? t(`legend.${key}`) : term(gapClasses, key)} · {format.count(areas)}
          </li>
        );
      })}
    </ul>
  );
}

function PrintStructures() {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <ul className="print-legend" aria-label={t('legend.structures')}>
      <li>
        <StructureSymbol type="HGR" fill="full" /> {term(readinessLevels, 'ready')}
      </li>
      <li>
        <StructureSymbol type="HGR" fill="half" /> {t('legend.almostReady')}
      </li>
      <li>
        <StructureSymbol type="HGR" fill="bar" /> {term(readinessLevels, 'notReady')}
      </li>
      <li>
        <StructureSymbol type="HGR" fill="question" /> {term(readinessLevels, 'unknown')}
      </li>
      {structureTypes.codes.map((code) => (
        <li key={code}>
          <StructureSymbol type={code} fill="full" /> {term(structureTypes, code)}
        </li>
      ))}
    </ul>
  );
}

function PrintList() {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const { away } = useReachWords();
  const { ranked, shown } = useDisplayedGaps();
  const forecast = shown !== undefined && shown.foretold !== null;
  const people = (value: number | null): string => (value === null ? '?' : format.count(value));
  return (
    <table>
      <caption>{t('print.list')}</caption>
      <thead>
        <tr>
          <th>{t('print.area')}</th>
          <th>{t('print.province')}</th>
          <th>{t('print.class')}</th>
          <th>{t('figures.peopleInGap')}</th>
          <th>{t('figures.peopleUncertain')}</th>
          <th>{t('print.population')}</th>
          <th>{t('print.nearestReady')}</th>
        </tr>
      </thead>
      <tbody>
        {ranked.map((area) => (
          <tr key={area.code}>
            <td>
              {area.name} <small>{area.code}</small>
            </td>
            <td>{area.provinceName}</td>
            <td>
              <ClassSwatch entry={area.class ?? 'notClassified'} textures forecast={forecast} /> {area.class === null ? t('list.notClassified') : term(gapClasses, area.class)}
            </td>
            <td>{people(area.peopleInGap)}</td>
            <td>{people(area.peopleUncertain)}</td>
            <td>{people(area.population)}</td>
            <td>{area.care.nearestReady === null ? '?' : away(area.care.nearestReady)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
