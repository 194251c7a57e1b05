import { useTranslation } from 'react-i18next';
import type { GapExplanation } from '#api/contract/gaps';
import { gapClasses } from '#domain/vocabularies/flags';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { ClassSwatch } from '../legend/class-swatch';

/** How the people of one area split among the classes: the area’s class is that of the largest claim, not of everybody. */
export function ClassShares({ area }: { area: GapExplanation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const present = area.classPeople.filter((one) => one.share > 0);
  if (present.length === 0) return null;
  return (
    <>
      <h4 className="explanation-heading">{t('explain.people')}</h4>
      <ul className="shares">
        {present.map((one) => (
          <li key={one.class}>
            <ClassSwatch entry={one.class} forecast={area.parameters.at !== area.parameters.asOf} />
            <span>{term(gapClasses, one.class)}</span>
            <span className="shares-number">{one.people === null ? format.percent(one.share) : `${format.count(one.people)} · ${format.percent(one.share)}`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
