import { useEffect, useId, useState } from 'react';
import type { LngLat } from '#domain/units';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { drawingOutline } from '../../state/moments';
import { addPlanCorner, setPlanOutline, togglePlanArea } from '../../state/plan-place';
import { FEWEST_CORNERS, planAreasOf } from '../../state/question';
import { useStore } from '../../state/store';
import { setPageState, usePart, usePageState } from '../../state/use-page-state';
import { plainText } from '../gaps/displayed-gaps';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';

/** Where the plan is: areas that are picked in the list, on the map or here, or an outline that is drawn or typed. */
export function PlanWhere() {
  const { t } = usePlanWords();
  const outline = usePageState('planOutline');
  const drawing = useStore(drawingOutline);
  useEffect(() => () => drawingOutline.set(false), []);
  return (
    <fieldset className="plan-wide plan-where">
      <legend className="line-label">{t('plan.where')}</legend>
      {drawing || outline.length > 0 ? <OutlineEditor corners={outline} drawing={drawing} /> : <PickedAreas />}
    </fieldset>
  );
}

/** On a phone the map is another tab. */
function startDrawing(): void {
  drawingOutline.set(true);
  setPageState({ tab: 'map' });
}

function PickedAreas() {
  const { t } = usePlanWords();
  const { answer, shown } = useDisplayedGaps();
  const joined = usePart((state) => planAreasOf(state).join(','));
  const codes = joined === '' ? [] : joined.split(',');
  const areas = [...(shown?.areas ?? [])].sort((a, b) => plainText(a.name).localeCompare(plainText(b.name)));
  const nameOf = (code: string): string => answer?.areas.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      {codes.length === 0 ? null : (
        <ul className="plan-chips">
          {codes.map((code) => (
            <li key={code} className="plan-chip">
              {nameOf(code)}
              <button type="button" aria-label={t('plan.remove', { name: nameOf(code) })} onClick={() => togglePlanArea(code)}>
                <svg viewBox="0 0 10 10" width={9} height={9} aria-hidden="true">
                  <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" stroke="currentColor" strokeWidth={1.6} strokeLinecap="round" />
                </svg>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="plan-pick">
        <select className="select" aria-label={t('plan.addArea')} value="" onChange={(event) => event.target.value !== '' && togglePlanArea(event.target.value)}>
          <option value="">{t('plan.addArea')}</option>
          {areas
            .filter(({ code }) => !codes.includes(code))
            .map((one) => (
              <option key={one.code} value={one.code}>
                {one.provinceName === null ? one.name : `${one.name} · ${one.provinceName}`}
              </option>
            ))}
        </select>
        <button type="button" className="button" onClick={startDrawing}>
          {t('plan.draw')}
        </button>
      </div>
    </>
  );
}

/** The corners of the outline, each as text: what is drawn on the map can be typed, and the other way round. */
function OutlineEditor({ corners, drawing }: { corners: readonly LngLat[]; drawing: boolean }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const missing = FEWEST_CORNERS - corners.length;
  const count = (n: number) => ({ count: n, n: format.count(n) });
  return (
    <>
      <p className="note" role="status">
        {missing > 0 ? t('plan.cornersMissing', count(missing)) : t('plan.drawn', count(corners.length))}
      </p>
      {drawing ? (
        <>
          <p className="note">{t('plan.drawing')}</p>
          <ol className="plan-corners">
            {corners.map((corner, index) => (
              <li key={`${String(index)} ${corner.join(' ')}`}>
                <CornerField label={t('plan.corner', { n: format.count(index + 1) })} corner={corner} onSet={(next) => setPlanOutline(corners.flatMap((one, at) => (at !== index ? [one] : next === null ? [] : [next])))} />
              </li>
            ))}
            <li key={`new ${String(corners.length)}`}>
              <CornerField label={t('plan.newCorner')} corner={null} onSet={(next) => next !== null && addPlanCorner(next)} />
            </li>
          </ol>
        </>
      ) : null}
      <div className="plan-pick">
        <button type="button" className="button" onClick={() => (drawing ? drawingOutline.set(false) : startDrawing())}>
          {drawing ? t('plan.drawDone') : t('plan.drawMore')}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            setPlanOutline([]);
            drawingOutline.set(false);
          }}
        >
          {t('plan.drawClear')}
        </button>
      </div>
    </>
  );
}

/** About a metre. */
const DECIMALS = 5;
const written = ([lng, lat]: LngLat): string => `${String(Number(lng.toFixed(DECIMALS)))} ${String(Number(lat.toFixed(DECIMALS)))}`;

function readCorner(typed: string): LngLat | null {
  const [lng = NaN, lat = NaN, ...more] = typed.trim().replace(',', ' ').split(/\s+/).map(Number);
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 && more.length === 0 ? [lng, lat] : null;
}

/** `onSet` with null: the field was emptied, the corner goes. */
function CornerField({ label, corner, onSet }: { label: string; corner: LngLat | null; onSet: (corner: LngLat | null) => void }) {
  const { t } = usePlanWords();
  const id = useId();
  const before = corner === null ? '' : written(corner);
  const [typed, setTyped] = useState(before);
  const read = readCorner(typed);
  const wrong = typed.trim() !== '' && read === null;
  const settle = () => {
    if (wrong || typed.trim() === before) return;
    onSet(read);
  };
  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <input id={id} className="field" value={typed} placeholder={`${label} · ${t('plan.cornerForm')}`} aria-invalid={wrong} aria-describedby={wrong ? `${id}-fault` : undefined} onChange={(event) => setTyped(event.target.value)} onBlur={settle} onKeyDown={(event) => event.key === 'Enter' && settle()} />
      {wrong ? (
        <span id={`${id}-fault`} className="field-fault" role="alert">
          {t('plan.cornerWrong')}
        </span>
      ) : null}
    </>
  );
}
