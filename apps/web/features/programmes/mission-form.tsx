import { sessionStatuses } from '#domain/vocabularies/programmes';
import { services, tiers } from '#domain/vocabularies/structures';
import { useMissions, type MissionItem } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useTerm } from '../../i18n/terms';
import { Answered } from '../care/answered';
import { EntryFrame, FormSection } from '../forms/entry-frame';
import { Choice, CountField, DateField, SelectField, TextField } from '../forms/fields';
import { today } from '../forms/today';
import { useDraft } from '../forms/use-draft';
import { MissionPlace } from './mission-place';
import { OrganisationLines } from './organisation-lines';
import { blankMission, readMission, typedMission, type TypedMission } from './typed-mission';
import './programmes.css';

interface Props {
  /** The mission to correct; null: a new one. */
  record: string | null;
  onClose: () => void;
}
const TREATED = ['women', 'men', 'girls', 'boys', 'total'] as const;

/** A team sent for a time: what it gives, where, when, and whom it reached. */
export default function MissionForm({ record, onClose }: Props) {
  const { t } = useCareWords();
  const query = useMissions();
  if (record === null) return <Filled item={null} onClose={onClose} />;
  return (
    <Answered query={query} loading={t('form.loading')}>
      {({ items }) => <Filled item={items.find(({ id }) => id === record) ?? null} onClose={onClose} />}
    </Answered>
  );
}

function Filled({ item, onClose }: { item: MissionItem | null; onClose: () => void }) {
  const { t } = useCareWords();
  const term = useTerm();
  const draft = useDraft<TypedMission>(`mission.${item?.id ?? 'new'}`, item === null ? blankMission(today(), 'fistulaRepair') : typedMission(item));
  const { value: typed, change } = draft;
  return (
    <EntryFrame draft={draft} place={{ form: 'mission', structure: null, record: item?.id ?? null }} title={t(item === null ? 'mission.new' : 'mission.correct')} about={<p className="note">{t('mission.formNote')}</p>} reading={readMission(typed, item?.id ?? null, today())} onClose={onClose}>
      <FormSection title={t('mission.what')}>
        <TextField wide path="title" label={t('programme.title')} value={typed.title} onChange={(title) => change({ title })} />
        <SelectField path="service" label={t('mission.service')} value={typed.service} options={services.codes.map((code) => ({ code, label: term(services, code) }))} onChange={(service) => change({ service })} />
        <CountField path="radiusKm" label={t('mission.radius')} placeholder="15" value={typed.radiusKm} onChange={(radiusKm) => change({ radiusKm })} />
        <Choice path="status" label={t('programme.status')} value={typed.status} options={sessionStatuses.codes.map((code) => ({ code, label: term(sessionStatuses, code) }))} onChange={(status) => change({ status })} />
        <DateField path="start" label={t('programme.start')} value={typed.start} onChange={(start) => change({ start, end: typed.end < start ? start : typed.end })} />
        <DateField path="end" label={t('programme.end')} value={typed.end} onChange={(end) => change({ end })} />
      </FormSection>
      <FormSection title={t('mission.where')}>
        <MissionPlace typed={typed} onChange={change} />
      </FormSection>
      <FormSection title={t('mission.people')} note={t('mission.peopleNote')}>
        <CountField path="capacity" label={t('mission.capacity')} value={typed.capacity} onChange={(capacity) => change({ capacity })} />
        {TREATED.map((group) => (
          <CountField key={group} path={`treated.${group}`} label={t(`mission.treated.${group}`)} value={typed.treated[group]} onChange={(count) => change({ treated: { ...typed.treated, [group]: count } })} />
        ))}
      </FormSection>
      <FormSection title={t('programme.organisations')}>
        <OrganisationLines lines={typed.organisations} onChange={(organisations) => change({ organisations })} />
        <SelectField path="tier" label={t('programme.tier')} placeholder={t('session.choose')} value={typed.tier} options={tiers.codes.map((code) => ({ code, label: term(tiers, code) }))} onChange={(tier) => change({ tier })} />
      </FormSection>
    </EntryFrame>
  );
}
