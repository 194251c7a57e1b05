import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { MatchItem } from '#api/contract/imports';
import { useMatches, useVerdict } from '../../api/matches';
import { Segmented } from '../../controls/segmented';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { said } from '../../state/moments';
import { createStore, useStore } from '../../state/store';
import { setPageState, usePageState } from '../../state/use-page-state';
import { CommandFault } from '../data/command-fault';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { MatchCard } from './match-card';
import './matches.css';

const KINDS = ['structure', 'organisation'] as const;
const STATES = ['open', 'joined', 'apart'] as const;

/** Who decides: asked once, kept while the page is open. */
const decider = createStore('');

/** The queue of records that may be one: two cards side by side, and what a person says of them. */
export default function MatchDesk() {
  const { t } = useDataWords();
  const format = useFormat();
  const kind = usePageState('matchKind');
  const state = usePageState('matchState');
  const who = useStore(decider);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMatches(kind, state);
  const { focus, list, onKey } = useKeys();
  const verdict = useVerdict();
  const [lacksWho, setLacksWho] = useState(false);
  const decide = (pair: MatchItem, said_: 'same' | 'different', reason: string) => {
    if (who.trim() === '') {
      setLacksWho(true);
      document.getElementById('match-who')?.focus();
      return;
    }
    verdict.mutate({ id: pair.id, verdict: { verdict: said_, reason, decidedBy: who.trim() } }, { onSuccess: () => said.set(t(`matches.decided.${said_}`, { label: pair.sides[0].label })) });
    focus(1);
  };
  return (
    <section className="matches" aria-labelledby="matches-title">
      <header className="matches-head">
        <h2 id="matches-title">{t('matches.title')}</h2>
        <p className="note">{t('matches.intro')}</p>
        <div className="matches-tools">
          <Segmented label={t('matches.kind.label')} options={KINDS.map((code) => ({ code, label: t(`matches.kind.${code}`) }))} chosen={kind} onChoose={(next) => setPageState({ matchKind: next })} />
          <Segmented label={t('matches.state.label')} options={STATES.map((code) => ({ code, label: t(`matches.state.${code}`) }))} chosen={state} onChoose={(next) => setPageState({ matchState: next })} />
          <div className="option matches-who">
            <label htmlFor="match-who">{t('matches.who')}</label>
            <input id="match-who" className="field" value={who} placeholder={t('matches.whoHint')} maxLength={120} aria-invalid={lacksWho && who.trim() === ''} onChange={(event) => decider.set(event.target.value)} />
            {lacksWho && who.trim() === '' ? (
              <p className="file-fault" role="alert">
                {t('matches.whoMissing')}
              </p>
            ) : null}
          </div>
        </div>
        <CommandFault error={verdict.error} />
        {data && data.pairs.length > 0 ? (
          <p className="note" role="status">
            {t('matches.count', { count: data.total, n: format.count(data.total) })} · {t('matches.keys')}
          </p>
        ) : null}
      </header>
      {data ? (
        data.pairs.length === 0 ? (
          <div className="notice">
            <p>{t(`matches.none.${state}`)}</p>
            {state === 'open' ? <p className="note">{t('matches.noneWhy')}</p> : null}
          </div>
        ) : (
          <ul ref={list} className="match-list" onKeyDown={onKey}>
            {data.pairs.map((pair) => (
              <MatchCard key={pair.id} pair={pair} busy={verdict.isPending && verdict.variables.id === pair.id} onDecide={(one, reason) => decide(pair, one, reason)} />
            ))}
          </ul>
        )
      ) : error ? (
        <Problem error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton words={t('matches.loading')} />
      )}
      {hasNextPage ? (
        <button type="button" className="button matches-more" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? t('matches.loading') : t('matches.more')}
        </button>
      ) : null}
    </section>
  );
}

/** Arrows walk from pair to pair. */
function useKeys() {
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<number | null>(null);
  const cards = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('.match') ?? [])];
  const at = (): number => cards().findIndex((card) => card.contains(document.activeElement));
  const focus = (step: number) => {
    const next = cards()[Math.max(0, at() + step)];
    wanted.current = at();
    next?.focus();
  };
  // The pair that was settled leaves the list; the one that takes its place is the next.
  useEffect(() => {
    if (wanted.current === null || document.activeElement !== document.body) return;
    cards()[wanted.current]?.focus();
    wanted.current = null;
  });
  const onKey = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    focus(step);
  };
  return { list, focus, onKey };
}
