import type { CheckAnswer } from '#api/contract/check';
import { planVerdicts } from '#domain/vocabularies/plans';
import { Emphasis } from '../../i18n/emphasis';
import { useTerm } from '../../i18n/terms';
import { AlreadySection } from './already-section';
import { BetterSection } from './better-section';
import { CareSection } from './care-section';
import { NotKnownSection } from './not-known-section';
import { ToMakeReadySection } from './to-make-ready-section';
import { usePlanSentences, WEIGHT_OF } from './plan-sentences';

interface Props {
  answer: CheckAnswer;
  /** For a page that is read or printed: everything open, nothing to press. */
  whole?: boolean;
}

/** What the check found: first what to do, then what it stands on. */
export function PlanAnswer({ answer, whole = false }: Props) {
  const term = useTerm();
  const sentences = usePlanSentences();
  return (
    <>
      <ul className="plan-verdicts">
        {answer.verdicts.map((verdict) => (
          <li key={verdict} className="plan-verdict" data-weight={WEIGHT_OF[verdict]} data-verdict={verdict}>
            <h3>{term(planVerdicts, verdict)}</h3>
            {sentences(answer, verdict).map((sentence) => (
              <p key={sentence}>
                <Emphasis text={sentence} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      <CareSection answer={answer} />
      <AlreadySection answer={answer} whole={whole} />
      <ToMakeReadySection answer={answer} whole={whole} />
      <BetterSection answer={answer} whole={whole} />
      <NotKnownSection answer={answer} />
    </>
  );
}
