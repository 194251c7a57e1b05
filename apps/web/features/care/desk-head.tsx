import type { ReactNode } from 'react';

interface Props {
  id: string;
  title: string;
  intro: string;
  /** What can be begun here. */
  children?: ReactNode;
}

/** Title of a desk, what it is for, and what can be begun there. */
export function DeskHead({ id, title, intro, children }: Props) {
  return (
    <header className="care-head">
      <div>
        <h2 id={id}>{title}</h2>
        <p className="note">{intro}</p>
      </div>
      <div className="care-actions">{children}</div>
    </header>
  );
}
