import { useTranslation } from 'react-i18next';
import { useExplanation, useInitiatives } from '../../api/queries';
import { Disclosure } from '../../controls/disclosure';
import { useFormat } from '../../i18n/format';
import { usePeriodWords } from '../gaps/area-initiatives';
import { useCriterionWords } from '../gaps/area-words';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { neighboursOf, readyShare, type Neighbour, type Plan } from './plan-check';

/** From half of the people on, care is held to be within reach: the share that also decides a class by default. */
const ENOUGH = 0.5;
/** Neighbours in sight; the rest opens. */
const SHOWN = 4;

/** Who is already there, and whether ready care is within reach of the people addressed. */
export function PlanAnswer({ code, plan }: { code: string; plan: Plan }) {
  const { t } = useTranslation();
  const area = useExplanation(code);
  const initiatives = useInitiatives(`area=${encodeURIComponent(code)}&kind=${plan.kind}&topic=sexualViolence,fistula`);
  const error = area.error ?? initiatives.error;
  if (error) return <Problem error={error} onRetry={() => void Promise.all([area.refetch(), initiatives.refetch()])} />;
  if (!area.data || !initiatives.data) return <Skeleton words={t('explain.loading')} rows={2} />;
  return (
    <>
      <CareWithinReach area={area.data} />
      <Neighbours plan={plan} initiatives={initiatives.data} />
    </>
  );
}

function CareWithinReach({ area }: { area: NonNullable<ReturnType<typeof useExplanation>['data']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { criterion } = useCriterionWords();
  const share = readyShare(area);
  const { nearestReady, nearestAlmostReady } = area.care;
  return (
    <>
      <p className={share >= ENOUGH ? 'plan-good' : 'plan-warning'}>
        {share === 0 ? t('planning.careNone') : share < ENOUGH ? t('planning.careWarning', { share: format.percent(share) }) : t('planning.careReady', { share: format.percent(share) })}
      </p>
      {nearestReady ? <p>{t('planning.nearestReady', { name: nearestReady.name, km: format.km(nearestReady.distanceKm) })}</p> : <p>{t('explain.noReady')}</p>}
      {nearestAlmostReady ? <p>{t('planning.lacks', { name: nearestAlmostReady.name, km: format.km(nearestAlmostReady.distanceKm), missing: nearestAlmostReady.missing.map(criterion).join(', ') })}</p> : null}
    </>
  );
}

function Neighbours({ plan, initiatives }: { plan: Plan; initiatives: Parameters<typeof neighboursOf>[1] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const neighbours = neighboursOf(plan, initiatives);
  if (neighbours.length === 0) return <p className="plan-good">{t('planning.nobody')}</p>;
  return (
    <>
      <p>
        <strong>{t('planning.already', { count: neighbours.length, n: format.count(neighbours.length) })}</strong>
      </p>
      <NeighbourList neighbours={neighbours.slice(0, SHOWN)} />
      {neighbours.length > SHOWN ? (
        <Disclosure title={t('planning.others', { count: neighbours.length - SHOWN, n: format.count(neighbours.length - SHOWN) })}>
          <NeighbourList neighbours={neighbours.slice(SHOWN)} />
        </Disclosure>
      ) : null}
    </>
  );
}

function NeighbourList({ neighbours }: { neighbours: readonly Neighbour[] }) {
  const { t } = useTranslation();
  const period = usePeriodWords();
  return (
      <ul className="entries">
        {neighbours.map(({ initiative, sameGroup }) => (
          <li key={initiative.id} className="area-entry">
            <p className="area-entry-title">{initiative.title}</p>
            <p className="note">
              {[
                initiative.organisations.filter(({ role }) => role !== 'funder').map(({ name, acronym }) => acronym ?? name).join(', '),
                period(initiative.start, initiative.end),
                sameGroup === null ? t('planning.publicUnknown') : sameGroup ? t('planning.samePublic') : t('planning.otherPublic'),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
  );
}
