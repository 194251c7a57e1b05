import { closureEffects } from '#domain/vocabularies/reach';
import { tiers } from '#domain/vocabularies/structures';
import { useClosures, type ClosureItem } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useDefinition, useTerm } from '../../i18n/terms';
import { Answered } from '../care/answered';
import { EntryFrame, FormSection } from '../forms/entry-frame';
import { Choice, DateField, SelectField, TextField } from '../forms/fields';
import { today } from '../forms/today';
import { useDraft } from '../forms/use-draft';
import '../programmes/programmes.css';
import { ClosurePlace } from './closure-place';
import { blankClosure, readClosure, typedClosure, type TypedClosure } from './typed-closure';

interface Props {
  /** The closure to correct; null: a new one. */
  record: string | null;
  onClose: () => void;
}

/** An area where people cannot move, or only slowly: where, since when, until when, and who may know. */
export default function ClosureForm({ record, onClose }: Props) {
  const { t } = useCareWords();
  const query = useClosures(record !== null);
  if (record === null) return <Filled item={null} onClose={onClose} />;
  return (
    <Answered query={query} loading={t('form.loading')}>
      {({ items }) => <Filled item={items.find(({ id }) => id === record) ?? null} onClose={onClose} />}
    </Answered>
  );
}

function Filled({ item, onClose }: { item: ClosureItem | null; onClose: () => void }) {
  const { t } = useCareWords();
  const term = useTerm();
  const define = useDefinition();
  const draft = useDraft<TypedClosure>(`closure.${item?.id ?? 'new'}`, item === null ? blankClosure(today()) : typedClosure(item));
  const { value: typed, change } = draft;
  return (
    <EntryFrame
      draft={draft}
      place={{ form: 'closure', structure: null, record: item?.id ?? null }}
      title={t(item === null ? 'closed.new' : 'closed.correct')}
      about={<p className="note">{t('closed.formNote')}</p>}
      reading={readClosure(typed, item?.id ?? null)}
      onClose={onClose}
    >
      <FormSection title={t('closed.what')}>
        <TextField wide path="title" label={t('programme.title')} placeholder={t('closed.titleHint')} value={typed.title} onChange={(title) => change({ title })} />
        <Choice path="effect" label={t('closed.effect')} hint={define(closureEffects, typed.effect)} value={typed.effect} options={closureEffects.codes.map((code) => ({ code, label: term(closureEffects, code) }))} onChange={(effect) => change({ effect })} />
        {typed.effect === 'slowed' ? <TextField path="factor" label={t('closed.factor')} hint={t('closed.factorNote')} value={typed.factor} max={6} onChange={(factor) => change({ factor })} /> : null}
        <DateField path="start" label={t('closed.start')} value={typed.start} onChange={(start) => change({ start })} />
        <DateField path="end" label={t('closed.end')} hint={typed.end === '' ? t('closed.untilNotice') : undefined} value={typed.end} onChange={(end) => change({ end })} />
      </FormSection>
      <FormSection title={t('closed.whereTitle')}>
        <ClosurePlace typed={typed} onChange={change} />
      </FormSection>
      <FormSection title={t('closed.who')}>
        <SelectField path="tier" label={t('programme.tier')} placeholder={t('session.choose')} value={typed.tier} options={tiers.codes.map((code) => ({ code, label: term(tiers, code) }))} onChange={(tier) => change({ tier })} />
      </FormSection>
    </EntryFrame>
  );
}
