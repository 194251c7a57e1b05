import type { IssueCode } from '#domain/issue-codes';

type DatabaseIssue = Extract<
  IssueCode,
  | 'dataDirLocked' | 'dataDirUnwritable' | 'databaseUnreachable' | 'databaseTooOld' | 'geometryFailed'
  | 'databaseInUse' | 'dataPresent' | 'postgresToolMissing' | 'postgresToolFailed' | 'backupDamaged' | 'backupNewer' | 'backupOfOtherKind' | 'backupUnreadable' | 'diskFull'
>;

/** A fault of the database that a person can act on: the code says which, `detail` says where, in the words of the source. Never holds a password. */
export class DatabaseProblem extends Error {
  readonly code: DatabaseIssue;
  readonly detail: string;

  constructor(code: DatabaseIssue, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'DatabaseProblem';
    this.code = code;
    this.detail = detail;
  }
}
