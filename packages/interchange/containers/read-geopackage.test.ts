import { zipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import { readFile, type RowResult } from '../read-file';
import { readGeopackage } from './read-geopackage';
import { SqliteFile } from './sqlite-file';

const { Database } = await initSqlJs();
type Sql = InstanceType<typeof Database>;

/** WKB of a square of one degree, in the header of a GeoPackage with a box in it; `step` in the unit of its system. */
function square(west: number, south: number, step = 1): Uint8Array {
  const ring = [[west, south], [west + step, south], [west + step, south + step], [west, south + step], [west, south]];
  const bytes = new Uint8Array(8 + 32 + 1 + 4 + 4 + 1 + 4 + 4 + 4 + ring.length * 16);
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, 0b11]);
  let at = 40;
  const number = (value: number): void => {
    view.setUint32(at, value, true);
    at += 4;
  };
  const begin = (type: number): void => {
    view.setUint8(at++, 1);
    number(type);
  };
  begin(6);
  number(1);
  begin(3);
  number(1);
  number(ring.length);
  for (const value of ring.flat()) {
    view.setFloat64(at, value, true);
    at += 8;
  }
  return bytes;
}
/** A point with a height, big-endian, no box. */
function point(lng: number, lat: number): Uint8Array {
  const bytes = new Uint8Array(8 + 5 + 24);
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, 0, 0, 0, 0x10, 0xe6, 0, 0, 0, 0x03, 0xe9]);
  [lng, lat, 900].forEach((value, i) => view.setFloat64(13 + i * 8, value));
  return bytes;
}

const UTM35S = 'PROJCS["WGS 84 / UTM zone 35S",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",27],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",10000000],UNIT["metre",1]]';

function geopackage(fill: (db: Sql) => void): Uint8Array {
  const db = new Database();
  db.run('create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer not null primary key, organization text not null, organization_coordsys_id integer not null, definition text not null, description text)');
  db.run(`insert into gpkg_spatial_ref_sys values ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]', null), ('UTM 35S', 32735, 'EPSG', 32735, '${UTM35S}', null), ('odd', 99, 'NONE', 99, 'undefined', null)`);
  db.run('create table gpkg_contents (table_name text not null primary key, data_type text not null)');
  db.run('create table gpkg_geometry_columns (table_name text not null, column_name text not null, geometry_type_name text not null, srs_id integer not null, z tinyint not null, m tinyint not null, constraint pk_geom_cols primary key (table_name, column_name))');
  fill(db);
  const bytes = db.export();
  db.close();
  return bytes;
}
function layer(db: Sql, name: string, srs: number, rows: readonly (readonly [string, string, Uint8Array | null, string?])[]): void {
  db.run(`create table "${name}" ("fid" integer primary key autoincrement not null, geom MULTIPOLYGON, pcode TEXT(20), "nom, complet" TEXT default 'a, (b)', note text, -- a comment, (odd
    check (length(pcode) > 1))`);
  db.run('insert into gpkg_geometry_columns values (?, ?, ?, ?, 0, 0)', [name, 'geom', 'MULTIPOLYGON', srs]);
  for (const [code, label, shape, note = null] of rows) db.run(`insert into "${name}" (geom, pcode, "nom, complet", note) values (?, ?, ?, ?)`, [shape, code, label, note]);
}
const code = (i: number): string => `CD6101ZS${String(i).padStart(2, '0')}`;

async function read(bytes: Uint8Array, options: { fileName?: string; sheet?: string } = {}) {
  const rows: RowResult[] = [];
  const { summary, fileIssues } = await readFile(bytes, { fileName: 'zones.gpkg', ...options }, (batch) => void rows.push(...batch));
  return { summary, codes: fileIssues.map((found) => found.code), rows };
}

