import type { ImportAnswer } from '#api/contract/imports';
import { Disclosure } from '../../controls/disclosure';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { FileOptions } from './file-options';

/** What these files say is true on a day: without it, how old it is stays unknown. Outlines and lists of places are of no day. */
const DATED: readonly ImportAnswer['profile'][] = ['ocha3w', 'hxl', 'mapped', 'template', 'kobo', 'assessmentsHerams', 'stockCounts'];

/** Name and state, what the file was taken for and how sure, from whom and of when; the last can be corrected. */
export function FileHead({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
  const format = useFormat();
  const undated = file.reportedOn === null && DATED.includes(file.profile);
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
              {known && file.certainty !== 'none' ? <span className="certainty" data-certainty={file.certainty}>{t(`certainty.${file.certainty}`)}</span> : null}
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
                <dd>{file.source === file.fileName ? t('file.sourceUnknown') : file.source}</dd>
              </div>
              <div>
                <dt>{t('file.reportedOn')}</dt>
                <dd className={undated ? 'file-warning' : undefined}>{file.reportedOn !== null ? format.date(file.reportedOn) : t(undated ? 'file.reportedOnWanted' : 'file.reportedOnUnknown')}</dd>
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
    </header>
  );
}
