import type { CheckAnswer } from '#api/contract/check';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { hoveredArea } from '../../state/moments';
import { setPageState } from '../../state/use-page-state';
import { ClassSwatch } from '../legend/class-swatch';
import { useDistanceWords } from './use-distance-words';

type BetterPlaced = CheckAnswer['betterPlaced'][number];

const figureOf = ({ why, peopleReady, peopleWithoutCare, population }: BetterPlaced): number | null => (why === 'readyAndSilent' ? peopleReady : why === 'withoutCare' ? peopleWithoutCare : population);

/** Areas near by where the same would do more. */
export function BetterSection({ answer: { betterPlaced, plan }, whole }: { answer: CheckAnswer; whole: boolean }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const distance = useDistanceWords();
  return (
    <section className="plan-section">
      <h3>{t('better.title')}</h3>
      {betterPlaced.length === 0 ? <p className="note">{t('better.none', { km: format.count(plan.nearbyKm) })}</p> : null}
      <ul className="plan-entries">
        {betterPlaced.map((one) => {
          const figure = figureOf(one);
          return (
            <li key={one.code} onPointerEnter={() => hoveredArea.set(one.code)} onPointerLeave={() => hoveredArea.set(null)}>
              <span className="plan-entry-title">
                <ClassSwatch entry={one.class ?? 'notClassified'} /> {one.name}
                <span className="note">{[one.provinceName, distance(one)].filter((part) => part !== null).join(' · ')}</span>
              </span>
              <span>{t(`better.why.${one.why}`, { n: figure === null ? '?' : format.count(figure) })}</span>
              {whole ? null : (
                <button type="button" className="link-button" onClick={() => setPageState({ planAreas: [one.code], planOutline: [], area: null })}>
                  {t('better.instead')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
