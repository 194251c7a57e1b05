import type { ReactNode } from 'react';
import type { FormCode } from '../../state/page-state';
import { setPageState } from '../../state/use-page-state';
import { useMayEnter } from './use-may-enter';

interface Props {
  /** Names the desk in the page; its title has an id made from it. */
  id: string;
  title: string;
  intro: string;
  /** Forms that can be begun here by whoever may enter, the usual one first. */
  begin?: readonly { form: FormCode; label: string }[];
  children: ReactNode;
}

/** One desk of the view of care: its title, what it is for, what can be begun there, and what it lists. */
export function Desk({ id, title, intro, begin = [], children }: Props) {
  const mayEnter = useMayEnter();
  return (
    <section className="care-desk" aria-labelledby={`${id}-title`}>
      <header className="care-head">
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          <p className="note">{intro}</p>
        </div>
        <div className="care-actions">
          {(mayEnter ? begin : []).map(({ form, label }, at) => (
            <button key={form} type="button" className={at === 0 ? 'button button-main' : 'button'} onClick={() => setPageState({ form, structure: null, record: null })}>
              {label}
            </button>
          ))}
        </div>
      </header>
      {children}
    </section>
  );
}

/** A list with nothing in it: that it is empty, and why that may be. */
export function EmptyNotice({ words, why }: { words: string; why: string }) {
  return (
    <div className="notice">
      <p>{words}</p>
      <p className="note">{why}</p>
    </div>
  );
}
