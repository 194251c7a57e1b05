import { useState, type KeyboardEvent } from 'react';
import type { MatchItem } from '#api/contract/imports';
import { organisationTypes } from '#domain/vocabularies/organisations';
import { structureTypes } from '#domain/vocabularies/structures';
import type { Vocabulary } from '#domain/vocabulary';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { useReasonWords } from '../data/reason-words';

interface Props {
  pair: MatchItem;
  busy: boolean;
  onDecide: (verdict: 'same' | 'different', reason: string) => void;
}

/** One pair: why it is asked about, the two records, and what can be said of them. */
export function MatchCard({ pair, busy, onDecide }: Props) {
  const { t } = useDataWords();
  const format = useFormat();
  const reasonWords = useReasonWords();
  const [reason, setReason] = useState('');
  const { sides, state, decision, distanceKm, score, by } = pair;
  const facts = [
    t('matches.alike', { n: format.percent(score) }),
    ...(pair.kind === 'structure' ? [distanceKm === null ? t('matches.noDistance') : distanceKm < 1 ? t('matches.metres', { n: format.count(distanceKm * 1000) }) : t('matches.km', { n: format.km(distanceKm) })] : []),
    ...(pair.reasons.length > 0 ? [reasonWords(pair.reasons)] : []),
  ];
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey || busy) return;
    const key = event.key.toLowerCase();
    if (key === t('matches.sameKey') && state !== 'joined') onDecide('same', reason);
    else if (key === t('matches.differentKey') && state !== 'apart') onDecide('different', reason);
    else return;
    event.preventDefault();
  };
  return (
    <li className="match" tabIndex={0} aria-label={t('matches.pair', { one: sides[0].label, other: sides[1].label })} onKeyDown={press}>
      <p className="match-facts">{facts.join(' · ')}</p>
      <div className="match-sides">
        {sides.map((side, index) => (
          <Side key={side.id} side={side} other={sides[index === 0 ? 1 : 0]} kind={pair.kind} stays={index === 0} />
        ))}
      </div>
      <p className="note">
        {decision !== null ? [t('matches.byPerson', { who: decision.decidedBy, date: format.date(decision.decidedOn) }), ...(decision.reason === '' ? [] : [decision.reason])].join(' · ') : state === 'joined' && by === 'rule' ? t('matches.byRule') : null}
      </p>
      <div className="match-actions">
        {state === 'joined' ? null : (
          <button type="button" className="button button-main" disabled={busy} onClick={() => onDecide('same', reason)}>
            {t(state === 'apart' ? 'matches.join' : 'matches.same')}
          </button>
        )}
        {state === 'apart' ? null : (
          <button type="button" className="button" disabled={busy} onClick={() => onDecide('different', reason)}>
            {t(state === 'joined' ? 'matches.separate' : 'matches.different')}
          </button>
        )}
        <input className="field match-reason" value={reason} maxLength={500} aria-label={t('matches.reason')} placeholder={t('matches.reason')} onChange={(event) => setReason(event.target.value)} />
      </div>
    </li>
  );
}

type SideOf = MatchItem['sides'][number];

/** One record; what differs from the other is set in bold. */
function Side({ side, other, kind, stays }: { side: SideOf; other: SideOf; kind: MatchItem['kind']; stays: boolean }) {
  const { t } = useDataWords();
  const termOf = useTypeTerm(kind);
  const position = ({ lngLat }: SideOf): string => (lngLat === null ? '—' : `${lngLat[1].toFixed(4)}, ${lngLat[0].toFixed(4)}`);
  return (
    <div className="match-side">
      <p className="match-name" data-differs={side.label !== other.label}>
        {side.label}
        {stays ? <span className="chip">{t('matches.visible')}</span> : null}
      </p>
      <p data-differs={side.type !== other.type}>{termOf(side.type)}</p>
      <dl className="match-sources">
        {kind === 'structure' ? (
          <>
            <dt>{t('matches.area')}</dt>
            <dd data-differs={side.area !== other.area}>{side.area ?? '—'}</dd>
            <dt>{t('matches.position')}</dt>
            <dd data-differs={position(side) !== position(other)}>{position(side)}</dd>
          </>
        ) : null}
        <dt>{t('matches.source')}</dt>
        <dd>{side.source}</dd>
      </dl>
    </div>
  );
}

function useTypeTerm(kind: MatchItem['kind']): (code: string) => string {
  const term = useTerm();
  const list: Vocabulary = kind === 'structure' ? structureTypes : organisationTypes;
  return (code) => (list.codes.includes(code) ? term(list, code) : code);
}
