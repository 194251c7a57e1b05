import type { StructureDetail } from '#api/contract/records';
import { stockItems } from '#domain/vocabularies/structures';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';

/** Each item: usable today, for how many months, until when, and what will expire before it is used. */
export function StockOutlook({ items }: { items: StructureDetail['stockOutlook'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  return (
    <>
      <h3 id="outlook-title">{t('outlook.title')}</h3>
      {items === null ? <p className="note">{t('outlook.hidden')}</p> : items.length === 0 ? <p className="note">{t('outlook.nothing')}</p> : null}
      {items === null || items.length === 0 ? null : (
        <div className="outlook-scroll" role="group" aria-labelledby="outlook-title" tabIndex={0}>
          <table className="outlook">
            <thead>
              <tr>
                <th scope="col">{t('outlook.item')}</th>
                <th scope="col">{t('outlook.usable')}</th>
                <th scope="col">{t('outlook.months')}</th>
                <th scope="col">{t('outlook.lapses')}</th>
                <th scope="col">{t('outlook.unused')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.item}>
                  <th scope="row">{term(stockItems, one.item)}</th>
                  <td>{one.isComplete ? format.count(one.usable) : t('outlook.atLeast', { n: format.count(one.usable) })}</td>
                  <td>
                    {one.monthsOfStock === null ? t('outlook.unknown') : format.km(one.monthsOfStock)}
                    {one.usedPerMonth === null ? null : <span className="note"> {t('outlook.rate', { n: format.km(one.usedPerMonth) })}</span>}
                  </td>
                  <td>{one.lapsesAfter === null ? t('outlook.never') : format.shortDate(one.lapsesAfter)}</td>
                  <td>{one.expiresUnused === null ? t('outlook.unknown') : format.count(one.expiresUnused)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {items?.some((one) => one.usedPerMonth === null) === true ? <p className="note">{t('outlook.noRate')}</p> : null}
    </>
  );
}
