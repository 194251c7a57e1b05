import { useState } from 'react';
import { useBackupState } from '../../api/queries';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';

/** A backup older than this is worth a word, ms. */
const OLD_MS = 2 * 24 * 3600 * 1000;

/** When the data were saved last, and what to do where that is long ago. Whoever may not know finds nothing here. */
export function LastBackup() {
  const { t } = useDataWords();
  const format = useFormat();
  const backup = useBackupState();
  // As of when the view was opened: the words do not change under the reader.
  const [now] = useState(() => Date.now());
  if (backup === null) return null;
  const isOld = backup.lastAt === null ? backup.fault !== null : now - Date.parse(backup.lastAt) > OLD_MS;
  return (
    <p className="note last-backup" role={isOld ? 'status' : undefined}>
      {backup.lastAt === null ? t('backup.none') : t('backup.last', { moment: format.moment(backup.lastAt) })}
      {isOld ? ` ${t('backup.old')}` : null}
      {backup.fault === 'diskFull' ? ` ${t('backup.full')}` : null}
    </p>
  );
}
