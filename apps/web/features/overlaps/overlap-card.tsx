import type { OverlapPair } from '#api/contract/records';
import { decisionVerdicts, overlapKinds, overlapVerdicts } from '#domain/vocabularies/flags';
import { initiativeKinds, targetGroups } from '#domain/vocabularies/initiatives';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Emphasis } from '../../i18n/emphasis';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { setPageState, usePageState } from '../../state/use-page-state';
import { usePeriodWords } from '../gaps/area-initiatives';

/** Names shown before the rest is counted. */
const NAMES = 3;

/** Two initiatives that overlap: how much, where, for whom, how many people, and what a person decided. */
export const OverlapCard = memo(function OverlapCard({ pair }: { pair: OverlapPair }) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const chosen = usePageState('pair') === pair.id;
  const names = pair.areaNames.slice(0, NAMES).join(', ') + (pair.areaNames.length > NAMES ? ` +${format.count(pair.areaNames.length - NAMES)}` : '');
  const { targeted: a } = pair.a;
  const { targeted: b } = pair.b;
  const comparable = a !== null && b !== null && pair.populationThere !== null;
  const title = `${pair.a.title} / ${pair.b.title}`;
  return (
    <li className="overlap" data-chosen={chosen}>
      <button type="button" className="overlap-head" aria-pressed={chosen} aria-label={t('overlaps.select', { title })} onClick={() => setPageState({ pair: chosen ? null : pair.id, area: null })}>
        <span className="overlap-kind">{term(initiativeKinds, pair.kind)}</span>
        <span className="verdict" data-verdict={pair.overlapKind === 'sameRecord' ? 'sameRecord' : pair.verdict}>
          {pair.overlapKind === 'sameRecord' ? term(overlapKinds, 'sameRecord') : term(overlapVerdicts, pair.verdict)}
        </span>
        <span className="overlap-where">
          {t('overlaps.areas', { count: pair.areaCodes.length, n: format.count(pair.areaCodes.length) })} · {names}
        </span>
        <span className="overlap-strength" title={t('overlaps.strengthMeans')}>
          <span className="strength-bar" aria-hidden="true">
            <span style={{ width: `${Math.round(pair.strength * 100)}%` }} />
          </span>
          {t('overlaps.strength', { n: format.percent(pair.strength) })}
        </span>
      </button>
      <div className="overlap-sides">
        <Side side={pair.a} />
        <Side side={pair.b} />
      </div>
      <p className="overlap-people">
        {comparable ? <Emphasis text={t('overlaps.together', { targeted: format.count(a + b), there: format.count(pair.populationThere ?? 0) })} /> : t('overlaps.togetherUnknown')}{' '}
        <span className="note">
          {t('overlaps.days', { count: pair.overlapDays, n: format.count(pair.overlapDays) })}
          {pair.targetGroups.length > 0 ? ` · ${pair.targetGroups.map((code) => term(targetGroups, code)).join(', ')}` : ''}
        </span>
      </p>
      <p className="overlap-decision" data-decided={pair.decision !== null}>
        {pair.decision === null ? (
          t('overlaps.undecided')
        ) : (
          <>
            <strong>{t('overlaps.decided', { verdict: term(decisionVerdicts, pair.decision.verdict), by: pair.decision.decidedBy, date: format.date(pair.decision.decidedOn) })}</strong> {pair.decision.reason}
          </>
        )}
      </p>
    </li>
  );
});

function Side({ side }: { side: OverlapPair['a'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const period = usePeriodWords();
  return (
    <div className="overlap-side">
      <p className="area-entry-title">{side.organisations.join(', ')}</p>
      <p className="overlap-title">{side.title}</p>
      <p className="note">{period(side.start, side.end)}</p>
      <p className="note">{side.targeted === null ? t('overlaps.targetedUnknown') : t('overlaps.targeted', { n: format.count(side.targeted) })}</p>
      <p className="note">{side.sourceRow === null ? side.source : t('initiative.row', { source: side.source, row: String(side.sourceRow) })}</p>
    </div>
  );
}
