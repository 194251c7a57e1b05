import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** The browser’s modal dialog: it holds the focus, closes on Escape and gives the focus back. */
export function Modal({ title, onClose, children }: Props) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // Never closed here: leaving the page takes the dialog away, and its own close event means that a person closed it.
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="modal" aria-labelledby="modal-title" onClose={onClose} onClick={(event) => event.target === event.currentTarget && onClose()}>
      <div className="modal-sheet">
        <header className="modal-head">
          <h2 id="modal-title">{title}</h2>
          <button type="button" className="button" onClick={onClose}>
            {t('app.close')}
          </button>
        </header>
        <div className="modal-body">{children}</div>
      </div>
    </dialog>
  );
}
