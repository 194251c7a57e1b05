import type { SessionItem } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { UndoEntry } from '../forms/undo-entry';
import { useMayEnter } from './use-may-enter';

/** Who said it, when, from which source; what came by a form can be taken back here, a whole file where files are. */
export function EnteredLine({ entered }: { entered: SessionItem['entered'] }) {
  const { t } = useCareWords();
  const format = useFormat();
  const mayEnter = useMayEnter();
  const { by, at, source, importId } = entered;
  return (
    <span className="note entered">
      {[by === null ? null : t('entered.by', { who: by }), at === null ? null : t('entered.at', { when: format.moment(at) }), t('entered.source', { source })].filter((part) => part !== null).join(' · ')}
      {by !== null && importId !== null && mayEnter ? <UndoEntry quiet importId={importId} /> : null}
    </span>
  );
}
