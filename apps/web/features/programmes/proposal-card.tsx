import { useState } from 'react';
import { readinessLevels } from '#domain/vocabularies/flags';
import { proposalSubjects } from '#domain/vocabularies/programmes';
import { cadres, services, stockItems } from '#domain/vocabularies/structures';
import type { ProposalItem } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { said } from '../../state/moments';
import { useStore } from '../../state/store';
import { setPageState } from '../../state/use-page-state';
import { EnteredLine } from '../care/entered-line';
import { CommandFault } from '../data/command-fault';
import { signature } from '../forms/signature';
import { useCriterionWords } from '../gaps/area-words';
import { useVerdict, type Verdict } from './use-verdict';

interface Props {
  proposal: ProposalItem;
  /** Day on which its effects are judged: that of the map where the proposal was known then. */
  effectOn: string;
  /** Whoever decides says as what, first. */
  onLacksWho: () => void;
}

/** What one training or delivery would change in one structure, and the answer to it. */
export function ProposalCard({ proposal, effectOn, onLacksWho }: Props) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const enteredBy = useStore(signature);
  const [reason, setReason] = useState('');
  const answer = useVerdict(proposal, (chosen) => said.set(t(`proposal.decided.${chosen}`, { name: proposal.structure.name })));
  const { subject, title, on, structure, state, corrected, verdict, entered } = proposal;
  const decide = (chosen: Verdict) => {
    if (enteredBy.trim() === '') onLacksWho();
    else answer.mutate({ verdict: chosen, reason, enteredBy });
  };
  return (
    <li className="proposal">
      <p className="care-row-title">{structure.area === null ? structure.name : `${structure.name} · ${structure.area}`}</p>
      <p className="note">{[term(proposalSubjects, subject), title, format.date(on)].filter((part) => part !== null).join(' · ')}</p>
      {corrected ? <p className="proposal-corrected">{t('proposal.corrected')}</p> : null}
      <Proposed proposal={proposal} />
      <Effects proposal={proposal} on={effectOn} />
      {verdict === null ? null : (
        <p>
          {t(`proposal.said.${verdict.verdict}`, { who: verdict.decidedBy, date: format.date(verdict.decidedOn) })} {verdict.reason}
          <br />
          <EnteredLine entered={verdict.entered} />
        </p>
      )}
      <div className="proposal-acts">
        {state === 'accepted' ? null : (
          <button type="button" className="button button-main" disabled={answer.isPending} onClick={() => decide('accepted')}>
            {t('proposal.accept')}
          </button>
        )}
        {state === 'rejected' ? null : (
          <button type="button" className="button" disabled={answer.isPending} onClick={() => decide('rejected')}>
            {t('proposal.reject')}
          </button>
        )}
        <input className="field" value={reason} maxLength={500} aria-label={t('proposal.reason')} placeholder={t('proposal.reason')} onChange={(event) => setReason(event.target.value)} />
      </div>
      <CommandFault error={answer.error} />
      <div className="care-row-actions">
        <button type="button" className="link-button" onClick={() => setPageState({ view: 'gaps', structure: structure.id })}>
          {t('programme.openStructure')}
        </button>
        <EnteredLine entered={entered} />
      </div>
    </li>
  );
}

/** Staff or batches that would be added. */
function Proposed({ proposal: { staff, lines } }: { proposal: ProposalItem }) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const said_ = (count: number | null): string => (count === null ? '?' : format.count(count));
  return (
    <ul className="batches">
      {staff.map(({ service, cadre, number, women, men }, index) => (
        <li key={`staff${String(index)}`}>
          + <strong>{said_(number)}</strong> · {term(cadres, cadre).toLowerCase()} · {term(services, service).toLowerCase()}
          <span className="note"> {women === null && men === null ? '' : t('session.bySex', { women: said_(women), men: said_(men) })}</span>
        </li>
      ))}
      {lines.map(({ item, batch, quantity, expiry }, index) => (
        <li key={`line${String(index)}`}>
          + <strong>{format.count(quantity)}</strong> {term(stockItems, item)}
          <span className="note"> {[batch === null ? t('kit.noBatch') : t('kit.batch', { batch }), expiry === null ? t('kit.noExpiry') : t('kit.until', { date: format.shortDate(expiry) })].join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

/** From → to, service by service, by the standard in force. */
function Effects({ proposal: { effects }, on }: { proposal: ProposalItem; on: string }) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const { criterion } = useCriterionWords();
  return (
    <ul className="effects">
      {effects.map(({ service, without, accepted, missingWithout, missingAccepted }) => {
        const gained = missingWithout.filter((code) => !missingAccepted.includes(code));
        return (
          <li key={service}>
            <span className="note">{term(services, service)}</span> <span data-readiness={without}>{term(readinessLevels, without)}</span> → <strong data-readiness={accepted}>{term(readinessLevels, accepted)}</strong>
            <span className="note">
              {' '}
              {[
                t('proposal.effectOn', { date: format.shortDate(on) }),
                gained.length === 0 ? (without === accepted ? t('proposal.noChange') : null) : t('proposal.gains', { list: format.list(gained.map(criterion)) }),
                missingAccepted.length === 0 ? null : t('proposal.stillLacks', { list: format.list(missingAccepted.map(criterion)) }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
