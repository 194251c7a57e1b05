import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import type { ImportAnswer } from '#api/contract/imports';
import { Disclosure } from '../../controls/disclosure';
import { FileOptions } from './file-options';

/** Name and state, what the file was taken for and how sure, from whom and of when; the last can be corrected. */
export function FileHead({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
  const format = useFormat();
  const known = file.profile !== null;
  const correctable = file.state === 'ready' || (file.state === 'blocked' && file.mapping === null && file.sheets.length > 1);
  return (
    <header className="file-head">
      <h2>
        <span className="file-title">{file.fileName}</span>
        <span className="file-state" data-state={file.state}>
          {t(`state.${file.state}`)}
        </span>
      </h2>
      {file.state === 'reading' || (file.profile === null && file.state !== 'ready') ? null : (
        <dl className="file-facts">
          <div>
            <dt>{t('file.readAs')}</dt>
            <dd>
              {file.profile === null ? t('file.notRecognised') : t(`profile.${file.profile}`)}
              {known ? <span className="certainty" data-certainty={file.certainty}>{t(`certainty.${file.certainty}`)}</span> : null}
            </dd>
          </div>
          {file.sheet === null ? null : (
            <div>
              <dt>{t('file.sheet')}</dt>
              <dd>{file.sheet}</dd>
            </div>
          )}
          {known ? (
            <>
              <div>
                <dt>{t('file.source')}</dt>
                <dd>{file.source}</dd>
              </div>
              <div>
                <dt>{t('file.reportedOn')}</dt>
                <dd className={file.reportedOn === null ? 'file-warning' : undefined}>{file.reportedOn === null ? t('file.reportedOnUnknown') : format.date(file.reportedOn)}</dd>
              </div>
            </>
          ) : null}
        </dl>
      )}
      {correctable ? (
        <Disclosure title={t('file.correct')} open={file.state === 'blocked'}>
          <FileOptions key={`${file.profile ?? ''}${file.sheet ?? ''}${file.source}${file.reportedOn ?? ''}`} file={file} />
        </Disclosure>
      ) : null}
      {file.besideExercise && file.profile !== 'exercise' ? <p className="file-warning">{t('file.besideExercise')}</p> : null}
    </header>
  );
}
