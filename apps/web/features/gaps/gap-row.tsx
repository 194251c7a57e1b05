import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GapArea } from '#api/contract/gaps';
import { gapClasses } from '#domain/vocabularies/flags';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { hoveredArea } from '../../state/moments';
import { togglePlanArea } from '../../state/plan-place';
import { getPageState, setPageState, usePageState } from '../../state/use-page-state';
import type { Sort } from '../../state/page-state';
import { ClassSwatch } from '../legend/class-swatch';
import { useAreaWords } from './area-words';
import { rowFigure } from './displayed-gaps';

interface Props {
  area: GapArea;
  /** Null: the row does not open. */
  open: boolean | null;
  chosen: boolean;
  sort: Sort;
  /** What the row says is foretold. */
  forecast: boolean;
  /** Replaces the line under the name, where a lens has something else to say. */
  line?: ReactNode;
}

const toggle = (code: string) => {
  if (getPageState().lens === 'planning') togglePlanArea(code);
  else setPageState({ area: getPageState().area === code ? null : code });
};

/** One area of the ranked list. */
export const GapRow = memo(function GapRow({ area, open, chosen, sort, forecast, line }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const { actors, care, withheld } = useAreaWords();
  const figure = rowFigure(area, sort, usePageState('reach'));
  const className = area.class === null ? t('legend.notClassified') : term(gapClasses, area.class);
  return (
    <button
      type="button"
      className="gap-row row-button"
      {...(open === null ? { 'aria-pressed': chosen } : { 'aria-expanded': open })}
      onClick={() => toggle(area.code)}
      onPointerEnter={() => hoveredArea.set(area.code)}
      onPointerLeave={() => hoveredArea.set(null)}
      onFocus={() => hoveredArea.set(area.code)}
      onBlur={() => hoveredArea.set(null)}
    >
      <span className="gap-row-swatch" title={className}>
        <ClassSwatch entry={area.class ?? 'notClassified'} forecast={forecast} />
        <span className="visually-hidden">{className}</span>
      </span>
      <span className="gap-row-words">
        <span className="gap-row-name">{area.name}</span>
        <span className="gap-row-line">{line ?? [care(area), withheld(area), actors(area), area.provinceName].filter((part) => part !== null).join(' · ')}</span>
      </span>
      <span className="gap-row-figure" data-unit={figure.unit}>
        <span className="gap-row-number">{figure.unit === 'unknown' ? '?' : figure.value === null ? '—' : figure.unit === 'onTheWay' ? format.duration(figure.value) : figure.unit === 'km' ? format.km(figure.value) : format.count(figure.value)}</span>
        <span className="gap-row-unit">{figure.unit === 'km' && figure.value === null ? t('list.noReadyKnown') : t(`list.unit.${figure.unit}`)}</span>
      </span>
    </button>
  );
});
