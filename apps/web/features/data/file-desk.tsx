import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type DragEvent } from 'react';
import { useDataWords } from '../../i18n/data-words';
import { useIsNarrow } from '../../state/media';
import { usePageState } from '../../state/use-page-state';
import { DropZone } from './drop-zone';
import { FileList } from './file-list';
import { FilePanel } from './file-panel';
import { LastBackup } from './last-backup';
import { addFiles } from './uploads';

/** Files on the left, one of them with its dry run on the right; on a phone one after the other. Files may be dropped anywhere. */
export function FileDesk() {
  const { t } = useDataWords();
  const narrow = useIsNarrow();
  const file = usePageState('file');
  const { over, handlers } = useDrop();
  return (
    <div className="file-desk" {...handlers}>
      {narrow && file !== null ? null : (
        <div className="file-side">
          <DropZone />
          <FileList />
          <LastBackup />
        </div>
      )}
      {narrow && file === null ? null : file === null ? (
        <div className="file-main file-none">
          <p className="file-none-title">{t('file.noneTitle')}</p>
          <p className="note">{t('file.none')}</p>
        </div>
      ) : (
        <FilePanel key={file} id={file} />
      )}
      {over ? <div className="drop-over">{t('drop.here')}</div> : null}
    </div>
  );
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

function useDrop() {
  const client = useQueryClient();
  const [over, setOver] = useState(false);
  /** Entering a child leaves its parent: only the balance says whether the pointer is still here. */
  const depth = useRef(0);
  const end = () => {
    depth.current = 0;
    setOver(false);
  };
  return {
    over,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      },
      onDragOver: (event: DragEvent) => {
        if (carriesFiles(event)) event.preventDefault();
      },
      onDragLeave: () => {
        depth.current -= 1;
        if (depth.current <= 0) end();
      },
      onDrop: (event: DragEvent) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        end();
        addFiles(client, event.dataTransfer.files);
      },
    },
  };
}
