import { useState } from 'react';
import { conflictsOf, useImportCommand } from '../../api/imports';
import { useCareWords } from '../../i18n/care-words';
import { said } from '../../state/moments';
import { CommandFault } from '../data/command-fault';
import { ConflictDialog } from '../data/conflict-dialog';

/** Takes back what one form stored. Where later changes stand on it, they are named and a person decides. */
export function UndoEntry({ importId, quiet = false, onUndone }: { importId: string; quiet?: boolean; onUndone?: () => void }) {
  const { t } = useCareWords();
  const command = useImportCommand(importId);
  const [asked, setAsked] = useState(false);
  const conflicts = asked ? conflictsOf(command.error) : null;
  const undo = (laterChanges: 'ask' | 'keep') => {
    setAsked(true);
    command.mutate(
      { kind: 'undo', body: { laterChanges } },
      {
        onSuccess: () => {
          said.set(t('form.undone'));
          onUndone?.();
        },
      },
    );
  };
  return (
    <>
      <button type="button" className={quiet ? 'link-button' : 'button'} disabled={command.isPending} onClick={() => undo('ask')}>
        {t(command.isPending ? 'form.undoing' : 'form.undo')}
      </button>
      {conflicts === null ? (
        <CommandFault error={command.error} />
      ) : (
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
    </>
  );
}
