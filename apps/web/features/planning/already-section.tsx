import type { CheckAnswer } from '#api/contract/check';
import { overlapVerdicts } from '#domain/vocabularies/flags';
import { Disclosure } from '../../controls/disclosure';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { useTerm } from '../../i18n/terms';
import { usePeriodWords } from '../gaps/area-initiatives';
import { actorsOf } from './plan-sentences';

type Already = CheckAnswer['already'][number];

/** In sight at once; the rest opens. */
const SHOWN = 4;

/** Who does the same at these dates, the same target group first, and how it overlaps. */
export function AlreadySection({ answer: { already }, whole }: { answer: CheckAnswer; whole: boolean }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const running = already.filter(({ planned }) => !planned);
  const planned = already.filter((one) => one.planned);
  const count = (n: number) => ({ count: n, n: format.count(n) });
  const first = whole ? running : running.slice(0, SHOWN);
  const rest = running.slice(first.length);
  return (
    <section className="plan-section">
      <h3>{t('already.title')}</h3>
      <p className="note">{running.length === 0 ? t('already.nobody') : t('already.count', count(running.length))}</p>
      <AlreadyList entries={first} />
      {rest.length === 0 ? null : (
        <Disclosure title={t('already.more', count(rest.length))}>
          <AlreadyList entries={rest} />
        </Disclosure>
      )}
      {planned.length === 0 ? null : (
        <>
          <h4>{t('already.planned')}</h4>
          <AlreadyList entries={planned} />
        </>
      )}
    </section>
  );
}

function AlreadyList({ entries }: { entries: readonly Already[] }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const term = useTerm();
  const period = usePeriodWords();
  if (entries.length === 0) return null;
  return (
    <ul className="plan-entries">
      {entries.map((one) => (
        <li key={one.id}>
          <span className="plan-entry-title">{one.title}</span>
          <span className="note">
            {[
              actorsOf(one),
              period(one.start, one.until, one.undated),
              one.areas.map(({ name }) => name).join(', '),
              t(`already.group.${one.sameGroup === null ? 'unknown' : one.sameGroup ? 'same' : 'other'}`),
              one.targeted === null ? t('already.targetedUnknown') : t('already.targeted', { n: format.count(one.targeted) }),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
          {one.overlap === null ? null : (
            <span className="plan-overlap" data-reading={one.overlap.verdict}>
              {t('already.overlap', { verdict: term(overlapVerdicts, one.overlap.verdict), days: format.count(one.overlap.days), strength: format.percent(one.overlap.strength) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
