import { useEffect, useState } from 'react';
import type { ProofAnswer } from '#api/contract/where-next';
import { useProof } from '../../api/where-next';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { Problem } from '../notices/problem';

/** How good the list is: what is known at once, and a proof that a person asks for, because an exact answer may take half a minute. */
export function NextProof({ query, weighted, ofBest }: { query: string; weighted: boolean; ofBest: number | null }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const { data, error, isPending, prove, stop } = useProof(query);
  const seconds = useSeconds(isPending);
  if (error !== null) return <Problem error={error} onRetry={prove} />;
  if (isPending) {
    return (
      <p className="next-proof" role="status">
        {t('next.proving', { n: format.count(seconds) })}{' '}
        <button type="button" className="link-button" onClick={stop}>
          {t('next.cancel')}
        </button>
      </p>
    );
  }
  if (data === undefined || data === null) {
    return (
      <p className="next-proof">
        {ofBest === null ? '' : `${ofBest === 1 ? t('next.isBest') : t('next.nearBest', { share: format.percentAtLeast(ofBest) })} `}
        <button type="button" className="link-button" onClick={prove}>
          {t('next.proof')}
        </button>
      </p>
    );
  }
  return <Proved proof={data} weighted={weighted} />;
}

function Proved({ proof: { status, bound, reached, seconds, better, list, objective }, weighted }: { proof: ProofAnswer; weighted: boolean }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const share = format.percentAtLeast(reached);
  return (
    <p className="next-proof" role="status">
      {status === 'optimal' ? t('next.proofOptimal', { bound: format.count(bound), reached: share }) : t('next.proofLimit', { bound: format.count(bound), reached: share, seconds: format.count(seconds) })}
      {weighted ? ` ${t('next.weighted')}` : ''}
      {better === null || objective <= list ? '' : ` ${t('next.proofBetter', { names: better.map(({ structureName }) => structureName).join(', ') })}`}
    </p>
  );
}

/** Seconds since something began; 0 while it does not run. */
function useSeconds(runs: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!runs) return;
    const began = performance.now();
    const timer = window.setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1000)), 1000);
    return () => {
      window.clearInterval(timer);
      setSeconds(0);
    };
  }, [runs]);
  return seconds;
}
