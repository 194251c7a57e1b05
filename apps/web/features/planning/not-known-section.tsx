import type { CheckAnswer } from '#api/contract/check';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';

/** What the answer does not know, or takes for granted. */
export function NotKnownSection({ answer: { notKnown } }: { answer: CheckAnswer }) {
  const { t } = usePlanWords();
  const format = useFormat();
  if (notKnown.length === 0) return null;
  return (
    <section className="plan-section">
      <h3>{t('unknown.title')}</h3>
      <ul className="plan-unknown">
        {notKnown.map(({ code, count, names }) => (
          <li key={code}>{t(`unknown.${code}`, { count: count ?? 0, n: format.count(count ?? 0), names: format.list(names) })}</li>
        ))}
      </ul>
    </section>
  );
}
