import { useTranslation } from 'react-i18next';
import type { GapExplanation } from '#api/contract/gaps';
import { gapClasses } from '#domain/vocabularies/flags';
import { useExplanation } from '../../api/queries';
import { Disclosure } from '../../controls/disclosure';
import { Emphasis } from '../../i18n/emphasis';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { useWhatIfWords } from '../../i18n/what-if-words';
import { useSettled } from '../../state/use-settled';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { AreaActions } from './area-actions';
import { AreaFacts } from './area-facts';
import { AreaInitiatives } from './area-initiatives';
import { AreaMissions } from './area-missions';
import { AreaStructures } from './area-structures';
import { useAreaSentences, useReasonWords } from './area-words';
import { ClassShares } from './class-shares';
import TriedLine from '../what-if/tried-line';
import { QuestionLine } from './question-line';
import { useDisplayedGaps } from './use-displayed-gaps';

/** Why an area is flagged: the sentence, the facts, what to do next, then everything that it stands on. */
export default function GapExplanationPanel({ code, name }: { code: string; name: string }) {
  const { t } = useTranslation();
  const { triedNow } = useDisplayedGaps();
  const { data, error, refetch } = useExplanation(code, useSettled(triedNow));
  return (
    <div className="explanation" role="region" aria-label={t('explain.label', { name })}>
      {data ? <Explained area={data} /> : error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton words={t('explain.loading')} rows={3} />}
    </div>
  );
}

/** Under changes: by which, and what the area is without them. */
function AreaTried({ area }: { area: GapExplanation }) {
  const { t } = useWhatIfWords();
  const term = useTerm();
  const { answer } = useDisplayedGaps();
  if (area.changes === undefined) return null;
  const today = answer?.areas.find(({ code }) => code === area.code);
  return (
    <TriedLine changes={area.changes}>
      {today?.class === undefined || today.class === null ? null : <p>{today.class === area.class ? t('whatIf.classStays') : t('whatIf.classToday', { class: term(gapClasses, today.class) })}</p>}
    </TriedLine>
  );
}

function Explained({ area }: { area: GapExplanation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sentences = useAreaSentences()(area);
  const reasonWords = useReasonWords();
  return (
    <>
      <AreaTried area={area} />
      <QuestionLine service={area.parameters.service} foretold={area.parameters.at === area.parameters.asOf ? null : area.parameters.at} />
      {sentences.map((sentence) => (
        <p key={sentence} className="explanation-sentence">
          <Emphasis text={sentence} />
        </p>
      ))}
      <AreaFacts area={area} />
      <AreaActions area={area} sentences={sentences} />
      <Disclosure title={t('explain.why')}>
        <ul className="reasons">
          {area.reasons.map((reason) => (
            <li key={reason.code}>{reasonWords(reason)}</li>
          ))}
        </ul>
        <ClassShares area={area} />
      </Disclosure>
      <Disclosure title={t('explain.initiatives', { n: format.count(area.initiatives.length) })}>
        <AreaInitiatives area={area} />
      </Disclosure>
      <Disclosure title={t('mission.of', { n: format.count(area.missions.length) })}>
        <AreaMissions area={area} />
      </Disclosure>
      <Disclosure title={t('explain.structures', { n: format.count(area.structures.length) })}>
        <AreaStructures area={area} />
      </Disclosure>
    </>
  );
}
