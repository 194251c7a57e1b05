import type { ImportAnswer } from '#api/contract/imports';
import type { FilePart } from '../../state/page-state';

/** Whether the map has to say anything: a file that changes nothing anywhere needs none. */
export const hasPlaces = ({ preview }: ImportAnswer): boolean => preview.points.some(({ outcome, flag }) => outcome !== 'unchanged' || flag !== null) || preview.areas.some(({ added, changed }) => added + changed > 0);

const issuesOf = (file: ImportAnswer, error: boolean): number => file.issueGroups.filter(({ severity }) => (severity === 'error') === error).reduce((sum, { count }) => sum + count, 0);

/** How much there is behind each tab. Changes count records, not rows: one row may name an organisation that is new as well. */
export function partCounts(file: ImportAnswer): Readonly<Record<FilePart, number>> {
  return {
    changes: file.records.reduce((sum, { added, changed }) => sum + added + changed, 0),
    refused: file.refused,
    // What was stored has no question left to answer: the next file will ask again.
    questions: file.state === 'ready' ? file.questions.length : 0,
    missing: file.missing.count,
    notes: issuesOf(file, false),
    map: hasPlaces(file) ? file.preview.points.length + file.preview.areas.length : 0,
  };
}

/** What opens unasked: questions first, since answers change everything else; refusals where nothing comes through. */
export function firstPart(file: ImportAnswer): FilePart {
  if (file.questions.length > 0 && file.state === 'ready') return 'questions';
  return file.accepted === 0 && file.refused > 0 ? 'refused' : 'changes';
}
