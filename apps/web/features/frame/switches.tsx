import { useTranslation } from 'react-i18next';
import { Segmented } from '../../controls/segmented';
import { useImports } from '../../api/imports';
import { LENSES, TABS, VIEWS, type Lens, type View } from '../../state/page-state';
import { setPageState, usePageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';

const chooseLens = (lens: Lens) => setPageState({ lens, view: 'gaps', structure: null, planPage: false });

export function LensSwitch() {
  const { t } = useTranslation();
  return <Segmented label={t('lens.label')} options={LENSES.map((code) => ({ code, label: t(`lens.${code}`) }))} chosen={usePageState('lens')} onChoose={chooseLens} />;
}

/** Files can be taken in only where the server says so: elsewhere there is no word of it. Asked once the list stands. */
export function ViewSwitch() {
  const { t } = useTranslation();
  const view = usePageState('view');
  const { answer } = useDisplayedGaps();
  const { isSuccess } = useImports(answer !== undefined);
  const offered = VIEWS.filter((code) => code !== 'import' || isSuccess || view === 'import');
  return <Segmented label={t('view.label')} options={offered.map((code) => ({ code, label: t(`view.${code}`) }))} chosen={view} onChoose={(next: View) => setPageState({ view: next, structure: null, planPage: false })} />;
}

/** List, map and filters take turns on a phone; the point of view stands beside them. */
export function PhoneTabs() {
  const { t } = useTranslation();
  return (
    <nav className="tabs" aria-label={t('tabs.label')}>
      <Segmented label={t('tabs.label')} options={TABS.map((code) => ({ code, label: t(`tabs.${code}`) }))} chosen={usePageState('tab')} onChoose={(tab) => setPageState({ tab })} />
      <select className="select tabs-lens" aria-label={t('lens.label')} value={usePageState('lens')} onChange={(event) => chooseLens(event.target.value as Lens)}>
        {LENSES.map((code) => (
          <option key={code} value={code}>
            {t(`lens.${code}`)}
          </option>
        ))}
      </select>
    </nav>
  );
}