describe('GeoPackage', () => {
  const zones = geopackage((db) => layer(db, 'zones', 4326, [[code(1), 'Goma', square(28, -2)], [code(2), 'Kirotshe', square(27, -2)], [code(3), 'Sans contour', null]]));

  it('a layer of areas: codes, names, outlines; one without an outline is told', async () => {
    const { summary, rows } = await read(zones);
    expect(summary).toMatchObject({ container: 'geopackage', profile: 'areas', sheet: 'zones', rows: 3, accepted: 3 });
    expect(rows[0]?.records[0]).toMatchObject({ kind: 'area', record: { code: code(1), name: 'Goma', geometry: { type: 'MultiPolygon', coordinates: [[[[28, -2], [29, -2], [29, -1], [28, -1], [28, -2]]]] } } });
    expect(rows[2]?.issues.map((found) => found.code)).toEqual(['geometryMissing']);
    expect((await read(zipSync({ 'zones.gpkg': zones }), { fileName: 'zones.zip' })).summary.accepted).toBe(3);
  });

  it('metres are brought to degrees by the system that the file describes; one that nobody can follow refuses', async () => {
    // On the central meridian of zone 35 the easting is 500,000 m; 10,000,000 m of northing are the equator.
    const { rows } = await read(geopackage((db) => layer(db, 'zones', 32735, [[code(1), 'Goma', square(500_000, 9_800_000, 1000)]])));
    const [[[[lng = 0, lat = 0] = []] = []] = []] = rows[0]?.records[0]?.kind === 'area' ? (rows[0].records[0].record.geometry?.coordinates ?? []) : [];
    expect(lng).toBeCloseTo(27, 9);
    // 200 km ÷ 0.9996 ÷ 110.574 km a degree
    expect(lat).toBeCloseTo(-1.8095, 3);
    expect((await read(geopackage((db) => layer(db, 'zones', 99, [[code(1), 'Goma', square(1, 1)]])))).codes).toEqual(['crsProjected']);
  });

  it('several layers: which one is asked; none: said', async () => {
    const two = geopackage((db) => ['zones', 'territoires'].forEach((name) => layer(db, name, 4326, [[code(1), name, square(28, -2)]])));
    expect(await read(two)).toMatchObject({ codes: ['severalSheets'], summary: { sheets: ['zones', 'territoires'] } });
    expect((await read(two, { sheet: 'territoires' })).rows[0]?.records[0]).toMatchObject({ record: { name: 'territoires' } });
    expect((await read(two, { sheet: 'rien' })).codes).toEqual(['sheetMissing']);
    expect((await read(geopackage(() => undefined))).codes).toEqual(['fileKindUnknown']);
  });

  it('points, with heights and in the other byte order', () => {
    const found = readGeopackage(geopackage((db) => layer(db, 'sites', 4326, [['a1', 'x', point(28.5, -1.5)]])), undefined);
    expect(found).toMatchObject({ layer: 'sites', features: [{ row: 1, id: '1', properties: { fid: 1, pcode: 'a1', 'nom, complet': 'x', note: null }, geometry: { type: 'Point', coordinates: [28.5, -1.5] } }] });
  });

  it('many rows over many pages, and rows longer than a page, as the library that wrote them has them', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [code(i), `é${'x'.repeat(i % 97)}`, point(i / 100, 1), i % 500 === 0 ? 'long '.repeat(4000 + i) : String(i)] as const);
    const file = new SqliteFile(geopackage((db) => layer(db, 'sites', 4326, rows)));
    expect([...file.records('SITES')].map(({ rowid, values }) => [rowid, values.get('fid'), values.get('pcode'), values.get('nom, complet'), values.get('note')])).toEqual(rows.map(([one, label, , note], i) => [i + 1, i + 1, one, label, note]));
  });

  it('numbers of every length, negative ones, and nothing', () => {
    const values = [0, 1, -1, 127, -128, 32_767, -8_388_608, 2_147_483_647, -140_737_488_355_328, 4_503_599_627_370_496, 1.5, -1e300, null];
    const db = new Database();
    db.run('create table t (v)');
    for (const value of values) db.run('insert into t values (?)', [value]);
    expect([...new SqliteFile(db.export()).records('t')].map(({ values: row }) => row.get('v'))).toEqual(values);
  });

  it('damaged anywhere, it is refused or read, and never breaks or hangs', () => {
    let [state, refused, intact] = [7, 0, 0];
    const next = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
    for (let run = 0; run < 1500; run++) {
      const spoilt = run % 3 === 0 ? zones.slice(0, next(zones.length)) : zones.slice();
      for (let flip = 0; flip < 6 && spoilt.length > 100; flip++) spoilt[16 + next(spoilt.length - 16)] = next(256);
      if ('issue' in readGeopackage(spoilt, undefined)) refused++;
      else intact++;
    }
    // Some bytes do not matter, and some lead nowhere.
    expect([refused > 0, intact > 0, refused + intact]).toEqual([true, true, 1500]);
  });

  it('a page that leads back to itself is a fault', () => {
    const many = geopackage((db) => layer(db, 'sites', 4326, Array.from({ length: 500 }, (_, i) => [code(i), 'x'.repeat(50), point(1, 1)] as const)));
    const root = new SqliteFile(many).tables.get('sites')?.rootPage ?? 0;
    new DataView(many.buffer, many.byteOffset).setUint32((root - 1) * 4096 + 8, root);
    expect(readGeopackage(many, undefined)).toMatchObject({ issue: { code: 'fileTruncated' } });
  });
});
