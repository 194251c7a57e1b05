import { functionalityLevels, presences, structureTypes } from '#domain/vocabularies/structures';
import { useEntryStart, type EntryStart } from '../../api/entries';
import { Choice, DateField, TextField } from '../forms/fields';
import { EntryFrame, FormSection } from '../forms/entry-frame';
import { today } from '../forms/today';
import { useDraft } from '../forms/use-draft';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { LastKnown } from './last-known';
import { ServicePart } from './service-part';
import { StaffPart } from './staff-part';
import { StockPart } from './stock-part';
import { answered, blankAssessment, PARTS, readAssessment, type TypedAssessment } from './typed-assessment';

const LEVELS = ['functionality', 'accessibility'] as const;
const PRESENCES = ['protocol', 'privateRoom', 'referralPath'] as const;

/** What was found in one structure: five minutes on a phone, from what is known last. */
export default function AssessmentForm({ structureId, onClose }: { structureId: string; onClose: () => void }) {
  const { t } = useCareWords();
  const { data, error, refetch } = useEntryStart(structureId);
  if (data !== undefined) return <Filled start={data} onClose={onClose} />;
  return error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton words={t('assessment.loading')} />;
}

function Filled({ start, onClose }: { start: EntryStart; onClose: () => void }) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const { structure } = start;
  const draft = useDraft<TypedAssessment>(`assessment.${structure.id}`, blankAssessment(today()));
  const { value: typed, change } = draft;
  return (
    <EntryFrame
      draft={draft}
      place={{ form: 'assessment', structure: structure.id, record: null }}
      title={t('assessment.title', { name: structure.name })}
      about={
        <p className="note">
          {[term(structureTypes, structure.type), ...(structure.area === null ? [] : [structure.area.name]), start.lastAssessedOn === null ? t('assessment.never') : t('assessment.lastOn', { date: format.date(start.lastAssessedOn) })].join(' · ')}
        </p>
      }
      progress={<PartProgress typed={typed} />}
      reading={readAssessment(typed, structure.id, today())}
      onClose={onClose}
    >
      <FormSection title={t('assessment.when')} note={t('assessment.howTo')}>
        <DateField path="assessedOn" label={t('assessment.assessedOn')} value={typed.assessedOn} onChange={(assessedOn) => change({ assessedOn })} />
        <TextField path="assessedBy" label={t('assessment.assessedBy')} placeholder={t('form.enteredByHint')} value={typed.assessedBy} onChange={(assessedBy) => change({ assessedBy })} />
      </FormSection>
      <Part code="structure">
        {LEVELS.map((field) => (
          <Choice key={field} path={field} label={t(`assessment.${field}`)} value={typed[field]} options={functionalityLevels.codes.map((code) => ({ code, label: term(functionalityLevels, code) }))} onChange={(level) => change({ [field]: level })}>
            <LastKnown known={start[field] === null ? null : { words: term(functionalityLevels, start[field].value), ...start[field] }} same={start[field]?.value === typed[field]} onSame={() => change({ [field]: start[field]?.value })} />
          </Choice>
        ))}
        {PRESENCES.map((field) => (
          <Choice key={field} path={field} label={t(`assessment.${field}`)} value={typed[field]} options={presences.codes.map((code) => ({ code, label: term(presences, code) }))} onChange={(presence) => change({ [field]: presence })}>
            <LastKnown known={start[field] === null ? null : { words: term(presences, start[field].value), ...start[field] }} same={start[field]?.value === typed[field]} onSame={() => change({ [field]: start[field]?.value })} />
          </Choice>
        ))}
      </Part>
      <Part code="services">
        <ServicePart typed={typed} start={start} onChange={change} />
      </Part>
      <Part code="staff">
        <StaffPart typed={typed} start={start} onChange={change} />
      </Part>
      <Part code="stock">
        <StockPart typed={typed} start={start} onChange={change} />
      </Part>
    </EntryFrame>
  );
}

function Part({ code, children }: { code: (typeof PARTS)[number]; children: React.ReactNode }) {
  const { t } = useCareWords();
  return (
    <div id={`part-${code}`}>
      <FormSection title={t(`assessment.part.${code}`)} note={t(`assessment.partNote.${code}`)}>
        {children}
      </FormSection>
    </div>
  );
}

/** How far each part is; a tap goes there. */
function PartProgress({ typed }: { typed: TypedAssessment }) {
  const { t } = useCareWords();
  const parts = answered(typed);
  return (
    <nav className="part-progress" aria-label={t('assessment.progress')}>
      {PARTS.map((code) => {
        const { done, of } = parts[code];
        return (
          <button key={code} type="button" data-done={done === of} onClick={() => document.getElementById(`part-${code}`)?.scrollIntoView({ block: 'start' })}>
            <span>{t(`assessment.part.${code}`)}</span>
            <span className="note">{t('assessment.answered', { done: String(done), of: String(of) })}</span>
            <span className="part-bar" aria-hidden="true">
              <span style={{ width: `${String((done / of) * 100)}%` }} />
            </span>
          </button>
        );
      })}
    </nav>
  );
}
