import type { CheckAnswer } from '#api/contract/check';
import { reachMetrics } from '#domain/vocabularies/flags';
import { initiativeKinds, targetGroups } from '#domain/vocabularies/initiatives';
import { useTranslation } from 'react-i18next';
import { useCheck } from '../../api/check';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { useTerm } from '../../i18n/terms';
import { said } from '../../state/moments';
import { checkQuestion } from '../../state/question';
import { setPageState, usePart } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { useSourceWords } from '../legend/source-words';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { useReachWords } from '../reach/reach-words';
import { PlanAnswer } from './plan-answer';
import './planning.css';

/** The check as a page of its own: to be read by whoever gets the link, and printed. */
export default function PlanPage() {
  const { t } = usePlanWords();
  const { t: page } = useTranslation();
  const { answer } = useDisplayedGaps();
  const asOf = answer?.parameters.asOf ?? null;
  const question = usePart((state) => checkQuestion(state, asOf));
  const check = useCheck(question);
  const copy = () =>
    void navigator.clipboard.writeText(window.location.href).then(
      () => said.set(page('app.shared')),
      () => said.set(page('app.shareFailed')),
    );
  return (
    <div className="plan-page-desk" id="list" tabIndex={-1}>
      <p className="plan-page-tools">
        <button type="button" className="button" onClick={() => setPageState({ planPage: false, lens: 'planning', view: 'gaps' })}>
          {t('plan.back')}
        </button>
        <button type="button" className="button" onClick={copy}>
          {t('plan.copy')}
        </button>
        <button type="button" className="button button-main" onClick={() => window.print()}>
          {t('plan.print')}
        </button>
      </p>
      {question === null && asOf !== null ? <p className="note">{t('plan.pick')}</p> : null}
      {check.error ? <Problem error={check.error} onRetry={() => void check.refetch()} /> : check.data === undefined ? <Skeleton words={t('plan.checking')} rows={6} /> : <PlanSheet answer={check.data} />}
    </div>
  );
}

/** Title, what was asked, what was found, and what it stands on. `picture`: the map as it stands, where there is one. */
export function PlanSheet({ answer, picture = null }: { answer: CheckAnswer; picture?: string | null }) {
  const { t } = usePlanWords();
  const { t: page } = useTranslation();
  const format = useFormat();
  const sources = useSourceWords();
  const asked = useAskedWords();
  return (
    <article className="plan-sheet">
      {answer.exercise ? <p className="print-exercise">{page('notices.exercise')}</p> : null}
      <h2>
        {page('app.name')} · {t('plan.pageTitle')}
      </h2>
      {asked(answer).map((line) => (
        <p key={line} className="plan-asked">
          {line}
        </p>
      ))}
      {picture === null ? null : <img src={picture} alt={page('print.mapAlt')} />}
      <PlanAnswer answer={answer} whole />
      <footer className="plan-foot">
        <p>{[page('map.situation', { date: format.date(answer.parameters.asOf) }), t('plan.standard', { standard: `${answer.parameters.standard} (${String(answer.parameters.standardVersion)})` }), page('map.disclaimer'), ...sources(answer.sources), ...answer.sources.structureSources, page('map.credit')].join(' · ')}</p>
        <p className="plan-url">{t('plan.address', { url: window.location.href })}</p>
      </footer>
    </article>
  );
}

function useAskedWords() {
  const { t } = usePlanWords();
  const { t: page } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const says = useReachWords();
  return ({ plan, place, parameters: { reach, threshold, service } }: CheckAnswer): string[] => {
    const areas = place.areas.map(({ name, provinceName }) => (provinceName === null ? name : `${name}, ${provinceName}`)).join(' · ');
    const metric = term(reachMetrics, reach).toLowerCase();
    return [
      [plan.outline === null ? areas : t('plan.inOutline', { areas }), t('plan.asked', { kind: term(initiativeKinds, plan.kind), from: format.date(plan.from), to: format.date(plan.to) })].join(' · '),
      [
        plan.groups.length === 0 ? t('plan.groupsNone') : t('plan.forGroups', { groups: plan.groups.map((code) => term(targetGroups, code)).join(', ') }),
        ...(plan.organisation === null ? [] : [t('plan.by', { name: plan.organisation.name })]),
        ...(plan.people === null ? [] : [t('plan.forPeople', { n: format.count(plan.people) })]),
        page(`service.asked.${service}`),
        t('plan.nearReach', { reach: `${metric}, ${[says.threshold(threshold, reach), ...(reach === 'travelTime' ? [says.band(threshold)] : [])].join(', ')}` }),
      ].join(' · '),
    ];
  };
}
