import { useEffect, useRef, useState } from 'react';
import { isNoAnswer } from '../../api/client';
import { useImports } from '../../api/imports';
import { changesIn, NOTHING_TRIED } from '../../state/tried';
import { toggleChange } from './try-change';
import { comparingToday, said } from '../../state/moments';
import { setPageState, usePageState } from '../../state/use-page-state';
import { useIsOnline } from '../../state/media';
import { useWhatIfWords } from '../../i18n/what-if-words';
import { Problem } from '../notices/problem';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { ChangedAreas } from './changed-areas';
import { useChangeWords } from './change-words';
import { ScenarioDialog } from './scenario-dialog';
import { TriedFigures } from './tried-figures';
import './what-if.css';

/**
 * Over the whole width while something can be tried: what is tried, what comes of it, and the ways on. Each change can be taken back.
 * As high with many changes as with none: a bar that grew would move the map from under the pointer, and have it drawn twice.
 */
export default function WhatIfBar() {
  const { t } = useWhatIfWords();
  const whatIf = usePageState('whatIf');
  const { tried, triedError, askTriedAgain, shown } = useDisplayedGaps();
  const online = useIsOnline();
  const mayKeep = useImports(true).isSuccess;
  const [dialog, setDialog] = useState<'save' | 'list' | null>(null);
  const some = changesIn(whatIf).length > 0;
  return (
    <section className="what-if-bar" aria-label={t('whatIf.bar')} data-tried={shown?.tried ?? 'none'}>
      <div className="what-if-row">
        <strong className="what-if-badge">{t('whatIf.badge')}</strong>
        <Chips />
        <div className="what-if-tools">
          {some ? <Compare /> : null}
          {some ? <Share /> : null}
          {some && mayKeep ? (
            <button type="button" className="button" onClick={() => setDialog('save')}>
              {t('whatIf.save')}
            </button>
          ) : null}
          <button type="button" className="button" onClick={() => setDialog('list')}>
            {t('whatIf.scenarios')}
          </button>
          {some ? (
            <button type="button" className="button" onClick={() => setPageState({ whatIf: NOTHING_TRIED })}>
              {t('whatIf.clear')}
            </button>
          ) : null}
          <button type="button" className="button" onClick={() => setPageState({ whatIf: null })}>
            {t('whatIf.leave')}
          </button>
        </div>
      </div>
      <div className="what-if-row what-if-outcome" role="status">
        {!some ? (
          <p className="what-if-help">{t('whatIf.help')}</p>
        ) : triedError !== null ? (
          <p>{t(online && !isNoAnswer(triedError) ? 'whatIf.failed' : 'whatIf.offline')}</p>
        ) : tried === undefined ? (
          <p>{t(online ? 'whatIf.waiting' : 'whatIf.offline')}</p>
        ) : (
          <>
            <TriedFigures tried={tried} />
            <ChangedAreas tried={tried} />
          </>
        )}
      </div>
      {some && triedError !== null && online ? <Problem error={triedError} onRetry={askTriedAgain} /> : null}
      {dialog === null ? null : <ScenarioDialog part={dialog} onPart={setDialog} onClose={() => setDialog(null)} />}
    </section>
  );
}

/** The changes, with the name that the server gave; by their code until it has, or where it knows no such thing. */
function Chips() {
  const { t } = useWhatIfWords();
  const words = useChangeWords();
  const changes = changesIn(usePageState('whatIf'));
  const { tried, triedError } = useDisplayedGaps();
  const list = useNewestInSight(changes.map(({ kind, target }) => `${kind}${target}`));
  return (
    <ul ref={list} className="what-if-chips">
      {changes.map((change) => {
        const known = tried?.changes.find(({ kind, target }) => kind === change.kind && target === change.target);
        const what = known ? words(known) : triedError === null ? t('whatIf.waiting') : words({ kind: change.kind, name: change.target });
        return (
          <li key={`${change.kind}${change.target}`} className="what-if-chip" data-moot={known?.moot === true} title={known?.moot === true ? t('whatIf.mootMeans') : undefined}>
            {known?.structureType ? (
              <button type="button" className="text-link" onClick={() => setPageState({ structure: change.target, tab: 'list' })}>
                {what}
              </button>
            ) : (
              <span>{what}</span>
            )}
            {known?.moot === true ? <span className="note">{t('whatIf.moot')}</span> : null}
            <button type="button" className="what-if-back" aria-label={t('whatIf.takeBack', { what })} title={t('whatIf.takeBack', { what })} onClick={() => toggleChange(change)}>
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Brings what was added last into sight: the line of chips may be longer than its place. */
function useNewestInSight(keys: readonly string[]) {
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(keys);
  useEffect(() => {
    const added = keys.findIndex((key) => !before.current.includes(key));
    before.current = keys;
    if (added >= 0) list.current?.children[added]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  return list;
}

/** Held down, by pointer or key, it shows today; let go, what is tried. */
function Compare() {
  const { t } = useWhatIfWords();
  const show = () => comparingToday.set(true);
  const back = () => comparingToday.set(false);
  return (
    <button
      type="button"
      className="button"
      title={t('whatIf.holdMeans')}
      onPointerDown={show}
      onPointerUp={back}
      onPointerLeave={back}
      onPointerCancel={back}
      onKeyDown={(event) => (event.key === ' ' || event.key === 'Enter' ? show() : undefined)}
      onKeyUp={back}
      onBlur={back}
    >
      {t('whatIf.hold')}
    </button>
  );
}

function Share() {
  const { t } = useWhatIfWords();
  const share = () =>
    void navigator.clipboard.writeText(window.location.href).then(
      () => said.set(t('whatIf.shared')),
      () => said.set(t('whatIf.shareFailed')),
    );
  return (
    <button type="button" className="button" onClick={share}>
      {t('whatIf.share')}
    </button>
  );
}
