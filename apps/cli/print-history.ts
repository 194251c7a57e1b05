import type { ImportListItem } from '#api/services/import/import-answer';
import type { UndoOutcome } from '#api/services/import/undo-import';
import { issueMessages } from '#domain/issue-codes';
import { count, RECORD_KINDS } from './print-report';

const STATES: Readonly<Partial<Record<ImportListItem['state'], string>>> = { applied: 'chargé / loaded', undone: 'annulé / taken back', ready: 'en attente / waiting', blocked: 'refusé / refused' };

/** Every load, newest first: when, which file, its rows, and the id by which it is taken back. */
export function describeHistory(loads: readonly ImportListItem[]): string {
  if (loads.length === 0) return 'Rien n’a été chargé. / Nothing was loaded.';
  return loads.map(({ id, state, fileName, reportedOn, appliedAt, rows, accepted, unchanged, refused }) => [
    `${(appliedAt ?? '–').slice(0, 16).replace('T', ' ')}  ${fileName}${reportedOn === null ? '' : ` · ${reportedOn}`}  [${STATES[state] ?? state}]`,
    `  lignes / rows ${count(rows)} = acceptées / accepted ${count(accepted)} + inchangées / unchanged ${count(unchanged)} + refusées / refused ${count(refused)}`,
    `  ${id}`,
  ].join('\n')).join('\n');
}

const CONFLICTS_SHOWN = 20;
const WHY = { changedLater: 'modifiée ensuite par / changed later by', usedLater: 'utilisée par / used by' } as const;

/** What came of taking a load back; where later files touched the same records, which, and how to go on. */
export function describeUndo({ undone, conflicts }: UndoOutcome): string {
  const lines = conflicts.slice(0, CONFLICTS_SHOWN).map(({ recordKind, label, why, laterFile }) => `  ! ${RECORD_KINDS[recordKind]} « ${label} » : ${WHY[why]} ${laterFile}`);
  if (conflicts.length > CONFLICTS_SHOWN) lines.push(`  … ${count(conflicts.length - CONFLICTS_SHOWN)} de plus / more`);
  if (undone) return ['Annulé. / Taken back.', ...lines].join('\n');
  const { fr, en } = issueMessages[conflicts.length > 0 ? 'undoConflicts' : 'importNotApplied'];
  if (conflicts.length > 0) lines.push('  Ajoutez --keep-later pour annuler tout le reste. / Add --keep-later to take back everything else.');
  return [`${fr} / ${en}`, ...lines].join('\n');
}
