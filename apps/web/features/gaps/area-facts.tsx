import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GapExplanation } from '#api/contract/gaps';
import { useStructure } from '../../api/queries';
import { useFormat } from '../../i18n/format';
import { setPageState } from '../../state/use-page-state';
import { useWhatIfWords } from '../../i18n/what-if-words';
import { IfTried, TriedTag } from '../what-if/tried-line';
import { useSourceWords } from '../legend/source-words';
import { useReachWords, type Away } from '../reach/reach-words';
import { useCriterionWords } from './area-words';
import { useDisplayedGaps } from './use-displayed-gaps';

const CARE_LEVELS = ['ready', 'missions', 'reported', 'unknown', 'notReady'] as const;

/** The facts of an area as label and value; what nobody knows is said to be unknown. */
export function AreaFacts({ area }: { area: GapExplanation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { answer } = useDisplayedGaps();
  const sources = useSourceWords();
  const { awareness, care } = area;
  const actors = { count: awareness.organisations, n: format.count(awareness.organisations) };
  const newest = area.structures.reduce<{ on: string; age: number } | null>(
    (best, { evidenceOn: on, evidenceAgeDays: age }) => (on !== null && age !== null && (best === null || age < best.age) ? { on, age } : best),
    null,
  );
  return (
    <dl className="facts">
      <Fact label={t('explain.awareness')}>
        {awareness.organisations === 0
          ? t('explain.noAwareness')
          : awareness.until === null
            ? t('explain.awarenessOpen', actors)
            : t('explain.awarenessUntil', { ...actors, date: format.date(awareness.until) })}
        <CampaignsTried count={awareness.tried ?? 0} />
      </Fact>
      <Fact label={t('explain.care')}>
        {CARE_LEVELS.filter((level) => care[level] > 0)
          .map((level) => t(`explain.careOf.${level}`, { count: care[level], n: format.count(care[level]) }))
          .join(' · ') || t('explain.noCare')}
      </Fact>
      {care.redundancy.twoReady ? (
        <Fact label={t('explain.redundancy')}>{t('explain.redundancyOf', { two: format.count(care.redundancy.twoReady), three: format.count(care.redundancy.threeReady ?? 0) })}</Fact>
      ) : null}
      <Fact label={t('explain.nearestReady')}>{care.nearestReady === null ? t('explain.noReady') : <StructureLink structure={care.nearestReady} />}</Fact>
      <Fact label={t('explain.almostReady')}>
        {care.nearestAlmostReady === null ? (
          t('explain.noAlmostReady')
        ) : (
          <>
            <StructureLink structure={care.nearestAlmostReady} />
            <Ingredients id={care.nearestAlmostReady.id} missing={care.nearestAlmostReady.missing} />
          </>
        )}
      </Fact>
      <Fact label={t('explain.evidence')}>{newest === null ? t('explain.noEvidence') : t('explain.evidenceOn', { n: format.count(newest.age), date: format.date(newest.on) })}</Fact>
      <Fact label={t('explain.population')}>
        {area.population === null
          ? t('explain.populationUnknown')
          : area.population.year === null
            ? t('explain.populationOf', { n: format.count(area.population.value), source: area.population.source })
            : t('explain.populationYear', { n: format.count(area.population.value), source: area.population.source, year: String(area.population.year) })}
      </Fact>
      {answer ? <Fact label={t('explain.data')}>{sources(answer.sources, area.demand).join(' · ')}</Fact> : null}
    </dl>
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

function StructureLink({ structure }: { structure: Away & { id: string; name: string; tried?: true | undefined } }) {
  const { t } = useTranslation();
  const { away } = useReachWords();
  return (
    <>
      <button type="button" className="text-link" onClick={() => setPageState({ structure: structure.id })}>
        {t('reach.away', { name: structure.name, how: away(structure) })}
      </button>
      <IfTried tried={structure.tried} />
    </>
  );
}

/** Campaigns that are tried out here, beside those that are known. */
export function CampaignsTried({ count }: { count: number }) {
  const { t } = useWhatIfWords();
  return count === 0 ? null : (
    <>
      {' '}
      <TriedTag words={t('whatIf.campaigns', { count })} />
    </>
  );
}

/** What an almost-ready structure has and lacks. The causes come with its detail; until then the names alone. */
function Ingredients({ id, missing }: { id: string; missing: readonly string[] }) {
  const { data } = useStructure(id);
  const { criterion, cause } = useCriterionWords();
  const required = data?.criteria.filter((one) => one.required && (one.verdict !== 'met' || one.code === 'trainedStaff' || one.code === 'pepKits'));
  return (
    <span className="chips">
      {required
        ? required.map((one) => (
            <span key={one.code} className={one.verdict === 'unmet' ? 'chip chip-missing' : one.verdict === 'unknown' ? 'chip chip-unknown' : 'chip'}>
              {one.verdict === 'met' ? `${criterion(one.code)} ✓` : `${criterion(one.code)} · ${cause(one.cause)}`}
            </span>
          ))
        : missing.map((code) => (
            <span key={code} className="chip chip-missing">
              {criterion(code)}
            </span>
          ))}
    </span>
  );
}
