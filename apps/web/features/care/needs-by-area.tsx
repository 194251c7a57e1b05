import type { NeedsAnswer } from '#api/contract/readiness';
import { needs } from '#domain/vocabularies/programmes';
import { areaTypes } from '#domain/vocabularies/places';
import { useState } from 'react';
import { useFacets } from '../../api/queries';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import type { AreaType } from '#domain/records';
import { setPageState, usePageState } from '../../state/use-page-state';

/** Rows in sight at first: the areas where most people would gain. */
const SHOWN = 12;

/** Needs of each area as one bar of its structures, its words, and who would gain. */
export function NeedsByArea({ answer: { areas } }: { answer: NeedsAnswer }) {
  const { t } = useCareWords();
  const format = useFormat();
  const term = useTerm();
  const [all, setAll] = useState(false);
  const areaType = usePageState('areaType');
  const { data: facets } = useFacets();
  const people = (value: number | null): string => (value === null ? t('needs.unknown') : format.count(value));
  return (
    <>
      <div className="care-head needs-head">
        <h4>{t('needs.areas')}</h4>
        {facets === undefined || facets.areaTypes.length < 2 ? null : (
          <select className="select" aria-label={t('needs.level')} value={areaType} onChange={(event) => setPageState({ areaType: event.target.value as AreaType, area: null })}>
            {facets.areaTypes.map((one) => (
              <option key={one.code} value={one.code}>
                {term(areaTypes, one.code)}
              </option>
            ))}
          </select>
        )}
      </div>
      <div className="table-scroll" role="group" aria-label={t('needs.areas')} tabIndex={0}>
        <table className="watch-table">
          <thead>
            <tr>
              <th scope="col">{t('needs.area')}</th>
              <th scope="col">{t('needs.shares')}</th>
              <th scope="col" className="number">{t('needs.gain')}</th>
              <th scope="col" className="number">{t('needs.blind')}</th>
            </tr>
          </thead>
          <tbody>
            {(all ? areas : areas.slice(0, SHOWN)).map((area) => (
              <tr key={area.code}>
                <th scope="row">
                  <button type="button" className="text-link" aria-label={t('watch.openArea', { name: area.name })} onClick={() => setPageState({ view: 'gaps', area: area.code, structure: null, tab: 'list' })}>
                    {area.name}
                  </button>
                  <span className="note watch-place">{[area.provinceName, t('needs.readyOf', { ready: format.count(area.ready), n: format.count(area.structures) })].filter((part) => part !== null).join(' · ')}</span>
                </th>
                <td>
                  <span className="need-shares" aria-hidden="true">
                    {area.needs.map((one) => (one.structures === 0 ? null : <span key={one.need} data-need={one.need} style={{ flexGrow: one.structures }} title={`${term(needs, one.need)} · ${format.count(one.structures)}`} />))}
                    {area.ready === 0 ? null : <span data-need="ready" style={{ flexGrow: area.ready }} />}
                  </span>
                  <span className="note">{area.needs.flatMap((one) => (one.structures === 0 ? [] : [`${term(needs, one.need)} ${format.count(one.structures)}`])).join(' · ')}</span>
                </td>
                <td className="number">{people(area.leaveGap)}</td>
                <td className="number">{people(area.leaveBlindSpot)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all || areas.length <= SHOWN ? null : (
        <button type="button" className="button watch-more" onClick={() => setAll(true)}>
          {t('needs.moreAreas', { n: format.count(areas.length) })}
        </button>
      )}
    </>
  );
}
