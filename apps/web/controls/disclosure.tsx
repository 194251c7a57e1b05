import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  note?: ReactNode;
  open?: boolean;
  children: ReactNode;
}

/** A heading that opens: the browser’s own, with our triangle. */
export function Disclosure({ title, note, open = false, children }: Props) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <span>{title}</span>
        {note === undefined ? null : <span className="disclosure-note">{note}</span>}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
