import { issue } from '#domain/issue';
import type { Answer } from './group-answers';
import { addIssue, type StagedRow } from './staged-row';

/** Notes on rows what a store answered of their records, one answer a row. Answers whether anything was added or changed. */
export function noteAnswers(rows: readonly StagedRow[], answers: readonly Answer[]): boolean {
  if (answers.length !== rows.length) throw new Error(`A store answered ${answers.length} records for ${rows.length}`);
  let changed = false;
  for (const [at, row] of rows.entries()) {
    const answer = answers[at];
    if (answer === 'structureUnknown' || answer === 'initiativeUnknown') addIssue(row, issue(answer, 'error', { row: row.row }));
    else if (answer === 'unchanged') row.outcome = row.outcome === 'pending' ? 'unchanged' : row.outcome;
    else {
      changed = true;
      if (row.outcome !== 'refused') row.outcome = 'accepted';
      if (row.effect !== 'changed') row.effect = answer ?? 'added';
    }
  }
  return changed;
}
