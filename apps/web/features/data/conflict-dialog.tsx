import type { UndoConflict } from '../../api/imports';
import { Modal } from '../../controls/modal';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';

/** Lines shown; more would not be read. */
const SHOWN = 30;

/** An undo that later edits stand in the way of: they are named, and a person decides. Nothing was undone yet. */
export function ConflictDialog({ conflicts, onKeep, onLeave }: { conflicts: readonly UndoConflict[]; onKeep: () => void; onLeave: () => void }) {
  const { t } = useDataWords();
  const format = useFormat();
  const n = conflicts.length;
  return (
    <Modal title={t('conflict.title')} onClose={onLeave}>
      <p>{t('conflict.why', { count: n, n: format.count(n) })}</p>
      <ul className="conflicts">
        {conflicts.slice(0, SHOWN).map(({ recordKind, label, laterFile, laterAt, why }, index) => (
          <li key={`${recordKind}${label}${String(index)}`}>
            <strong>{label}</strong> <span className="note">{[t(`kind.${recordKind}`), t(`conflict.${why}`, { file: laterFile, when: format.shortDate(laterAt) })].join(' · ')}</span>
          </li>
        ))}
      </ul>
      {n > SHOWN ? <p className="note">{t('conflict.firstOf', { n: format.count(SHOWN), total: format.count(n) })}</p> : null}
      <div className="act-buttons">
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
