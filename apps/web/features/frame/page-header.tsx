import { useTranslation } from 'react-i18next';
import { Segmented } from '../../controls/segmented';
import { LANGUAGES } from '../../state/page-state';
import { said } from '../../state/moments';
import { setPageState, usePageState } from '../../state/use-page-state';
import { speak } from '../../i18n/words';
import { Figures } from '../figures/figures';
import { LensSwitch, ViewSwitch } from './switches';
import './frame.css';

/** Names of the languages in themselves. */
const LANGUAGE_NAMES = { fr: 'Français', en: 'English' } as const;

/** Name, point of view, what is listed, the figures, language. On a phone what does not fit stands beside the tabs and above the list. */
export function PageHeader({ narrow, onPrint }: { narrow: boolean; onPrint: () => void }) {
  const { t } = useTranslation();
  const lang = usePageState('lang');
  const service = usePageState('service');
  const share = () =>
    void navigator.clipboard.writeText(window.location.href).then(
      () => said.set(t('app.shared')),
      () => said.set(t('app.shareFailed')),
    );
  return (
    <header className="page-head">
      <div className="brand">
        <h1>{t('app.name')}</h1>
        <p>{t(`service.tagline.${service}`)}</p>
      </div>
      {narrow ? null : (
        <>
          <LensSwitch />
          <ViewSwitch />
          <Figures />
        </>
      )}
      <Segmented label={t('language.label')} options={LANGUAGES.map((code) => ({ code, label: code.toUpperCase(), lang: code, title: LANGUAGE_NAMES[code] }))} chosen={lang} onChoose={(code) => void speak(code).then(() => setPageState({ lang: code }))} />
      <div className="page-tools">
        <IconButton label={t('app.share')} path="M6.2 9.8a3 3 0 0 0 4.3 0l2.4-2.4a3 3 0 0 0-4.3-4.3l-.9.9M9.8 6.2a3 3 0 0 0-4.3 0L3.1 8.6a3 3 0 0 0 4.3 4.3l.9-.9" onPress={share} />
        {narrow ? null : <IconButton label={t('downloads.print')} path="M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z" onPress={onPrint} />}
        <IconButton label={t('app.about')} path="M5.8 6.2a2.2 2.2 0 1 1 3.3 1.9c-.7.4-1.1.8-1.1 1.6M8 12.2v.3" onPress={() => setPageState({ about: true })} />
      </div>
    </header>
  );
}

function IconButton({ label, path, onPress }: { label: string; path: string; onPress: () => void }) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onPress}>
      <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </button>
  );
}
