import type { NeedsAnswer } from '#api/contract/readiness';
import { needs } from '#domain/vocabularies/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { fillOf } from '../../map/structure-shapes';
import { useCriterionWords } from '../gaps/area-words';
import { StructureCell } from './watch-parts';

/** Rows in sight: the rest stands in the file. */
const SHOWN = 25;

/** The structures whose readiness would serve most people first, with what each lacks. */
export function NeedsByStructure({ answer: { structures, structuresTotal } }: { answer: NeedsAnswer }) {
  const { t } = useCareWords();
  const format = useFormat();
  const term = useTerm();
  const { criterion } = useCriterionWords();
  const people = (value: number | null): string => (value === null ? t('needs.unknown') : format.count(value));
  const shown = structures.slice(0, SHOWN);
  const words = (codes: readonly string[]): string => codes.map(criterion).join(', ');
  if (shown.length === 0) return null;
  return (
    <>
      <div className="care-head needs-head">
        <h4>{t('needs.first')}</h4>
        <span className="note">{t('needs.shown', { n: format.count(shown.length), total: format.count(structuresTotal) })}</span>
      </div>
      <div className="table-scroll" role="group" aria-label={t('needs.first')} tabIndex={0}>
        <table className="watch-table">
          <thead>
            <tr>
              <th scope="col">{t('lapsing.structure')}</th>
              <th scope="col">{t('needs.need')}</th>
              <th scope="col" className="number">{t('needs.gain')}</th>
              <th scope="col" className="number">{t('needs.blind')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.structureId}>
                <th scope="row">
                  <StructureCell structure={one} fill={fillOf(one.readiness, one.missing.length, one.unknown.length)} />
                </th>
                <td>
                  {term(needs, one.need)}{' '}
                  <span className="note">
                    {[one.missing.length === 0 ? null : t('needs.missing', { list: words(one.missing) }), one.unknown.length === 0 ? null : t('needs.toEstablish', { list: words(one.unknown) })].filter((part) => part !== null).join(' · ')}
                  </span>
                </td>
                <td className="number">{people(one.leaveGap)}</td>
                <td className="number">{people(one.leaveBlindSpot)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
