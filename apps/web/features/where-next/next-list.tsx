import type { SiteShown, WhereNextAnswer } from '#api/contract/where-next';
import { needs } from '#domain/vocabularies/programmes';
import { MAX_CHANGES, writeChanges } from '#domain/what-if';
import { useState } from 'react';
import { useImports } from '../../api/imports';
import { Disclosure } from '../../controls/disclosure';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { useTerm } from '../../i18n/terms';
import { fillOf } from '../../map/structure-shapes';
import { getPageState, setPageState, usePageState } from '../../state/use-page-state';
import { useCriterionWords } from '../gaps/area-words';
import { ScenarioDialog } from '../what-if/scenario-dialog';
import { TryStructure } from '../what-if/try-buttons';
import { StructureSymbol } from '../structures/structure-symbol';

/** Of those that were not chosen, so many are listed; files hold all. */
const OTHERS = 30;

/** The chosen structures in their order, then the others by what each would bring alone. */
export function NextList({ answer: { structures } }: { answer: WhereNextAnswer }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const chosen = structures.filter(({ step }) => step !== null);
  const others = structures.filter(({ step }) => step === null).slice(0, OTHERS);
  if (structures.length === 0) return null;
  return (
    <section className="next-list">
      <h3 className="visually-hidden">{t('next.list')}</h3>
      <ol className="next-sites">
        {chosen.map((site) => (
          <Site key={site.structureId} site={site} />
        ))}
      </ol>
      {chosen.length === 0 ? null : <TryFirst chosen={chosen} />}
      {others.length === 0 ? null : (
        <Disclosure title={t('next.rest')} note={format.count(others.length)}>
          <ul className="next-sites">
            {others.map((site) => (
              <Site key={site.structureId} site={site} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

/** Tries the first so many together, on the map or kept under a name. */
function TryFirst({ chosen }: { chosen: readonly SiteShown[] }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const most = Math.min(chosen.length, MAX_CHANGES);
  const [wanted, setWanted] = useState(most);
  const [keeping, setKeeping] = useState<'save' | 'list' | null>(null);
  const mayKeep = useImports(true).isSuccess;
  const first = Math.min(wanted, most);
  const whatIf = writeChanges(chosen.slice(0, first).map(({ structureId }) => ({ kind: 'makeReady', target: structureId })));
  const keep = () => {
    setPageState({ whatIf });
    setKeeping('save');
  };
  return (
    <div className="next-try" role="group" aria-label={t('next.try')}>
      <label className="next-try-first">
        <span className="line-label">{t('next.tryFirst')}</span>
        <select className="select" value={first} onChange={(event) => setWanted(Number(event.target.value))}>
          {Array.from({ length: most }, (_, step) => step + 1).map((count) => (
            <option key={count} value={count}>
              {t('next.kValue', { count, n: format.count(count) })}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button" onClick={() => setPageState({ whatIf, tab: 'map' })}>
        {t('next.tryOnMap')}
      </button>
      {mayKeep ? (
        <button type="button" className="button" onClick={keep}>
          {t('next.tryKeep')}
        </button>
      ) : null}
      {keeping === null ? null : <ScenarioDialog part={keeping} onPart={setKeeping} onClose={() => setKeeping(null)} />}
    </div>
  );
}

function Site({ site }: { site: SiteShown }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const term = useTerm();
  const open = usePageState('site') === site.structureId;
  const { step, gained, alone, total, share, atLeast } = site;
  const number = (value: number | null): string => (value === null ? '?' : format.count(value));
  const least = (value: number | null): string => (atLeast ? `${t('next.atLeast')} ${number(value)}` : number(value));
  return (
    <li className="next-site" data-open={open}>
      <button type="button" className="next-site-row" aria-expanded={open} onClick={() => setPageState({ site: getPageState().site === site.structureId ? null : site.structureId })}>
        <span className="next-step">{step === null ? '' : format.count(step)}</span>
        <span className="next-words">
          <span className="next-name">
            <StructureSymbol type={site.structureType} fill={fillOf(site.readiness, site.missing.length, site.unknown.length)} /> {site.structureName}
          </span>
          <span className="note">{[term(needs, site.need), site.healthZone?.name ?? site.province?.name ?? null].filter((part) => part !== null).join(' · ')}</span>
        </span>
        <span className="next-figure">
          <span className="next-number">{step === null ? number(alone) : t('next.step', { n: number(gained) })}</span>
          <span className="note">{step === null || total === null || share === null ? '' : t('next.total', { n: format.count(total), share: format.percent(share) })}</span>
        </span>
      </button>
      {open ? <SiteDetail site={site} alone={t('next.alone', { n: least(alone) })} /> : null}
    </li>
  );
}

/** What it lacks, by name, and what can be done from here. */
function SiteDetail({ site: { structureId, readiness, missing, unknown, cost }, alone }: { site: SiteShown; alone: string }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const { criterion } = useCriterionWords();
  return (
    <div className="next-detail">
      {missing.length === 0 ? null : <p>{t('next.missing', { list: missing.map(criterion).join(', ') })}</p>}
      {unknown.length === 0 ? null : <p>{t('next.toEstablish', { list: unknown.map(criterion).join(', ') })}</p>}
      <p className="note">{[alone, ...(cost === null ? [] : [t('next.cost', { n: format.count(cost) })])].join(' · ')}</p>
      <p className="next-actions">
        <button type="button" className="button" onClick={() => setPageState({ structure: structureId })}>
          {t('next.open')}
        </button>
      </p>
      <TryStructure id={structureId} readiness={readiness} />
    </div>
  );
}
