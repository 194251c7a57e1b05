import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { MAX_TILE_ZOOM } from '../contract/queries';
import type { AreaType } from '#domain/records';
import { bordersOnce } from '#analysis/borders-once';
import { pointOnSurface } from '#interchange/point-on-surface';
import type { Dataset } from './dataset';
import type { EngineQuestions, JudgedBy } from './messages';
import { judgedOn, judgingKey } from './judged';
import { phaseOf } from './missions';
import { resolveJudging } from './resolve-question';
import { READINESS, READINESS_CODES } from './structures';

/** Structures of unknown readiness are left out of tiles above this zoom where there are so many that they would hide the rest. */
const ALL_STRUCTURES_FROM_ZOOM = 7;
const MANY_STRUCTURES = 2000;

/** Layers kept cut: the levels of areas in use with their borders and names, and the structures as of a few days. */
const LAYERS_KEPT = 18;

/** Names are written from this zoom on; above it their points would be weight for nothing. */
const NAMES_FROM_ZOOM = 8;
/** The few provinces have theirs at every zoom: figures of programmes stand there. */
const hasNames = (layer: AreaType, z: number): boolean => layer === 'province' || z >= NAMES_FROM_ZOOM;

/**
 * A vector tile (MVT), cut from memory on both databases (decision 0007): the same tile, and none waits for a database that is busy
 * with a load. Areas: `code`, `name`, `provinceCode`; closer in, and for provinces always, a layer `<type>Names` (`code`, `name`) with one point for each area, inside of it, for
 * its name: written from the outline it would stand once in every tile that the area touches; a layer `<type>Borders`, each border once, and `provinceBorders`, so that a map needs one request for both. Structures: `id`, `name`, `type`, `readiness`, `almostReady`. Missions of the service: `id`, `title`, `status`, `phase`, `start`, `end`, `radiusKm`. A tile with nothing in it has no bytes.
 */
export function answerTile(dataset: Dataset, { layer, z, x, y, ...judgedBy }: EngineQuestions['tile']['question']): Uint8Array<ArrayBuffer> {
  const layers: Record<string, GeoJSONVT> = { [layer]: layer === 'structures' ? structureTiles(dataset, judgedBy, z) : layer === 'missions' ? missionTiles(dataset, judgedBy) : areaTiles(dataset, layer) };
  if (layer !== 'structures' && layer !== 'missions') {
    if (hasNames(layer, z)) layers[`${layer}Names`] = nameTiles(dataset, layer);
    for (const type of new Set<AreaType>([layer, 'province'])) layers[`${type}Borders`] = borderTiles(dataset, type);
  }
  const tiles = Object.entries(layers).flatMap(([name, cut]) => {
    const tile = cut.getTile(z, x, y);
    return tile === null ? [] : [[name, tile] as const];
  });
  return new Uint8Array(fromGeojsonVt(Object.fromEntries(tiles), { version: 2, extent: 4096 }));
}

/** Of a tile’s 4,096 units, 512 px wide: three quarters of a pixel. */
const TOLERANCE = 6;

const cutTiles = (features: GeoJSON.Feature[]): GeoJSONVT => new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: MAX_TILE_ZOOM, tolerance: TOLERANCE, buffer: 64, extent: 4096 });

function areaTiles({ memory, sets }: Dataset, type: AreaType): GeoJSONVT {
  return memory.recall('tiles', LAYERS_KEPT, type, () => {
    const { areas, outlines } = sets[type];
    return cutTiles(areas.flatMap(({ code, name, provinceCode }, number): GeoJSON.Feature[] => {
      const outline = outlines[number] ?? null;
      if (outline === null) return [];
      return [{ type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: outline as GeoJSON.Position[][][] }, properties: { code, name, ...(provinceCode === null ? {} : { provinceCode }) } }];
    }));
  });
}

function borderTiles({ memory, sets }: Dataset, type: AreaType): GeoJSONVT {
  return memory.recall('tiles', LAYERS_KEPT, `${type} borders`, () => {
    const coordinates = bordersOnce(sets[type].outlines) as GeoJSON.Position[][];
    return cutTiles([{ type: 'Feature', geometry: { type: 'MultiLineString', coordinates }, properties: {} }]);
  });
}

function nameTiles({ memory, sets }: Dataset, type: AreaType): GeoJSONVT {
  return memory.recall('tiles', LAYERS_KEPT, `${type} names`, () => {
    const { areas, outlines } = sets[type];
    return cutTiles(areas.flatMap(({ code, name }, number): GeoJSON.Feature[] => {
      const outline = outlines[number] ?? null;
      if (outline === null) return [];
      const coordinates = pointOnSurface({ type: 'MultiPolygon', coordinates: outline as GeoJSON.Position[][][] });
      return [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...coordinates] }, properties: { code, name } }];
    }));
  });
}

function structureTiles(dataset: Dataset, by: JudgedBy, z: number): GeoJSONVT {
  const { structures: { rows }, memory } = dataset;
  const judging = resolveJudging(dataset, by);
  const judged = judgedOn(dataset, judging);
  const all = z >= ALL_STRUCTURES_FROM_ZOOM || rows.length <= MANY_STRUCTURES;
  return memory.recall('tiles', LAYERS_KEPT, `structures ${judgingKey(judging)} ${all}`, () => cutTiles(rows.flatMap(({ id, name, type, lngLat }, number): GeoJSON.Feature[] => {
    const readiness = READINESS_CODES[judged.readiness[number] ?? READINESS.unknown] ?? 'unknown';
    if (lngLat === null || (!all && readiness === 'unknown')) return [];
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: lngLat }, properties: { id, name, type, readiness, almostReady: judged.almost[number] === 1 } }];
  })));
}

function missionTiles(dataset: Dataset, by: JudgedBy): GeoJSONVT {
  const judging = resolveJudging(dataset, by);
  return dataset.memory.recall('tiles', LAYERS_KEPT, `missions ${judging.service} ${judging.asOf} ${judging.at}`, () => cutTiles(dataset.missions.flatMap((mission): GeoJSON.Feature[] => {
    const { id, lngLat, record: { title, service, status, start, end, radiusKm } } = mission;
    if (lngLat === null || service !== judging.service) return [];
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...lngLat] }, properties: { id, title, status, phase: phaseOf(mission, judging), start, end, radiusKm } }];
  })));
}
