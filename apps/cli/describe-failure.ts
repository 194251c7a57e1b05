import { DatabaseProblem } from '#db/database';
import { issueMessages } from '#domain/issue-codes';

/** One clear sentence in each language for what a person can act on; else what failed, with its own words. */
export function describeDatabaseFailure(error: unknown, [fr, en]: readonly [fr: string, en: string]): string {
  if (!(error instanceof DatabaseProblem)) return `${fr} / ${en}\n${error instanceof Error ? error.message : String(error)}`;
  const words = issueMessages[error.code];
  return `${words.fr} / ${words.en} (${error.detail})`;
}
