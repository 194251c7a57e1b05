import { useTranslation } from 'react-i18next';

/** What a file of features says of where its rows are. */
export type Geometry = 'outlines' | 'positions' | 'points' | 'nowhere';

const TABLES = ['xlsx', 'csv', 'hxl'] as const;

interface Props {
  path: string;
  /** Without `format`; empty: the whole list. */
  query?: string;
  geometry: Geometry;
  /** What the files are of, where links of several lists stand together: said to who hears them one by one. */
  of?: string;
}

/** A list as files, one link a format. */
export function DownloadLinks({ path, query = '', geometry, of }: Props) {
  const { t } = useTranslation();
  const address = (format: string) => `${path}?${query === '' ? '' : `${query}&`}format=${format}`;
  const links = [...TABLES.map((format) => ({ format, words: t(`downloads.${format}`) })), { format: 'geojson', words: t(`downloads.geojson.${geometry}`) }];
  return (
    <ul>
      {links.map(({ format, words }) => (
        <li key={format}>
          <a href={address(format)} aria-label={of === undefined ? undefined : `${of}, ${words}`} download>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}
