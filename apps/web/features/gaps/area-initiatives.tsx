import { useTranslation } from 'react-i18next';
import type { GapExplanation } from '#api/contract/gaps';
import { initiativeKinds } from '#domain/vocabularies/initiatives';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { useWhatIfWords } from '../../i18n/what-if-words';
import { TriedTag } from '../what-if/tried-line';
import { TryStop } from '../what-if/try-buttons';
import { CampaignsTried } from './area-facts';

type Initiative = GapExplanation['initiatives'][number];

/** Who is active in an area, with the words of the source that caused the kind, and the row to check them in. */
export function AreaInitiatives({ area }: { area: GapExplanation }) {
  const { t } = useTranslation();
  const tried = area.awareness.tried ?? 0;
  if (area.initiatives.length === 0 && tried === 0) return <p className="note">{t('explain.noInitiatives')}</p>;
  return (
    <ul className="entries">
      {tried === 0 ? null : (
        <li className="area-entry">
          <CampaignsTried count={tried} />
        </li>
      )}
      {area.initiatives.map((initiative) => (
        <InitiativeEntry key={`${initiative.id}${initiative.counts}`} initiative={initiative} />
      ))}
    </ul>
  );
}

function InitiativeEntry({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation();
  const term = useTerm();
  const period = usePeriodWords()(initiative.start, initiative.until, initiative.undated);
  return (
    <li className="area-entry">
      <p className="area-entry-title">{initiative.stopped === true ? <Stopped title={initiative.title} /> : initiative.title}</p>
      <p className="note">
        {[initiative.organisations.join(', '), period, initiative.counts === 'other' ? initiative.kinds.map((kind) => term(initiativeKinds, kind)).join(', ') : t(`counts.${initiative.counts}`)].join(' · ')}
      </p>
      <p className="note">
        {initiative.words.length === 0 ? null : <span className="chip">{t('initiative.words', { words: initiative.words.join(', ') })}</span>}{' '}
        {initiative.sourceRow === null ? initiative.source : t('initiative.row', { source: initiative.source, row: String(initiative.sourceRow) })}
      </p>
      {initiative.counts === 'other' ? null : <TryStop id={initiative.id} />}
    </li>
  );
}

/** Its title struck out, for whoever sees it and for whoever hears it. */
function Stopped({ title }: { title: string }) {
  const { t } = useWhatIfWords();
  return (
    <>
      <s className="tried-stopped">{title}</s> <TriedTag words={t('whatIf.stopped')} />
    </>
  );
}

/** A period, with its open ends said. */
export function usePeriodWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return (start: string | null, end: string | null, undated = false): string =>
    undated || (start === null && end === null)
      ? t('initiative.undated')
      : t('initiative.period', { start: start === null ? t('initiative.unknownStart') : format.shortDate(start), end: end === null ? t('initiative.open') : format.shortDate(end) });
}
