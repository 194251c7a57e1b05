import { useState } from 'react';
import { sumKnown } from '#analysis/sum-counts';
import type { TargetGroup } from '#domain/records';
import { targetGroups } from '#domain/vocabularies/initiatives';
import { COVERAGE, useCoverageQuery, type CoverageAnswer } from '../../api/programmes';
import { Segmented } from '../../controls/segmented';
import { useCareWords } from '../../i18n/care-words';
import { Emphasis } from '../../i18n/emphasis';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { setPageState, usePageState } from '../../state/use-page-state';
import { FileLinks } from '../care/file-links';
import { CoverageChart } from './coverage-chart';
import { WithoutSessions } from './without-sessions';

const MONTHS = [3, 6, 12] as const;
const MEASURES = ['total', 'women', 'men'] as const;
type Measure = (typeof MEASURES)[number];

/** Group × area × period against the plan: as a sentence, a table and a chart, and who had none. */
export function Coverage({ answer }: { answer: CoverageAnswer }) {
  const { t } = useCareWords();
  const format = useFormat();
  const group = usePageState('coverGroup');
  const { all } = answer;
  const [measure, setMeasure] = useState<Measure>('total');
  const said = (count: number | null): string => (count === null ? t('form.unknown') : format.count(count));
  return (
    <>
      <div className="care-tools">
        <label className="cover-tool">
          <span className="note">{t('cover.from')}</span>
          <input className="field" type="date" value={answer.from} max={answer.to} onChange={(event) => setPageState({ coverFrom: event.target.value === '' ? null : event.target.value })} />
        </label>
        <label className="cover-tool">
          <span className="note">{t('cover.to')}</span>
          <input className="field" type="date" value={answer.to} min={answer.from} onChange={(event) => setPageState({ coverTo: event.target.value === '' ? null : event.target.value })} />
        </label>
        <label className="cover-tool">
          <span className="note">{t('cover.without')}</span>
          <select className="select" value={answer.months} onChange={(event) => setPageState({ coverMonths: Number(event.target.value) })}>
            {[...new Set([...MONTHS, answer.months])].sort((a, b) => a - b).map((months) => (
              <option key={months} value={months}>
                {t('cover.months', { count: months, n: String(months) })}
              </option>
            ))}
          </select>
        </label>
        <Segmented quiet label={t('cover.measure.label')} options={MEASURES.map((code) => ({ code, label: t(`cover.measure.${code}`) }))} chosen={measure} onChoose={setMeasure} />
        <button type="button" className="button" onClick={() => setPageState({ trained: group ?? 'all', view: 'gaps', structure: null, area: null, tab: 'map' })}>
          {t('cover.onMap')}
        </button>
        {group === null ? null : (
          <button type="button" className="button" onClick={() => setPageState({ coverGroup: null })}>
            {t('cover.allGroups')}
          </button>
        )}
      </div>
      <p className="sentence">
        <Emphasis text={t('cover.sentence', { held: format.count(all.sessionsHeld), people: said(all.total), planned: said(all.planned), coming: format.count(all.sessionsPlanned) })} />
      </p>
      {all.totalNotCounted > 0 ? <p className="note">{t('cover.notCounted', { count: all.totalNotCounted, n: format.count(all.totalNotCounted) })}</p> : null}
      <CoverageTable answer={answer} chosen={group} measure={measure} />
      <FileLinks what={t('cover.table')} path={COVERAGE} query={useCoverageQuery()} />
      <CoverageChart answer={answer} group={group} />
      <WithoutSessions answer={answer} group={group} />
    </>
  );
}

/** One row per group, one column per area; in each cell who took part, over how many were planned. */
function CoverageTable({ answer, chosen, measure }: { answer: CoverageAnswer; chosen: TargetGroup | null; measure: Measure }) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const { audiences, areas, cells, byAudience } = answer;
  const named = areas.filter(({ code }) => cells.some(({ areaCode }) => areaCode === code));
  const columns: readonly { readonly code: string | null; readonly name: string }[] = [...named, ...(cells.some(({ areaCode }) => areaCode === null) ? [{ code: null, name: t('cover.noArea') }] : [])];
  const rows = chosen === null ? audiences : audiences.filter((audience) => audience === chosen);
  const said = (count: number | null): string => (count === null ? '?' : format.count(count));
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('cover.table')}>
      <table className="cover-table">
        <caption className="note">{t('cover.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('session.audience')}</th>
            {columns.map(({ code, name }) => (
              <th key={code ?? ''} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t('cover.all')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((audience) => {
            const whole = byAudience.find((one) => one.audience === audience);
            return (
              <tr key={audience}>
                <th scope="row">
                  <button type="button" className="link-button" onClick={() => setPageState({ coverGroup: chosen === audience ? null : audience })}>
                    {term(targetGroups, audience)}
                  </button>
                </th>
                {columns.map(({ code }) => {
                  const found = cells.filter((cell) => cell.audience === audience && cell.areaCode === code);
                  return <Cell key={code ?? ''} count={said(sumKnown(found.map((cell) => cell[measure])))} planned={measure === 'total' ? said(sumKnown(found.map(({ planned }) => planned))) : null} empty={found.length === 0} />;
                })}
                <Cell count={said(whole?.[measure] ?? null)} planned={measure === 'total' ? said(whole?.planned ?? null) : null} empty={whole === undefined || whole.sessionsHeld + whole.sessionsPlanned === 0} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The plan is made in people, not by sex. */
function Cell({ count, planned, empty }: { count: string; planned: string | null; empty: boolean }) {
  const { t } = useCareWords();
  if (empty) return <td className="cover-none">–</td>;
  return (
    <td>
      <strong>{count}</strong>
      {planned === null ? null : <span className="note"> {t('cover.of', { planned })}</span>}
    </td>
  );
}
