import type { ImportAnswer } from '#api/contract/imports';
import { useDataWords } from '../../i18n/data-words';
import { Emphasis } from '../../i18n/emphasis';
import { useFormat } from '../../i18n/format';
import { usePageState } from '../../state/use-page-state';

type Raster = NonNullable<ImportAnswer['raster']>;

/** The account of a raster: what it holds in sentences, whether it is new, its cells, and its people by province beside what is known without it. */
export function RasterSentences({ file, raster }: { file: ImportAnswer; raster: Raster }) {
  const { t } = useDataWords();
  return (
    <div className="sentences">
      <RasterSentence raster={raster} />
      {file.accepted === 0 && file.unchanged > 0 ? <p>{t('raster.known')}</p> : null}
      <RasterFacts raster={raster} />
      {raster.kind === 'population' ? <PeopleByProvince raster={raster} /> : null}
    </div>
  );
}

function RasterSentence({ raster }: { raster: Raster }) {
  const { t } = useDataWords();
  const format = useFormat();
  const { kind, people, peopleOutside, cellsKnown, min, max, year } = raster;
  const cells = format.count(cellsKnown);
  if (kind === 'population') {
    return (
      <>
        <p className="sentence">
          <Emphasis text={t('raster.people', { n: people === null ? '?' : format.count(people), cells })} /> {year === null ? t('raster.noYear') : t('raster.ofYear', { year: String(year) })}
        </p>
        {peopleOutside === null || peopleOutside === 0 ? null : <p>{t('raster.outside', { n: format.count(peopleOutside) })}</p>}
      </>
    );
  }
  // The least friction is the fastest ground: 0.06 km per minute-metre, so that 0.012 min/m is 5 km/h.
  return (
    <p className="sentence">
      <Emphasis text={t('raster.friction', { cells, fast: format.km(KMH_OF_ONE / min), slow: format.km(KMH_OF_ONE / max) })} /> {year === null ? t('raster.noYear') : t('raster.ofYear', { year: String(year) })}
    </p>
  );
}
/** km/h of ground that takes one minute a metre. */
const KMH_OF_ONE = 0.06;

function RasterFacts({ raster: { crs, width, height, bounds, min, max, kind, coarsened } }: { raster: Raster }) {
  const { t } = useDataWords();
  const format = useFormat();
  const language = usePageState('lang');
  const degrees = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const values = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  const [west, south, east, north] = bounds.map((bound) => degrees.format(bound));
  return (
    <dl className="file-facts">
      <div>
        <dt>{t('raster.size')}</dt>
        <dd>{[t('raster.sizeOf', { width: format.count(width), height: format.count(height) }), crs].join(' · ')}</dd>
      </div>
      <div>
        <dt>{t('raster.extent')}</dt>
        <dd>{t('raster.extentOf', { west: west ?? '', east: east ?? '', south: south ?? '', north: north ?? '' })}</dd>
      </div>
      <div>
        <dt>{t('raster.values')}</dt>
        <dd>{t(`raster.valuesOf.${kind}`, { min: values.format(min), max: values.format(max) })}</dd>
      </div>
      {coarsened === 1 ? null : (
        <div>
          <dt>{t('raster.coarsened')}</dt>
          <dd>{t('raster.coarsenedOf', { n: format.count(coarsened) })}</dd>
        </div>
      )}
    </dl>
  );
}

function PeopleByProvince({ raster: { provinces } }: { raster: Raster }) {
  const { t } = useDataWords();
  const format = useFormat();
  if (provinces.length === 0) return <p className="note">{t('raster.nowhere')}</p>;
  return (
    <table className="records">
      <caption>{t('raster.byProvince')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('raster.inRaster')}</th>
          <th scope="col">{t('raster.before')}</th>
        </tr>
      </thead>
      <tbody>
        {provinces.map(({ code, name, people, before }) => (
          <tr key={code}>
            <th scope="row">{name}</th>
            <td>{format.count(people)}</td>
            <td>{before === null ? t('raster.unknown') : format.count(before)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
