import { useState } from 'react';
import { proposalStates } from '#domain/vocabularies/programmes';
import { useProposals, useProposalsOfMap, type ProposalItem } from '../../api/programmes';
import { Segmented } from '../../controls/segmented';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { Answered } from '../care/answered';
import { Desk, EmptyNotice } from '../care/desk';
import { FormFields } from '../forms/form-context';
import { SignatureField } from '../forms/signature';
import { ProposalCard } from './proposal-card';
import './programmes.css';
import '../forms/forms.css';

const keyOf = ({ subject, subjectId, structure, digest, state }: ProposalItem): string => [subject, subjectId, structure.id, digest, state].join(' ');

/** What programmes propose to structures: nothing counts until somebody has accepted it. */
export default function ProposalDesk() {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const [state, setState] = useState<(typeof proposalStates.codes)[number]>('open');
  const [lacksWho, setLacksWho] = useState(false);
  const query = useProposals(state);
  const ofMap = useProposalsOfMap(state).data;
  const counts = query.data?.counts;
  const askWho = () => {
    setLacksWho(true);
    document.querySelector<HTMLInputElement>('.proposal-who input')?.focus();
  };
  return (
    <Desk id="proposals" title={t('proposal.title')} intro={t('proposal.intro')}>
      <Answered query={query} loading={t('proposal.loading')}>
        {({ items, asOf }) => (
          <>
            <div className="care-tools">
              <Segmented
                label={t('proposal.state')}
                options={proposalStates.codes.map((code) => ({ code, label: counts === undefined ? term(proposalStates, code) : `${term(proposalStates, code)} ${format.count(counts[code])}` }))}
                chosen={state}
                onChoose={setState}
              />
              <div className="proposal-who">
                <FormFields value={{ remarks: [], missing: lacksWho ? ['enteredBy'] : [], tried: lacksWho }}>
                  <SignatureField label={t('proposal.who')} />
                </FormFields>
              </div>
            </div>
            {items.length === 0 ? (
              <EmptyNotice words={t(`proposal.none.${state}`)} why={t('proposal.noneWhy')} />
            ) : (
              <ul className="care-list">
                {items.map((proposal) => {
                  const then = ofMap?.items.find((one) => keyOf(one) === keyOf(proposal));
                  return <ProposalCard key={keyOf(proposal)} proposal={then === undefined ? proposal : { ...proposal, effects: then.effects }} effectOn={then === undefined ? asOf : (ofMap?.asOf ?? asOf)} onLacksWho={askWho} />;
                })}
              </ul>
            )}
          </>
        )}
      </Answered>
    </Desk>
  );
}
