import type { ReactNode } from 'react';
import type { TriedChange } from '#api/contract/tried';
import { useWhatIfWords } from '../../i18n/what-if-words';
import { useChangeWords } from './change-words';
import './tried-line.css';

/** How many changes are named before the rest is counted: the bar above names them all. */
const NAMED = 3;

/** Above what is said under changes: that it is tried out, and by which changes; then what it is today. */
export default function TriedLine({ changes, children }: { changes: readonly TriedChange[]; children?: ReactNode }) {
  const { t } = useWhatIfWords();
  const words = useChangeWords();
  const named = changes.slice(0, NAMED).map(words).join(' · ');
  const more = changes.length - NAMED;
  return (
    <div className="tried-line">
      <p>
        <strong>{t('whatIf.notFact')}</strong>
        {' · '}
        {more > 0 ? t('whatIf.namedAndMore', { list: named, count: more }) : named}
      </p>
      {children}
    </div>
  );
}

/** After the words of a thing, where it is tried out. */
export function IfTried({ tried }: { tried: boolean | undefined }) {
  return tried === true ? (
    <>
      {' '}
      <TriedTag />
    </>
  ) : null;
}

/** Beside one thing that is tried out. */
export function TriedTag({ words }: { words?: string }) {
  const { t } = useWhatIfWords();
  return <span className="tried-tag">{words ?? t('whatIf.tag')}</span>;
}
