import { issueMessages } from '#domain/issue-codes';
import { useFormat, type Format } from '../../i18n/format';
import { usePageState } from '../../state/use-page-state';
import type { FieldRemark } from './form-context';
import { issuesOf, type Sending } from './outbox';
import type { Reading } from './reading';

/** What the rules say while the person types, and what the server said of what it refused, in the language of the page. */
export function useRemarksOf({ issues }: Reading, sending: Sending | null, entryAsTyped: string): readonly FieldRemark[] {
  const language = usePageState('lang');
  const format = useFormat();
  const own = issues.flatMap(({ code, severity, column, expected }): FieldRemark[] =>
    severity === 'info' ? [] : [{ path: column ?? '', severity, words: withExpected(issueMessages[code][language], expected, format) }],
  );
  // The server spoke of what was sent then; once something is changed it may no longer hold.
  const refused = sending?.state === 'refused' && JSON.stringify(sending.body.entries[0]) === entryAsTyped ? issuesOf(sending.problem) : [];
  const theirs = refused.flatMap(({ severity, column, message, expected }): FieldRemark[] => (severity === 'info' ? [] : [{ path: column ?? '', severity, words: withExpected(message[language], expected, format) }]));
  return [...own, ...theirs.filter((one) => !own.some(({ path, words }) => path === one.path && words === one.words))];
}

/** What was expected stands after the sentence, its dates as the language writes them. */
const withExpected = (words: string, expected: string | null, format: Format): string => (expected === null || expected === '' ? words : `${words} (${expected.replaceAll(/\d{4}-\d{2}-\d{2}/g, (date) => format.shortDate(date))})`);
