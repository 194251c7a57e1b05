import { useCareWords } from '../../i18n/care-words';

const FORMATS = { xlsx: 'XLSX', csv: 'CSV', hxl: 'CSV + HXL' } as const;

/** A list as files, whole. */
export function FileLinks({ what, path, query }: { what: string; path: string; query: string }) {
  const { t } = useCareWords();
  return (
    <p className="file-links">
      <span className="note">{t('watch.files')}</span>
      {Object.entries(FORMATS).map(([format, name]) => (
        <a key={format} href={`${path}?${query === '' ? '' : `${query}&`}format=${format}`} aria-label={t('watch.filesOf', { what, format: name })} download>
          {name}
        </a>
      ))}
    </p>
  );
}
