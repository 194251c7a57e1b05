import { ApiProblem } from '../../api/client';
import { useDataWords } from '../../i18n/data-words';
import { usePageState } from '../../state/use-page-state';

/** Why something that a person asked for was not done. */
export function CommandFault({ error }: { error: unknown }) {
  const { t } = useDataWords();
  const language = usePageState('lang');
  if (error === null || error === undefined) return null;
  const words = error instanceof ApiProblem ? error.words?.[language] : undefined;
  const why = words ?? (error instanceof ApiProblem && error.code === 'network' ? t('act.networkWhy') : t('act.serverWhy'));
  return (
    <p className="file-fault" role="alert">
      {t('act.failed', { why })}
    </p>
  );
}
