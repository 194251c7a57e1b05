import { fromFile, type GeoTIFFImage } from 'geotiff';
import { issue, type Issue } from '#domain/issue';
import type { RasterPlacement } from '#domain/raster-placement';
import { placeRaster } from './georeference';

/** A part of a raster that was read: rows of cells, from north to south. */
export interface RasterWindow {
  /** First column and row, in cells of the file. */
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
  /** Row by row; NaN: no value. */
  readonly values: Float64Array;
}

/** Columns and rows, the last ones not included. */
export interface CellBox {
  readonly columns: readonly [number, number];
  readonly rows: readonly [number, number];
}

/** A GeoTIFF that is read window by window, never whole. */
export interface OpenRaster {
  readonly placement: RasterPlacement;
  /** Words of the file about itself: description and metadata, to tell what its values are. */
  readonly words: string;
  /** The cells of the box, each once, from north to south; at most about a million at a time, unless the file packs more together. */
  windows(box?: CellBox): AsyncGenerator<RasterWindow>;
  close(): Promise<void>;
}

const CELLS_PER_WINDOW = 1_000_000;
/** What the file packs together has to be unpacked together: more than this many cells would take the memory of everybody else. */
const MAX_CELLS_PER_BLOCK = 64_000_000;
const MAX_CELLS = 4_000_000_000;

/**
 * Opens a GeoTIFF (also BigTIFF, striped or tiled, any usual compression) on disk: its first image, one band. Answers an issue where it cannot be
 * placed or read. A block that turns out damaged later makes `windows` throw a `RasterDamaged`.
 */
export async function openRaster(path: string): Promise<OpenRaster | Issue> {
  let image: GeoTIFFImage;
  let close: () => Promise<void>;
  try {
    const file = await fromFile(path);
    close = async () => {
      await file.close();
    };
    image = await file.getImage(0);
  } catch {
    return issue('fileTruncated', 'error');
  }
  try {
    const found = await describe(image);
    if ('severity' in found) {
      await close();
      return found;
    }
    return { ...found, windows: (box) => readWindows(image, found.placement, box), close };
  } catch {
    await close();
    return issue('fileTruncated', 'error');
  }
}

/** Part of the file cannot be read. */
export class RasterDamaged extends Error {}

async function describe(image: GeoTIFFImage): Promise<Pick<OpenRaster, 'placement' | 'words'> | Issue> {
  const bands = image.getSamplesPerPixel();
  if (bands !== 1) return issue('rasterBands', 'error', { value: String(bands), expected: '1' });
  const [width, height] = [image.getWidth(), image.getHeight()];
  const block = image.getTileWidth() * image.getTileHeight();
  if (!(width > 0 && height > 0 && block > 0)) return issue('fileTruncated', 'error');
  if (block > MAX_CELLS_PER_BLOCK || width * height > MAX_CELLS) return issue('rasterTooLarge', 'error', { value: `${String(width)} × ${String(height)}` });
  const directory = image.getFileDirectory();
  const numbers = (value: unknown): readonly number[] | null => (value === undefined || value === null ? null : Array.from(value as ArrayLike<number>));
  const placement = placeRaster({
    width,
    height,
    pixelScale: numbers(directory.getValue('ModelPixelScale')),
    tiepoint: numbers(directory.getValue('ModelTiepoint')),
    transformation: numbers(directory.getValue('ModelTransformation')),
    geoKeys: image.getGeoKeys(),
  });
  if ('severity' in placement) return placement;
  const description: unknown = directory.hasTag('ImageDescription') ? await directory.loadValue('ImageDescription') : null;
  const metadata = await image.getGDALMetadata().catch(() => null);
  const words = [typeof description === 'string' ? description : '', ...Object.values(metadata ?? {}).map(String)].join(' ');
  return { placement, words };
}

async function* readWindows(image: GeoTIFFImage, { width, height }: RasterPlacement, box: CellBox = { columns: [0, width], rows: [0, height] }): AsyncGenerator<RasterWindow> {
  const nodata = image.getGDALNoData();
  // Files of 32-bit values name their missing value in decimals that only a 32-bit value has.
  const missing = nodata === null ? [] : [nodata, Math.fround(nodata)];
  const [left, right] = box.columns;
  const blockRows = image.getTileHeight();
  const rowsAtOnce = Math.max(1, Math.floor(CELLS_PER_WINDOW / Math.max(1, right - left) / blockRows)) * blockRows;
  for (let top = box.rows[0]; top < box.rows[1]; ) {
    // Along the blocks of the file, so that none is unpacked twice.
    const bottom = Math.min(box.rows[1], (Math.floor(top / rowsAtOnce) + 1) * rowsAtOnce);
    let band: ArrayLike<number>;
    try {
      const [first] = await image.readRasters({ window: [left, top, right, bottom], samples: [0] });
      if (first === undefined || typeof first === 'number') throw new Error('one band expected');
      band = first;
    } catch (cause) {
      throw new RasterDamaged('a block of the raster cannot be read', { cause });
    }
    const values = Float64Array.from(band);
    for (let cell = 0; cell < values.length; cell += 1) {
      const value = values[cell] ?? NaN;
      if (!Number.isFinite(value) || missing.includes(value)) values[cell] = NaN;
    }
    yield { column: left, row: top, width: right - left, height: bottom - top, values };
    top = bottom;
  }
}
