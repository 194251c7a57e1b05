import { useState } from 'react';
import { kitMovementKinds, proposalStates } from '#domain/vocabularies/programmes';
import { stockItems } from '#domain/vocabularies/structures';
import { KIT_MOVEMENTS, useKitMovements, type KitMovementItem } from '../../api/programmes';
import { Segmented } from '../../controls/segmented';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { setPageState } from '../../state/use-page-state';
import { Answered } from '../care/answered';
import { Desk, EmptyNotice } from '../care/desk';
import { FileLinks } from '../care/file-links';
import { RowActions } from '../care/row-actions';
import './programmes.css';

const KINDS = ['all', ...kitMovementKinds.codes] as const;

/** What came into structures, was given out, was lost: batch by batch, the newest first. */
export default function KitDesk() {
  const { t } = useCareWords();
  const term = useTerm();
  const query = useKitMovements();
  const [shown, setShown] = useState<(typeof KINDS)[number]>('all');
  return (
    <Desk id="kits" title={t('kit.title')} intro={t('kit.intro')} begin={kitMovementKinds.codes.map((kind) => ({ form: kind, label: t(`kit.form.${kind}`) }))}>
      <Answered query={query} loading={t('kit.loading')}>
        {({ items }) => {
          const listed = items.filter(({ kind }) => shown === 'all' || kind === shown);
          return items.length === 0 ? (
            <EmptyNotice words={t('kit.none')} why={t('kit.noneWhy')} />
          ) : (
            <>
              <div>
                <Segmented quiet label={t('kit.show')} options={KINDS.map((code) => ({ code, label: code === 'all' ? t('kit.all') : term(kitMovementKinds, code) }))} chosen={shown} onChoose={setShown} />
              </div>
              {listed.length === 0 ? <p className="note">{t('kit.noneOfKind')}</p> : <FileLinks what={t('kit.title')} path={KIT_MOVEMENTS} query={shown === 'all' ? '' : `kind=${shown}`} />}
              <ul className="care-list">
                {listed.map((movement) => (
                  <MovementRow key={movement.id} movement={movement} />
                ))}
              </ul>
            </>
          );
        }}
      </Answered>
    </Desk>
  );
}

function MovementRow({ movement }: { movement: KitMovementItem }) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const { id, kind, on, lines, organisation, structure, proposal, entered } = movement;
  return (
    <li className="care-row">
      <p className="care-row-title">{structure.area === null ? structure.name : `${structure.name} · ${structure.area}`}</p>
      <div className="care-row-side">
        <p className="care-figure">{term(kitMovementKinds, kind)}</p>
        {proposal === null ? null : (
          <button type="button" className="phase" data-phase={proposal} onClick={() => setPageState({ care: 'proposals' })}>
            {term(proposalStates, proposal)}
          </button>
        )}
      </div>
      <p className="note">{[format.date(on), organisation === null ? null : t('kit.from', { who: organisation })].filter((part) => part !== null).join(' · ')}</p>
      <ul className="batches">
        {lines.map(({ item, batch, quantity, expiry }, index) => (
          <li key={index}>
            <strong>{format.count(quantity)}</strong> {term(stockItems, item)}
            <span className="note"> {[batch === null ? t('kit.noBatch') : t('kit.batch', { batch }), expiry === null ? t('kit.noExpiry') : t('kit.until', { date: format.shortDate(expiry) })].join(' · ')}</span>
          </li>
        ))}
      </ul>
      <RowActions form={kind} record={id} structure={structure} entered={entered} />
    </li>
  );
}
