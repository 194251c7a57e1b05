import { useEffect } from 'react';
import { said } from '../../state/moments';
import { useStore } from '../../state/store';
import './notices.css';

/** How long a sentence stays, ms. */
const STAYS = 5_000;

/** What was just done, said once. */
export function Toast() {
  const words = useStore(said);
  useEffect(() => {
    if (words === null) return;
    const timer = window.setTimeout(() => said.set(null), STAYS);
    return () => window.clearTimeout(timer);
  }, [words]);
  return (
    <div role="status" className={words === null ? 'visually-hidden' : 'toast'}>
      {words}
    </div>
  );
}
