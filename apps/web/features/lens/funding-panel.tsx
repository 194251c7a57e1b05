import type { GapArea } from '#api/contract/gaps';
import { DEFAULT_AWARENESS_MONTHS } from '#domain/gap-defaults';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useInitiatives } from '../../api/queries';
import { useFormat } from '../../i18n/format';
import { usePageState } from '../../state/use-page-state';
import { useCriterionWords } from '../gaps/area-words';
import { GapList } from '../gaps/gap-list';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { useReachWords } from '../reach/reach-words';
import { FundingSwitch } from '../where-next/funding-switch';
import { fundersByArea, type FunderIndex } from './funders-by-area';

/** Only these topics can close a gap. */
const QUERY = 'topic=sexualViolence,fistula&toReview=false';

/** The donor’s reading: where people are in the gap, who funds there already, and the nearest thing that money would make ready. */
export default function FundingPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { criterion } = useCriterionWords();
  const { away } = useReachWords();
  const { answer, ranked } = useDisplayedGaps();
  const areaType = usePageState('areaType');
  const selected = usePageState('area');
  const { data } = useInitiatives(QUERY);
  const asOf = answer?.parameters.asOf;
  const months = answer?.parameters.awarenessMonths ?? DEFAULT_AWARENESS_MONTHS;
  const funders = useMemo(() => (data && asOf !== undefined ? fundersByArea(data, areaType, asOf, months) : null), [data, areaType, asOf, months]);
  const lineOf = (area: GapArea): string => {
    if (funders === null) return t('funding.loading');
    const { here, provinceWide } = funders.of(area.code, area.provinceCode);
    const all = [...new Set([...here, ...provinceWide])];
    return [area.provinceName, all.length === 0 ? t('funding.none') : t('funding.by', { who: all.join(', ') })].filter((part) => part !== null).join(' · ');
  };
  // What is tried out is said of it too; the list may be narrowed to others.
  const chosen = ranked.find(({ code }) => code === selected) ?? answer?.areas.find(({ code }) => code === selected);
  const almost = chosen?.care.nearestAlmostReady;
  return (
    <GapList
      title={t('funding.title')}
      lineOf={lineOf}
      intro={
        <div className="lens-intro">
          <FundingSwitch />
          {chosen && funders ? (
            <>
              <h3>{chosen.name}</h3>
              <dl className="facts">
                <div className="fact">
                  <dt>{t('funding.already')}</dt>
                  <dd>
                    <FunderWords funders={funders} area={chosen} />
                  </dd>
                </div>
                <div className="fact">
                  <dt>{t('funding.buys')}</dt>
                  <dd>{almost ? t('funding.buysReady', { name: almost.name, how: away(almost), missing: almost.missing.map(criterion).join(', ') }) : t('funding.buysNothing')}</dd>
                </div>
              </dl>
            </>
          ) : (
            <p className="note">{t('funding.intro')}</p>
          )}
          {funders && funders.unplaced > 0 ? <p className="note">{t('funding.unplaced', { count: funders.unplaced, n: format.count(funders.unplaced) })}</p> : null}
        </div>
      }
    />
  );
}

function FunderWords({ funders, area }: { funders: FunderIndex; area: GapArea }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { here, provinceWide, budgets } = funders.of(area.code, area.provinceCode);
  return (
    <>
      {here.length === 0 ? t('funding.none') : here.join(', ')}
      {provinceWide.length > 0 ? ` · ${t('funding.wide', { who: provinceWide.join(', ') })}` : null}
      <br />
      <span className="note">{budgets.length === 0 ? t('funding.noBudget') : t('funding.budget', { n: budgets.map(({ amount, currency }) => format.money(amount, currency)).join(' + ') })}</span>
    </>
  );
}
