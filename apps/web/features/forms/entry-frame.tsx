import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../state/store';
import { Remarks, TextField } from './fields';
import { FormFields } from './form-context';
import { dayOfEntry } from './day-of-entry';
import { outbox, sendEntry, takeOut, type FormPlace } from './outbox';
import type { Reading } from './reading';
import { SavedEntry } from './saved-entry';
import { SendBar } from './send-bar';
import { signature, SignatureField } from './signature';
import { readText } from './typed';
import type { Draft } from './use-draft';
import { useRemarksOf } from './use-remarks-of';

/** Every form says from where what it says is known. */
export interface Sourced {
  readonly source: string;
}

interface Props<Value extends Sourced> {
  draft: Draft<Value>;
  place: FormPlace;
  title: string;
  /** What it is about, under the title. */
  about?: ReactNode;
  /** Stays in sight while the form is scrolled. */
  progress?: ReactNode;
  reading: Reading;
  onClose: () => void;
  children: ReactNode;
}

/** What every form does: keeps the draft, says what is wrong while it is typed, sends once, waits for the line, and lets what was stored be taken back. */
export function EntryFrame<Value extends Sourced>({ draft, place, title, about, progress, reading, onClose, children }: Props<Value>) {
  const { t } = useCareWords();
  const format = useFormat();
  const client = useQueryClient();
  const titleId = useId();
  const [tried, setTried] = useState(false);
  const enteredBy = useStore(signature);
  const sending = useStore(outbox).find(({ draftId, body }) => draftId === draft.id && body.key === draft.key) ?? null;
  const remarks = useRemarksOf(reading, sending, JSON.stringify(reading.entry));
  const missing = enteredBy.trim() === '' ? [...reading.missing, 'enteredBy'] : reading.missing;
  const errors = remarks.filter(({ severity }) => severity === 'error').map(({ words }) => words);
  const locked = sending !== null && (sending.state === 'sending' || sending.state === 'waiting');
  const saved = sending?.state === 'saved' ? sending.answer : null;
  const refresh = () => {
    takeOut(draft.id);
    setTried(false);
    draft.discard();
  };
  const send = () => {
    setTried(true);
    const wrong = [...missing, ...remarks.filter(({ severity }) => severity === 'error').map(({ path }) => path)];
    const ownErrors = reading.issues.some(({ severity }) => severity === 'error');
    if (missing.length > 0 || ownErrors) focusFirst(wrong);
    else sendEntry(client, { draftId: draft.id, title, place, body: { key: draft.key, enteredBy: enteredBy.trim(), source: readText(draft.value.source), entries: [reading.entry] } });
  };
  return (
    <section className="entry" aria-labelledby={titleId}>
      <header className="entry-head">
        {saved === null ? (
          <button type="button" className="link-button" onClick={onClose}>
            ‹ {t('form.close')}
          </button>
        ) : null}
        <h2 id={titleId}>{title}</h2>
        {about}
      </header>
      {saved !== null ? (
        <SavedEntry answer={saved} proposes={place.form === 'delivery' || place.form === 'session'} on={sending?.body.entries.map(dayOfEntry).find((day) => day !== null) ?? null} onAgain={refresh} onClose={() => { refresh(); onClose(); }} />
      ) : (
        <FormFields value={{ remarks, missing, tried }}>
          {draft.restoredFrom === null ? null : (
            <p className="entry-restored" role="status">
              {t('form.restored', { when: format.moment(draft.restoredFrom) })}{' '}
              {locked ? null : (
                <button type="button" className="link-button" onClick={refresh}>
                  {t('form.discard')}
                </button>
              )}
            </p>
          )}
          {progress}
          <form className="entry-body" noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
            <fieldset className="entry-fields" disabled={locked}>
              {children}
              <FormSection title={t('form.signed')}>
                <SignatureField />
                <TextField path="source" label={t('form.source')} placeholder={t('form.sourceHint')} value={draft.value.source} onChange={(source) => draft.change({ source } as Partial<Value>)} />
              </FormSection>
              <Remarks path="" />
            </fieldset>
            <SendBar sending={sending} lacks={tried ? missing.length : 0} errors={errors} onChange={() => takeOut(draft.id)} />
          </form>
        </FormFields>
      )}
    </section>
  );
}

/** Part of a form under a heading. */
export function FormSection({ title, note, children }: { title: string; note?: string | undefined; children: ReactNode }) {
  return (
    <section className="entry-section">
      <h3>{title}</h3>
      {note === undefined ? null : <p className="note">{note}</p>}
      <div className="entry-grid">{children}</div>
    </section>
  );
}

/** Takes the person to the first field that something is wrong with, in the order of the page. */
function focusFirst(paths: readonly string[]): void {
  const field = [...document.querySelectorAll<HTMLElement>('.entry [data-path]')].find(({ dataset }) => paths.includes(dataset['path'] ?? ''));
  field?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  field?.scrollIntoView({ block: 'center' });
}
