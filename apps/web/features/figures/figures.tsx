import { useTranslation } from 'react-i18next';
import { Tip } from '../../controls/tip';
import { useFormat } from '../../i18n/format';
import { setPageState } from '../../state/use-page-state';
import { isSupposed } from '../gaps/displayed-gaps';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import './figures.css';

/** The four figures of the moment, each with what it counts. They follow the threshold slider with the map. */
export function Figures() {
  const { t } = useTranslation();
  const format = useFormat();
  const { shown } = useDisplayedGaps();
  if (shown === undefined || shown.areas.length === 0) return <div className="figures" />;
  const { summary } = shown;
  const unknown = summary.populationUnknown.areas;
  const withoutPopulation = unknown === 0 ? '' : ` ${t('figures.withoutPopulation', { count: unknown, n: format.count(unknown) })}`;
  return (
    <div className="figures" role="group" aria-label={shown.foretold === null ? t('figures.label') : t('ahead.of', { date: format.date(shown.foretold) })} data-forecast={isSupposed(shown)}>
      <Figure kind="gap" number={format.count(summary.peopleInGap)} label={t('figures.peopleInGap')} means={t('figures.peopleInGapMeans') + withoutPopulation} onPress={() => setPageState({ view: 'gaps', sort: 'peopleInGap' })} />
      <Figure kind="uncertain" number={format.count(summary.peopleUncertain)} label={t('figures.peopleUncertain')} means={t('figures.peopleUncertainMeans') + withoutPopulation} onPress={() => setPageState({ view: 'gaps', sort: 'peopleUncertain' })} />
      <Figure kind="duplications" number={format.count(summary.possibleDuplications)} label={t('figures.possibleDuplications')} means={t('figures.possibleDuplicationsMeans')} onPress={() => setPageState({ view: 'overlaps', verdict: ['possibleDuplication'] })} />
      <Figure kind="stale" number={summary.staleEvidenceShare === null ? '—' : format.percent(summary.staleEvidenceShare)} label={t('figures.staleEvidence')} means={summary.staleEvidenceShare === null ? t('figures.noEvidence') : t('figures.staleEvidenceMeans')} />
    </div>
  );
}

function Figure({ kind, number, label, means, onPress }: { kind: string; number: string; label: string; means: string; onPress?: () => void }) {
  return (
    <Tip className="figure" tip={means} {...(onPress ? { onPress } : {})}>
      <span className="figure-number" data-kind={kind}>
        {number}
      </span>
      <span className="figure-label">{label}</span>
    </Tip>
  );
}
