import { sumKnown } from '#analysis/sum-counts';
import type { TargetGroup } from '#domain/records';
import { targetGroups } from '#domain/vocabularies/initiatives';
import type { CoverageAnswer } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';

/** Month by month: bars for who took part, an outline for who was planned. The table says the same in figures. */
export function CoverageChart({ answer, group }: { answer: CoverageAnswer; group: TargetGroup | null }) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const { monthsCovered, byMonth, cells } = answer;
  const months = monthsCovered.map((month) => {
    const found = group === null ? byMonth.filter((one) => one.month === month) : cells.filter((cell) => cell.month === month && cell.audience === group);
    return { month, held: sumKnown(found.map(({ total }) => total)), planned: sumKnown(found.map(({ planned }) => planned)), uncounted: found.some(({ totalNotCounted }) => totalNotCounted > 0) };
  });
  const most = Math.max(1, ...months.map(({ held, planned }) => Math.max(held ?? 0, planned ?? 0)));
  const height = (count: number | null): string => `${String(((count ?? 0) / most) * 100)}%`;
  const said = (count: number | null): string => (count === null ? t('form.unknown') : format.count(count));
  return (
    <figure className="cover-chart">
      <figcaption>
        {t('cover.chart', { group: group === null ? t('cover.everyGroup') : term(targetGroups, group) })}
        <span className="note cover-key">
          <span className="key-held" aria-hidden="true" /> {t('cover.heldKey')} <span className="key-planned" aria-hidden="true" /> {t('cover.plannedKey')}
        </span>
      </figcaption>
      <ol>
        {months.map(({ month, held, planned, uncounted }) => (
          <li key={month} title={t('cover.monthOf', { month: format.month(`${month}-01`), held: said(held), planned: said(planned) })}>
            <span className="visually-hidden">{t('cover.monthOf', { month: format.month(`${month}-01`), held: said(held), planned: said(planned) })}</span>
            <span className="cover-bars" aria-hidden="true">
              <span className="bar-planned" style={{ height: height(planned) }} />
              <span className="bar-held" style={{ height: height(held) }} />
              {uncounted ? <span className="bar-unknown">?</span> : null}
            </span>
            <span className="cover-month" aria-hidden="true">
              {month.slice(5)}
              {month.endsWith('-01') ? <small>{month.slice(0, 4)}</small> : null}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
