import { targetGroups } from '#domain/vocabularies/initiatives';
import { sessionStatuses, sessionTopics } from '#domain/vocabularies/programmes';
import { cadres, tiers } from '#domain/vocabularies/structures';
import { useSessions, type SessionItem } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useTerm } from '../../i18n/terms';
import { Answered } from '../care/answered';
import { AreaPicker } from '../forms/area-picker';
import { EntryFrame, FormSection } from '../forms/entry-frame';
import { Choice, CountField, DateField, Remarks, SelectField, TextField } from '../forms/fields';
import { LineList } from '../forms/line-list';
import { StructurePicker } from '../forms/structure-picker';
import { today } from '../forms/today';
import { useDraft } from '../forms/use-draft';
import { OrganisationLines } from './organisation-lines';
import { blankOrigin, blankSession, isForHealthStaff, readSession, typedSession, type TypedOrigin, type TypedSession } from './typed-session';

interface Props {
  /** The session to correct; null: a new one. */
  record: string | null;
  onClose: () => void;
}

/** A session of training, planned or held, for one audience. */
export default function SessionForm({ record, onClose }: Props) {
  const { t } = useCareWords();
  const query = useSessions();
  if (record === null) return <Filled onClose={onClose} item={null} />;
  return (
    <Answered query={query} loading={t('form.loading')}>
      {({ items }) => <Filled onClose={onClose} item={items.find(({ id }) => id === record) ?? null} />}
    </Answered>
  );
}

function Filled({ item, onClose }: { item: SessionItem | null; onClose: () => void }) {
  const { t } = useCareWords();
  const term = useTerm();
  const draft = useDraft<TypedSession>(`session.${item?.id ?? 'new'}`, item === null ? blankSession(today()) : typedSession(item));
  const { value: typed, change } = draft;
  return (
    <EntryFrame draft={draft} place={{ form: 'session', structure: null, record: item?.id ?? null }} title={t(item === null ? 'session.new' : 'session.correct')} reading={readSession(typed, item?.id ?? null, today())} onClose={onClose}>
      <FormSection title={t('session.what')}>
        <TextField wide path="title" label={t('programme.title')} value={typed.title} onChange={(title) => change({ title })} />
        <SelectField path="audience" label={t('session.audience')} placeholder={t('session.choose')} value={typed.audience} options={targetGroups.codes.map((code) => ({ code, label: term(targetGroups, code) }))} onChange={(audience) => change({ audience })} />
        <SelectField path="topic" label={t('session.topic')} value={typed.topic} options={sessionTopics.codes.map((code) => ({ code, label: term(sessionTopics, code) }))} onChange={(topic) => change({ topic })} />
        <Choice path="status" label={t('programme.status')} value={typed.status} options={sessionStatuses.codes.map((code) => ({ code, label: term(sessionStatuses, code) }))} onChange={(status) => change({ status })} />
      </FormSection>
      <FormSection title={t('programme.whenWhere')}>
        <DateField path="start" label={t('programme.start')} value={typed.start} onChange={(start) => change({ start, end: typed.end < start ? start : typed.end })} />
        <DateField path="end" label={t('programme.end')} value={typed.end} onChange={(end) => change({ end })} />
        <AreaPicker path="areaCode" label={t('programme.area')} value={typed.areaCode} onChange={(areaCode) => change({ areaCode })} />
      </FormSection>
      <FormSection title={t('session.people')} note={t('session.peopleNote')}>
        <CountField path="planned" label={t('session.planned')} value={typed.planned} onChange={(planned) => change({ planned })} />
        <CountField path="women" label={t('session.women')} value={typed.women} onChange={(women) => change({ women })} />
        <CountField path="men" label={t('session.men')} value={typed.men} onChange={(men) => change({ men })} />
        <CountField path="total" label={t('session.total')} value={typed.total} onChange={(total) => change({ total })} />
      </FormSection>
      {isForHealthStaff(typed) ? (
        <FormSection title={t('session.origins')} note={t('session.originsNote')}>
          <TextField path="protocolVersion" label={t('assessment.protocolVersion')} placeholder={t('form.unknown')} value={typed.protocolVersion} onChange={(protocolVersion) => change({ protocolVersion })} />
          <LineList label={t('session.origins')} lines={typed.origins} blank={blankOrigin} addWords={t('session.addOrigin')} onChange={(origins) => change({ origins })}>
            {(line, set, index) => <OriginFields line={line} path={`origins.${String(index)}`} onChange={set} />}
          </LineList>
          <Remarks path="origins" />
        </FormSection>
      ) : null}
      <FormSection title={t('programme.organisations')}>
        <OrganisationLines lines={typed.organisations} onChange={(organisations) => change({ organisations })} />
        <SelectField path="tier" label={t('programme.tier')} placeholder={t('session.choose')} value={typed.tier} options={tiers.codes.map((code) => ({ code, label: term(tiers, code) }))} onChange={(tier) => change({ tier })} />
      </FormSection>
    </EntryFrame>
  );
}

function OriginFields({ line, path, onChange }: { line: TypedOrigin; path: string; onChange: (part: Partial<TypedOrigin>) => void }) {
  const { t } = useCareWords();
  const term = useTerm();
  return (
    <>
      <StructurePicker path={`${path}.structureId`} value={line.structure} onChange={(structure) => onChange({ structure })} />
      <SelectField path={`${path}.cadre`} label={t('assessment.cadre')} value={line.cadre} options={cadres.codes.map((code) => ({ code, label: term(cadres, code) }))} onChange={(cadre) => onChange({ cadre })} />
      <CountField path={`${path}.number`} label={t('assessment.number')} value={line.number} onChange={(number) => onChange({ number })} />
      <CountField path={`${path}.women`} label={t('assessment.women')} value={line.women} onChange={(women) => onChange({ women })} />
      <CountField path={`${path}.men`} label={t('assessment.men')} value={line.men} onChange={(men) => onChange({ men })} />
    </>
  );
}
