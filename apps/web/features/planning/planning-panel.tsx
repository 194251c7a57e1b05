import { useCheck } from '../../api/check';
import { usePlanWords } from '../../i18n/plan-words';
import { checkQuestion, planAreasOf } from '../../state/question';
import { setPageState, usePart } from '../../state/use-page-state';
import { GapList } from '../gaps/gap-list';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { PlanAnswer } from './plan-answer';
import { PlanForm } from './plan-form';
import './planning.css';

/** The planner’s reading: say what you mean to do, and see who is there and whether care would follow. Nothing is saved. */
export default function PlanningPanel() {
  const { t } = usePlanWords();
  const areas = usePart((state) => planAreasOf(state).join(','));
  return (
    <GapList
      title={t('plan.title')}
      explains={false}
      picked={areas === '' ? NONE : areas.split(',')}
      intro={
        <div className="lens-intro plan">
          <PlanForm />
          <div className="plan-answer">
            <Checked />
          </div>
        </div>
      }
    />
  );
}
const NONE: readonly string[] = [];

function Checked() {
  const { t } = usePlanWords();
  const { answer } = useDisplayedGaps();
  const asOf = answer?.parameters.asOf ?? null;
  const question = usePart((state) => checkQuestion(state, asOf));
  const check = useCheck(question);
  if (question === null) return <p className="note">{`${t('plan.pick')} ${t('plan.intro')}`}</p>;
  if (check.error) return <Problem error={check.error} onRetry={() => void check.refetch()} />;
  if (check.data === undefined) return <Skeleton words={t('plan.checking')} rows={3} />;
  return (
    <>
      <p className="visually-hidden" role="status">
        {check.isPlaceholderData ? t('plan.checking') : ''}
      </p>
      <div className="plan-checked" data-old={check.isPlaceholderData}>
        <PlanAnswer answer={check.data} />
      </div>
      <p className="plan-actions">
        <button type="button" className="button button-main" onClick={() => setPageState({ planPage: true })}>
          {t('plan.page')}
        </button>
      </p>
    </>
  );
}
