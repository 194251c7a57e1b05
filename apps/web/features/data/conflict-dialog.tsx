import type { UndoConflict } from '../../api/imports';
import { Modal } from '../../controls/modal';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';

/** Names shown of one group; more would not be read. */
const NAMES_SHOWN = 14;

interface Props {
  conflicts: readonly UndoConflict[];
  /** All of them; the server names the first only. */
  total: number;
  onKeep: () => void;
  onLeave: () => void;
}

/** An undo that later edits stand in the way of: they are named, and a person decides. Nothing was undone yet. */
export function ConflictDialog({ conflicts, total, onKeep, onLeave }: Props) {
  const { t } = useDataWords();
  const format = useFormat();
  return (
    <Modal title={t('conflict.title')} onClose={onLeave}>
      <p>{t('conflict.why', { count: total, n: format.count(total) })}</p>
      <ul className="conflicts">
        {grouped(conflicts).map(({ key, one, labels }) => (
          <li key={key}>
            <strong>{[t(`kinds.${one.recordKind}`), t(`conflict.${one.why}`, { file: one.laterFile, when: format.shortDate(one.laterAt) })].join(' · ')}</strong>
            <span className="note">
              {labels.slice(0, NAMES_SHOWN).join(', ')}
              {labels.length > NAMES_SHOWN ? ` ${t('conflict.others', { count: labels.length - NAMES_SHOWN, n: format.count(labels.length - NAMES_SHOWN) })}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {conflicts.length < total ? <p className="note">{t('conflict.firstOf', { n: format.count(conflicts.length), total: format.count(total) })}</p> : null}
      <div className="act-buttons conflict-buttons">
        <button type="button" className="button button-main" onClick={onKeep}>
          {t('conflict.keep')}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {t('conflict.leave')}
        </button>
      </div>
    </Modal>
  );
}

/** What one later file did to one kind of record is one line. */
function grouped(conflicts: readonly UndoConflict[]): { key: string; one: UndoConflict; labels: string[] }[] {
  const groups = new Map<string, { key: string; one: UndoConflict; labels: string[] }>();
  for (const one of conflicts) {
    const key = [one.recordKind, one.laterFile, one.laterAt, one.why].join('|');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, one, labels: [one.label] });
    else group.labels.push(one.label);
  }
  return [...groups.values()];
}
