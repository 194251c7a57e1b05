import { lazy, Suspense } from 'react';
import { ApiProblem } from '../../api/client';
import { useImports } from '../../api/imports';
import { useCareWords } from '../../i18n/care-words';
import type { FormCode } from '../../state/page-state';
import { setPageState, usePageState } from '../../state/use-page-state';
import { Skeleton } from '../notices/skeleton';
import { StructurePicker } from './structure-picker';
import '../care/care.css';
import './forms.css';

const AssessmentForm = lazy(() => import('../assessment/assessment-form'));
const ClosureForm = lazy(() => import('../reach/closure-form'));
const MissionForm = lazy(() => import('../programmes/mission-form'));
const MovementForm = lazy(() => import('../programmes/movement-form'));
const SessionForm = lazy(() => import('../programmes/session-form'));
const StandardForm = lazy(() => import('../standards/standard-form'));

const close = () => setPageState({ form: null, record: null });

/** One form on the whole screen, over any view. Only who may load data may fill one in. */
export default function FormPage({ form }: { form: FormCode }) {
  const { t } = useCareWords();
  const { error } = useImports(true);
  const refused = error instanceof ApiProblem && (error.status === 403 || error.status === 404);
  return (
    <div className="form-page" id="list" tabIndex={-1}>
      {refused ? (
        <div className="notice">
          <h2>{t('form.forbiddenTitle')}</h2>
          <p>{t('form.forbidden')}</p>
          <button type="button" className="button" onClick={close}>
            {t('form.done')}
          </button>
        </div>
      ) : (
        <Suspense fallback={<Skeleton words={t('form.loading')} />}>
          <Form form={form} />
        </Suspense>
      )}
    </div>
  );
}

function Form({ form }: { form: FormCode }) {
  const structure = usePageState('structure');
  const record = usePageState('record');
  switch (form) {
    case 'assessment':
      return structure === null ? <WhichStructure /> : <AssessmentForm key={structure} structureId={structure} onClose={close} />;
    case 'delivery':
    case 'consumption':
    case 'loss':
      return <MovementForm kind={form} structureId={structure} record={record} onClose={close} />;
    case 'session':
      return <SessionForm record={record} onClose={close} />;
    case 'mission':
      return <MissionForm record={record} onClose={close} />;
    case 'closure':
      return <ClosureForm record={record} onClose={close} />;
    case 'standard':
      return <StandardForm record={record} onClose={close} />;
  }
}

/** A form about one structure, opened without one. */
function WhichStructure() {
  const { t } = useCareWords();
  return (
    <section className="entry">
      <header className="entry-head">
        <button type="button" className="link-button" onClick={close}>
          ‹ {t('form.done')}
        </button>
        <h2>{t('form.noStructureTitle')}</h2>
        <p className="note">{t('form.noStructure')}</p>
      </header>
      <div className="entry-body">
        <StructurePicker path="structureId" value={null} onChange={(chosen) => setPageState({ structure: chosen?.id ?? null })} />
      </div>
    </section>
  );
}
