import type { Entry } from '../../api/entries';
import type { IsoDate } from '#domain/dates';

/** The day from which what was entered counts; null: it has none of its own. */
export function dayOfEntry(entry: Entry): IsoDate | null {
  switch (entry.kind) {
    case 'assessment':
      return entry.record.assessedOn;
    case 'kitMovement':
      return entry.record.on;
    case 'trainingSession':
      return entry.record.end;
    case 'mission':
    case 'movementClosure':
      return entry.record.start;
    case 'careStandard':
      return entry.record.adoptedOn;
    case 'proposalVerdict':
    case 'scenario':
      return null;
  }
}
