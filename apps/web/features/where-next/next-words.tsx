import type { WhereNextAnswer } from '#api/contract/where-next';
import { Emphasis } from '../../i18n/emphasis';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';

/** What the chosen would bring together. */
export function Headline({ answer: { chosen, asked } }: { answer: WhereNextAnswer }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const { triedNow } = useDisplayedGaps();
  if (chosen.structures === 0) {
    return (
      <div className="next-headline">
        <p>{t('next.nobody')}</p>
        <p className="note">{t('next.nobodyHint')}</p>
      </div>
    );
  }
  const values = { n: format.count(chosen.people), share: format.percent(chosen.share) };
  return (
    <div className="next-headline">
      <p>
        <Emphasis text={chosen.structures === 1 ? t('next.saysOne', values) : t('next.says', { ...values, k: format.count(chosen.structures) })} />
      </p>
      {triedNow === null ? null : <p className="note">{t('next.today')}</p>}
      {asked.weight === 'equity' ? <p className="note">{t('next.weighted')}</p> : null}
      {Object.keys(asked.costs).length === 0 ? null : <p className="note">{chosen.costUnknown === 0 ? t('next.cost', { n: format.count(chosen.cost) }) : t('next.costSome', { n: format.count(chosen.cost), unknown: format.count(chosen.costUnknown) })}</p>}
    </div>
  );
}

/** What the figures leave out. */
export function NotCounted({ answer: { notCounted, asked } }: { answer: WhereNextAnswer }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const count = (n: number) => ({ count: n, n: format.count(n) });
  const lines = [
    notCounted.withoutPosition === 0 ? null : t('next.withoutPosition', count(notCounted.withoutPosition)),
    notCounted.areasOfUnknownPopulation === 0 ? null : t('next.unknownPopulation', count(notCounted.areasOfUnknownPopulation)),
    notCounted.costUnknown === 0 || asked.budget === null ? null : t('next.costUnknown', count(notCounted.costUnknown)),
    notCounted.gainNobody === 0 ? null : t('next.gainNobody', count(notCounted.gainNobody)),
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <section className="next-section">
      <h3>{t('next.notCounted')}</h3>
      <ul className="next-unknown">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
