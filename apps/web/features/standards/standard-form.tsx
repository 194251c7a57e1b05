import { services } from '#domain/vocabularies/structures';
import { useStandards, type StandardItem } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useTerm } from '../../i18n/terms';
import { Answered } from '../care/answered';
import { EntryFrame, FormSection } from '../forms/entry-frame';
import { CountField, DateField, Remarks, SelectField, TextField } from '../forms/fields';
import { LineList } from '../forms/line-list';
import { today } from '../forms/today';
import { useDraft } from '../forms/use-draft';
import { CriterionFields } from './criterion-fields';
import { blankCriterion, nameOfStandard, readStandard, typedStandard, type TypedStandard } from './typed-standard';
import './standards.css';

interface Props {
  /** `code@version` of the draft to edit, or of the version that the next one starts from; null: a new standard. */
  record: string | null;
  onClose: () => void;
}

/** A version of a standard: a draft until an authority and a day of adoption are given. */
export default function StandardForm({ record, onClose }: Props) {
  const { t } = useCareWords();
  return (
    <Answered query={useStandards()} loading={t('form.loading')}>
      {({ items }) => <Filled from={items.find((one) => nameOfStandard(one) === record) ?? null} all={items} onClose={onClose} />}
    </Answered>
  );
}

function Filled({ from, all, onClose }: { from: StandardItem | null; all: readonly StandardItem[]; onClose: () => void }) {
  const { t } = useCareWords();
  const term = useTerm();
  const record = from === null ? null : nameOfStandard(from);
  const draft = useDraft<TypedStandard>(`standard.${record ?? 'new'}`, typedStandard(from, all));
  const { value: typed, change } = draft;
  const kept = from !== null;
  return (
    <EntryFrame
      draft={draft}
      place={{ form: 'standard', structure: null, record }}
      title={from === null ? t('standard.new') : t(from.adoptedOn === null ? 'standard.editDraft' : 'standard.nextVersion', { version: typed.version })}
      about={<p className="note">{t('standard.formNote')}</p>}
      reading={readStandard(typed, all, today())}
      onClose={onClose}
    >
      <FormSection title={t('standard.what')}>
        <TextField path="nameFr" label={t('standard.nameFr')} value={typed.nameFr} onChange={(nameFr) => change({ nameFr })} />
        <TextField path="nameEn" label={t('standard.nameEn')} value={typed.nameEn} onChange={(nameEn) => change({ nameEn })} />
        {kept ? null : <SelectField path="service" label={t('mission.service')} value={typed.service} options={services.codes.map((code) => ({ code, label: term(services, code) }))} onChange={(service) => change({ service })} />}
        {kept ? null : <TextField path="code" label={t('standard.shortName')} placeholder="cmr-province" max={60} value={typed.code} onChange={(code) => change({ code })} />}
        <CountField path="version" label={t('standard.version')} placeholder="1" value={typed.version} onChange={(version) => change({ version })} />
      </FormSection>
      <FormSection title={t('standard.criteria')} note={t('standard.criteriaNote')}>
        <LineList label={t('standard.criteria')} lines={typed.criteria} blank={blankCriterion} addWords={t('standard.addCriterion')} onChange={(criteria) => change({ criteria })}>
          {(line, set, index) => <CriterionFields line={line} path={`criteria.${String(index)}`} onChange={set} />}
        </LineList>
        <Remarks path="criteria" />
      </FormSection>
      <FormSection title={t('standard.ages')} note={t('standard.agesNote')}>
        <CountField path="assessmentMaxAgeDays" label={t('standard.assessmentAge')} placeholder="365" value={typed.assessmentMaxAgeDays} onChange={(assessmentMaxAgeDays) => change({ assessmentMaxAgeDays })} />
        <CountField path="stockCountMaxAgeDays" label={t('standard.stockAge')} placeholder="90" value={typed.stockCountMaxAgeDays} onChange={(stockCountMaxAgeDays) => change({ stockCountMaxAgeDays })} />
      </FormSection>
      <FormSection title={t('standard.adoption')} note={t('standard.adoptionNote')}>
        <TextField path="authority" label={t('standard.authority')} value={typed.authority} onChange={(authority) => change({ authority })} />
        <DateField path="adoptedOn" label={t('standard.adoptedOn')} hint={typed.adoptedOn === '' ? t('standard.draftHint') : undefined} value={typed.adoptedOn} onChange={(adoptedOn) => change({ adoptedOn })} />
      </FormSection>
    </EntryFrame>
  );
}
