import type { WhatIfAnswer } from '#api/contract/what-if';
import { Emphasis } from '../../i18n/emphasis';
import { useFormat } from '../../i18n/format';
import { useWhatIfWords } from '../../i18n/what-if-words';

/** Who leaves the gap and who enters it, in a sentence; then the totals before and after. */
export function TriedFigures({ tried }: { tried: WhatIfAnswer }) {
  const { t } = useWhatIfWords();
  const format = useFormat();
  const { before, summary } = tried;
  return (
    <>
      <p data-testid="tried-people">
        <TriedSentence tried={tried} />
      </p>
      <p className="note">{t('whatIf.total', { before: format.count(before.summary.peopleInGap), after: format.count(summary.peopleInGap) })}</p>
    </>
  );
}

/** The sentence alone. */
export function TriedSentence({ tried: { gained, lost } }: { tried: WhatIfAnswer }) {
  const { t } = useWhatIfWords();
  const format = useFormat();
  const n = (people: number | null): string => (people === null ? t('whatIf.few') : format.count(people));
  const parts = [
    gained.gap === 0 ? null : t('whatIf.leaveGap', { n: n(gained.gap) }),
    lost.gap === 0 ? null : t('whatIf.enterGap', { n: n(lost.gap) }),
    gained.uncertain === 0 ? null : t('whatIf.leaveUncertain', { n: n(gained.uncertain) }),
    gained.ready === 0 ? null : t('whatIf.gainReady', { n: n(gained.ready) }),
    lost.ready === 0 ? null : t('whatIf.loseReady', { n: n(lost.ready) }),
    lost.uncertain === 0 ? null : t('whatIf.enterUncertain', { n: n(lost.uncertain) }),
  ].filter((part) => part !== null);
  return (
    <>
      {gained.gap === 0 && lost.gap === 0 ? `${t('whatIf.nobody')} ` : ''}
      <Emphasis text={parts.join(' · ')} />
    </>
  );
}
