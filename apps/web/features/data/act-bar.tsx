import { useEffect, useRef, useState } from 'react';
import type { ImportAnswer } from '#api/contract/imports';
import { conflictsOf, isRunning, useImportCommand } from '../../api/imports';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { said } from '../../state/moments';
import { useStore } from '../../state/store';
import { setPageState } from '../../state/use-page-state';
import { CommandFault } from './command-fault';
import { completeFiles } from './complete-files';
import { ConflictDialog } from './conflict-dialog';

/** What can be done with the file, and what that would do; always in sight. */
export function ActBar({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
  const command = useImportCommand(file.id);
  // While one command goes on another may stop it.
  const stop = useImportCommand(file.id);
  const [asked, setAsked] = useState(false);
  const conflicts = asked ? conflictsOf(command.error) : null;
  const { state } = file;
  const undo = (laterChanges: 'ask' | 'keep') => {
    setAsked(true);
    command.mutate({ kind: 'undo', body: { laterChanges } }, { onSuccess: () => said.set(t('act.saidUndone', { name: file.fileName })) });
  };
  const forget = () => command.mutate({ kind: 'forget' }, { onSuccess: () => setPageState({ file: null, part: null }) });
  const busy = command.isPending || isRunning(state);
  const bar = useFocusKept(state);
  return (
    <footer ref={bar} className="act-bar" aria-label={t('act.label')} tabIndex={-1}>
      {file.besideExercise && file.profile !== 'exercise' ? <ExerciseWarning state={state} /> : null}
      <ActWords file={file} pending={command.isPending ? (command.variables.kind === 'undo' ? 'undoing' : command.variables.kind === 'apply' ? 'applying' : null) : null} />
      {conflictsOf(command.error) === null ? <CommandFault error={command.error} /> : null}
      <div className="act-buttons">
        {state === 'ready' || state === 'undone' ? <ApplyButton file={file} busy={busy} onApply={(body) => command.mutate({ kind: 'apply', body }, { onSuccess: () => said.set(t('act.saidApplied', { name: file.fileName })) })} /> : null}
        {state === 'applied' && file.profile !== 'exercise' ? (
          <button type="button" className="button" disabled={busy} onClick={() => undo('ask')}>
            {t('act.undo')}
          </button>
        ) : null}
        {state !== 'applied' && state !== 'undone' && state !== 'applying' && state !== 'undoing' ? (
          <button type="button" className="button button-quiet" disabled={command.isPending} onClick={forget}>
            {t(state === 'reading' ? 'act.forget' : 'act.remove')}
          </button>
        ) : null}
        {state === 'applying' ? (
          <button type="button" className="button button-quiet" disabled={stop.isPending} onClick={() => stop.mutate({ kind: 'forget' }, { onSuccess: () => { said.set(t('act.saidStopped', { name: file.fileName })); setPageState({ file: null, part: null }); } })}>
            {t('act.stop')}
          </button>
        ) : null}
      </div>
      {conflicts === null ? null : (
        <ConflictDialog
          conflicts={conflicts.shown}
          total={conflicts.total}
          onKeep={() => undo('keep')}
          onLeave={() => {
            setAsked(false);
            command.reset();
          }}
        />
      )}
    </footer>
  );
}

/** Real data beside fictional ones: said before anything is stored, and still after it. */
function ExerciseWarning({ state }: { state: ImportAnswer['state'] }) {
  const { t } = useDataWords();
  if (state === 'applied') return <p className="file-warning">{t('file.besideExerciseDone')}</p>;
  if (state !== 'ready') return null;
  return (
    <details className="file-warning">
      <summary>{t('file.besideExercise')}</summary>
      {t('file.besideExerciseHow')}
    </details>
  );
}

/** The button that was pressed goes when the file is stored or taken back; the focus then stays in the bar, where the next one is. */
function useFocusKept(state: ImportAnswer['state']) {
  const bar = useRef<HTMLElement>(null);
  const within = useRef(false);
  useEffect(() => {
    const note = (event: FocusEvent) => {
      within.current = event.target instanceof Node && bar.current?.contains(event.target) === true;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    if (within.current && document.activeElement === document.body) bar.current?.focus();
  }, [state]);
  return bar;
}

function ApplyButton({ file, busy, onApply }: { file: ImportAnswer; busy: boolean; onApply: (body: { acceptPartial: boolean; complete: boolean }) => void }) {
  const { t } = useDataWords();
  const format = useFormat();
  const closes = useStore(completeFiles).has(file.id) && file.missing.count > 0;
  const { accepted, refused, canApply } = file;
  if (!canApply || (accepted === 0 && !closes)) return null;
  const n = { count: accepted, n: format.count(accepted) };
  const words = file.state === 'undone' ? t('act.applyAgain') : refused > 0 ? t('act.applyGood', n) : file.raster !== null ? t('raster.apply') : t('act.apply', n);
  return (
    <button type="button" className="button button-main" disabled={busy} onClick={() => onApply({ acceptPartial: refused > 0, complete: closes })}>
      {closes ? `${words}, ${t('act.applyComplete', { n: format.count(file.missing.count) })}` : words}
    </button>
  );
}

/** One sentence on where the file stands. */
function ActWords({ file, pending }: { file: ImportAnswer; pending: 'applying' | 'undoing' | null }) {
  const { t } = useDataWords();
  const format = useFormat();
  const { state } = file;
  const running = pending ?? (state === 'applying' || state === 'undoing' ? state : null);
  if (running !== null) {
    const total = file.progress?.total ?? null;
    const step = file.progress === null ? null : t(`step.${file.progress.step}`, { n: format.count(file.progress.done) });
    return (
      <div role="status" className="act-words">
        <p>{[t(`state.${running}`), ...(step === null ? [] : [total === null ? step : t('step.of', { step, total: format.count(total) })])].join(' ')}</p>
        <progress aria-label={t(`state.${running}`)} {...(total === null ? {} : { value: file.progress?.done ?? 0, max: Math.max(1, total) })} />
      </div>
    );
  }
  if (state === 'applied') return <p className="act-words">{file.appliedAt === null ? t('state.applied') : t('act.applied', { when: format.moment(file.appliedAt) })}</p>;
  if (state === 'undone') {
    return (
      <p className="act-words">
        {file.undoneAt === null ? t('state.undone') : t('act.undone', { when: format.moment(file.undoneAt) })} {file.canApply ? '' : t('act.notNow')}
      </p>
    );
  }
  if (state !== 'ready') return null;
  if (!file.canApply) return <p className="act-words">{t('act.notNow')}</p>;
  const open = file.questions.length;
  return <p className="act-words note">{file.accepted === 0 ? t('act.nothing') : open > 0 ? t('act.questionsLeft', { count: open, n: format.count(open) }) : t('act.oneStep')}</p>;
}
