import type { ReactNode } from 'react';
import { useCareWords } from '../../i18n/care-words';

interface Props<Line> {
  /** What the lines are, for screen readers. */
  label: string;
  lines: readonly Line[];
  onChange: (lines: readonly Line[]) => void;
  /** A new line. */
  blank: () => Line;
  addWords: string;
  /** The fields of one line. `change` sets a part of it. */
  children: (line: Line, change: (part: Partial<Line>) => void, index: number) => ReactNode;
}

/** Lines that a person adds and takes away: batches, cadres, organisations. */
export function LineList<Line extends object>({ label, lines, onChange, blank, addWords, children }: Props<Line>) {
  const { t } = useCareWords();
  const change = (index: number, part: Partial<Line>) => onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  return (
    <div className="entry-lines">
      {lines.length === 0 ? null : (
        <ol aria-label={label}>
          {lines.map((line, index) => (
            // Lines have no identity but their place: they are all controlled, so that taking one away moves the others up whole.
            <li key={index} className="entry-line">
              <div className="entry-grid">{children(line, (part) => change(index, part), index)}</div>
              <button type="button" className="link-button" aria-label={t('form.removeLine', { n: String(index + 1), label })} onClick={() => onChange(lines.filter((_, at) => at !== index))}>
                {t('form.remove')}
              </button>
            </li>
          ))}
        </ol>
      )}
      <button type="button" className="button" onClick={() => onChange([...lines, blank()])}>
        + {addWords}
      </button>
    </div>
  );
}
