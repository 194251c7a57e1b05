import { useState } from 'react';
import type { WhatIfAnswer } from '#api/contract/what-if';
import { gapClasses } from '#domain/vocabularies/flags';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { useWhatIfWords } from '../../i18n/what-if-words';
import { hoveredArea } from '../../state/moments';
import { setPageState } from '../../state/use-page-state';
import { ClassSwatch } from '../legend/class-swatch';
import { TriedSentence } from './tried-figures';

/** Which areas change, from which class to which, and by how many people. Each one opens where the list is. */
export function ChangedAreas({ tried }: { tried: WhatIfAnswer }) {
  const { t } = useWhatIfWords();
  const format = useFormat();
  // Nobody waits for fifty rows that are not on the screen.
  const [open, setOpen] = useState(false);
  const { changedTotal } = tried;
  if (changedTotal === 0) return <p className="note">{t('whatIf.changedNone')}</p>;
  return (
    <details className="what-if-changed" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('whatIf.changed', { count: changedTotal, n: format.count(changedTotal) })}</summary>
      {open ? <ChangedPane tried={tried} /> : null}
    </details>
  );
}

function ChangedPane({ tried }: { tried: WhatIfAnswer }) {
  const { t } = useWhatIfWords();
  const format = useFormat();
  const term = useTerm();
  const { changedAreas, changedTotal } = tried;
  /** The figure that matters most: the gap, else ready care, else what is uncertain. */
  const change = (gap: number | null, ready: number | null, uncertain: number | null): string => {
    if ((gap ?? 0) !== 0) return t('whatIf.gapOf', { n: more(gap ?? 0) });
    if ((ready ?? 0) !== 0) return t('whatIf.readyOf', { n: more(ready ?? 0) });
    return (uncertain ?? 0) === 0 ? '' : t('whatIf.uncertainOf', { n: more(uncertain ?? 0) });
  };
  const more = (people: number): string => `${people > 0 ? '+' : '−'}${format.count(Math.abs(people))}`;
  return (
    <div className="what-if-changed-pane">
      <p>
        <TriedSentence tried={tried} />
      </p>
      <ul>
        {changedAreas.map(({ code, name, from, to, peopleInGap, peopleUncertain, peopleReady }) => (
          <li key={code}>
            <button type="button" className="row-button what-if-changed-row" onClick={() => setPageState({ area: code, structure: null, view: 'gaps', tab: 'list' })} onPointerEnter={() => hoveredArea.set(code)} onPointerLeave={() => hoveredArea.set(null)}>
              <span className="what-if-changed-name">{name}</span>
              <span className="what-if-changed-classes">
                {[...new Set([from, to])].map((one, at) => (
                  <span key={one} className="what-if-changed-class">
                    {at === 1 ? '→ ' : ''}
                    <ClassSwatch entry={one ?? 'notClassified'} /> {one === null ? '' : term(gapClasses, one)}
                  </span>
                ))}
              </span>
              <span className="what-if-changed-people">{change(peopleInGap, peopleReady, peopleUncertain)}</span>
            </button>
          </li>
        ))}
        {changedTotal > changedAreas.length ? <li className="note">{t('whatIf.changedMore', { n: format.count(changedTotal - changedAreas.length) })}</li> : null}
      </ul>
    </div>
  );
}
