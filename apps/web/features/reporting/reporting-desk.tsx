import { useState } from 'react';
import { PRESENCE_LEVELS, TEMPLATE_KINDS, templateAddress, useReporting, type ReportingAnswer } from '../../api/reporting';
import { Segmented } from '../../controls/segmented';
import { useDataWords } from '../../i18n/data-words';
import { Emphasis } from '../../i18n/emphasis';
import { useFormat } from '../../i18n/format';
import { setPageState, usePageState } from '../../state/use-page-state';
import { plainText } from '../gaps/displayed-gaps';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';
import { monthAfter } from './month-after';
import './reporting.css';

const FILTERS = ['all', 'late', 'never', 'reported'] as const;
const TABLE_FORMATS = ['xlsx', 'csv', 'hxl'] as const;

/** Who has reported for a month, who is late, how old everything is, and the template one click away. */
export default function ReportingDesk() {
  const { t } = useDataWords();
  const { answer } = useDisplayedGaps();
  const chosen = usePageState('month');
  const month = chosen ?? answer?.parameters.asOf.slice(0, 7) ?? null;
  return (
    <section className="reporting" aria-labelledby="reporting-title">
      <h2 id="reporting-title">{t('reporting.title')}</h2>
      {month === null ? <Skeleton words={t('reporting.loading')} /> : <Month month={month} />}
      <Presence />
    </section>
  );
}

function Month({ month }: { month: string }) {
  const { t } = useDataWords();
  const format = useFormat();
  const { data, error, refetch } = useReporting(month);
  const step = (by: number) => setPageState({ month: monthAfter(month, by) });
  return (
    <>
      <div className="reporting-month">
        <button type="button" className="button" aria-label={t('reporting.previous')} title={t('reporting.previous')} onClick={() => step(-1)}>
          ‹
        </button>
        <strong aria-live="polite">{format.month(`${month}-01`)}</strong>
        <button type="button" className="button" aria-label={t('reporting.next')} title={t('reporting.next')} onClick={() => step(1)}>
          ›
        </button>
      </div>
      {data ? <Table answer={data} /> : error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton words={t('reporting.loading')} />}
    </>
  );
}

function Table({ answer }: { answer: ReportingAnswer }) {
  const { t } = useDataWords();
  const format = useFormat();
  const language = usePageState('lang');
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all');
  const [search, setSearch] = useState('');
  const [template, setTemplate] = useState<(typeof TEMPLATE_KINDS)[number]>('initiatives');
  const { organisations } = answer;
  const count = (state: ReportingAnswer['organisations'][number]['state']): number => organisations.filter((one) => one.state === state).length;
  if (organisations.length === 0) {
    return (
      <div className="notice">
        <p>{t('reporting.none')}</p>
        <p className="note">{t('reporting.noneWhy')}</p>
      </div>
    );
  }
  const wanted = plainText(search.trim());
  const shown = organisations.filter((one) => (filter === 'all' || one.state === filter) && plainText(`${one.name} ${one.acronym ?? ''}`).includes(wanted));
  return (
    <>
      <p className="sentence">
        <Emphasis text={t('reporting.summary', { reported: format.count(count('reported')), total: format.count(organisations.length), month: format.month(`${answer.month}-01`), late: format.count(count('late')), never: format.count(count('never')) })} />
      </p>
      <div className="reporting-tools">
        <Segmented quiet label={t('reporting.filter')} options={FILTERS.map((code) => ({ code, label: t(`reporting.${code}`) }))} chosen={filter} onChoose={setFilter} />
        <input className="field" type="search" value={search} aria-label={t('reporting.search')} placeholder={t('reporting.search')} onChange={(event) => setSearch(event.target.value)} />
        <label className="reporting-template">
          {t('reporting.templateKind.label')}
          <select className="select" value={template} onChange={(event) => setTemplate(event.target.value as (typeof TEMPLATE_KINDS)[number])}>
            {TEMPLATE_KINDS.map((code) => (
              <option key={code} value={code}>
                {t(`reporting.templateKind.${code}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="table-scroll" role="region" aria-label={`${t('reporting.title')}, ${format.month(`${answer.month}-01`)}`} tabIndex={0}>
        <table className="reporting-table">
          <thead>
            <tr>
              <th scope="col">{t('reporting.organisation')}</th>
              <th scope="col">{t('reporting.state')}</th>
              <th scope="col">{t('reporting.last')}</th>
              <th scope="col" className="number">{t('reporting.age')}</th>
              <th scope="col" className="number">{t('reporting.rows')}</th>
              <th scope="col" className="number">{t('reporting.open')}</th>
              <th scope="col">{t('reporting.template')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.organisationId}>
                <th scope="row">
                  {one.acronym ?? one.name}
                  {one.acronym === null || one.acronym === one.name ? null : <span className="note"> {one.name}</span>}
                </th>
                <td>
                  <span className="report-state" data-state={one.state}>
                    {t(`reporting.${one.state}`)}
                  </span>
                </td>
                <td>{one.lastReportedOn === null ? '—' : format.shortDate(one.lastReportedOn)}</td>
                <td className="number">{one.daysOld === null ? t('reporting.ageUnknown') : t('reporting.days', { count: one.daysOld, n: format.count(one.daysOld) })}</td>
                <td className="number">{format.count(one.reportedRows)}</td>
                <td className="number">{format.count(one.openInitiatives)}</td>
                <td>
                  <a href={templateAddress(template, one.organisationId, language)} download aria-label={t('reporting.templateOf', { name: one.acronym ?? one.name })}>
                    XLSX
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Links title={t('reporting.files')} address={`/api/reporting?month=${answer.month}`} />
    </>
  );
}

function Links({ title, address }: { title: string | null; address: string }) {
  return (
    <p className="reporting-links">
      {title === null ? null : <span className="note">{title}</span>}
      {TABLE_FORMATS.map((format) => (
        <a key={format} href={`${address}&format=${format}`} download>
          {format === 'hxl' ? 'CSV + HXL' : format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}

function Presence() {
  const { t } = useDataWords();
  const [level, setLevel] = useState<(typeof PRESENCE_LEVELS)[number]>('healthZone');
  return (
    <div className="presence">
      <h3>{t('reporting.presence')}</h3>
      <p className="note">{t('reporting.presenceHow')}</p>
      <Segmented quiet label={t('reporting.level.label')} options={PRESENCE_LEVELS.map((code) => ({ code, label: t(`reporting.level.${code}`) }))} chosen={level} onChoose={setLevel} />
      <Links title={null} address={`/api/presence?level=${level}`} />
    </div>
  );
}
