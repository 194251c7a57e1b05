import type { KeyboardEvent } from 'react';
import type { ImportAnswer } from '#api/contract/imports';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import type { FilePart } from '../../state/page-state';
import { setPageState, usePageState } from '../../state/use-page-state';
import { ChangesPart } from './changes-part';
import { MissingPart } from './missing-part';
import { NotesPart, RefusedPart } from './issue-parts';
import { firstPart, partCounts } from './part-counts';
import { QuestionsPart } from './questions-part';
import './parts.css';

interface Props {
  file: ImportAnswer;
  /** The map stands beside, and is no tab. */
  mapBeside: boolean;
  /** Row of the file that list and map both mark. */
  row: number | null;
  onRow: (row: number | null) => void;
}

const ORDER: readonly FilePart[] = ['changes', 'refused', 'questions', 'missing', 'notes', 'map'];

/** What the dry run says, one part at a time, each with its count; parts without content are left out. */
export function FileParts({ file, mapBeside, row, onRow }: Props) {
  const { t } = useDataWords();
  const format = useFormat();
  const chosen = usePageState('part');
  const counts = partCounts(file);
  const shown = ORDER.filter((code) => code === 'changes' || (counts[code] > 0 && !(code === 'map' && mapBeside)));
  const open = chosen !== null && shown.includes(chosen) ? chosen : firstPart(file);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = shown[(shown.indexOf(open) + step + shown.length) % shown.length];
    if (next === undefined) return;
    event.preventDefault();
    setPageState({ part: next });
    document.getElementById(`part-${next}`)?.focus();
  };
  return (
    <>
      <div className="parts" role="tablist" aria-label={t('parts.label')} onKeyDown={move}>
        {shown.map((code) => (
          <button key={code} id={`part-${code}`} type="button" role="tab" className="part" aria-selected={code === open} aria-controls="part-panel" tabIndex={code === open ? 0 : -1} onClick={() => setPageState({ part: code })}>
            {t(`parts.${code}`)}
            {code === 'map' ? null : <span className="part-count">{format.count(counts[code])}</span>}
          </button>
        ))}
      </div>
      <div id="part-panel" role="tabpanel" aria-labelledby={`part-${open}`} className="part-panel">
        {open === 'changes' ? (
          <ChangesPart file={file} row={row} onRow={onRow} />
        ) : open === 'refused' ? (
          <RefusedPart file={file} />
        ) : open === 'questions' ? (
          <QuestionsPart file={file} />
        ) : open === 'missing' ? (
          <MissingPart file={file} />
        ) : open === 'notes' ? (
          <NotesPart file={file} />
        ) : null}
      </div>
    </>
  );
}
