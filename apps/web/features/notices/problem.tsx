import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/client';
import { usePageState } from '../../state/use-page-state';
import './notices.css';

interface Props {
  error: unknown;
  onRetry: () => void;
}

/** A question that got no answer: what happened, and the way on. */
export function Problem({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const { title, detail } = useProblemWords()(error);
  return (
    <div className="notice" role="alert">
      <h3>{title}</h3>
      <p>{detail}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t('notices.retry')}
      </button>
    </div>
  );
}

/** The words of a failure in the language of the page. */
function useProblemWords() {
  const { t } = useTranslation();
  const language = usePageState('lang');
  return (error: unknown): { title: string; detail: string } => {
    if (error instanceof ApiProblem && error.code === 'unreadable' && (error.status ?? 0) >= 500) return { title: t('notices.failedTitle'), detail: t('notices.network') };
    if (!(error instanceof ApiProblem) || error.code === 'unreadable') return { title: t('notices.failedTitle'), detail: t('notices.unreadable') };
    if (error.code === 'network') return { title: t('notices.failedTitle'), detail: t('notices.network') };
    const said = error.words?.[language];
    if (error.status === 401 || error.status === 403) return { title: t('notices.forbiddenTitle'), detail: said ?? t('notices.forbidden') };
    if (error.status === 404) return { title: t('notices.missingTitle'), detail: said ?? t('notices.unreadable') };
    return { title: error.status !== null && error.status < 500 ? t('notices.refusedTitle') : t('notices.failedTitle'), detail: said ?? t('notices.unreadable') };
  };
}
