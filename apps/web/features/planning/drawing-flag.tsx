import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { drawingOutline } from '../../state/moments';
import { FEWEST_CORNERS } from '../../state/question';
import { setPageState, usePageState } from '../../state/use-page-state';
import './planning.css';

/** Over the map while an outline is drawn: what a tap does, how many corners are missing, and the way out. */
export default function DrawingFlag() {
  const { t } = usePlanWords();
  const format = useFormat();
  const corners = usePageState('planOutline').length;
  const count = (n: number) => ({ count: n, n: format.count(n) });
  const done = () => {
    drawingOutline.set(false);
    setPageState({ tab: 'list' });
  };
  return (
    <div className="drawing-flag">
      <p role="status">{`${t('plan.tapMap')} ${corners < FEWEST_CORNERS ? t('plan.cornersMissing', count(FEWEST_CORNERS - corners)) : t('plan.drawn', count(corners))}`}</p>
      <button type="button" className="button" onClick={done}>
        {t('plan.drawDone')}
      </button>
    </div>
  );
}
