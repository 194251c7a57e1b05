import { makeShapefile, makeWorkbook, makeZip } from './make-containers';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = (rows: readonly (readonly unknown[])[], separator = ','): Uint8Array => utf8(rows.map((row) => row.join(separator)).join('\n'));

const square = (west: number, south: number): number[][][] => [[[west, south], [west + 0.2, south], [west + 0.2, south + 0.2], [west, south + 0.2], [west, south]]];
const zone = (code: string, name: string, west: number): object => ({ type: 'Feature', properties: { zs_pcode: code, zs_name: name, population: 1000 }, geometry: { type: 'Polygon', coordinates: square(west, -1.4) } });
const areas = { type: 'FeatureCollection', features: [zone('XX0101ZS01', 'Kilima', 29), zone('XX0101ZS02', 'Mto', 29.2), zone('XX0101ZS03', 'Bonde', 29.4)] };
const site = (name: string, lng: number): object => ({ type: 'Feature', properties: { osm_id: name.length, osm_type: 'node', amenity: 'clinic', healthcare: 'centre', name }, geometry: { type: 'Point', coordinates: [lng, -1.3] } });

const initiatives = [
  ['NOM ACTIVITE', 'CLUSTER', 'DATE DEBUT', 'DATE FIN', 'NOMBRE BENEFICIAIRES DIRECTS', 'ETAT PROJET', 'COMMENTAIRE', 'Code Province', 'Pcode ZS', 'Nom organization', 'Type organisation'],
  ['Sensibilisation VBG', 'Protection: VBG', '2025-01-01', '2025-12-31', 120, 'En cours', 'Relais communautaires', 'XX01', 'XX0101ZS01', 'ONG A', 'ONG Nationale'],
  ['Prise en charge médicale', 'Santé', '2025-02-01', '2025-06-30', 40, 'En cours', '', 'XX01', 'XX0101ZS02', 'ONG B', 'ONG Internationale'],
];
const tagged = [['Organisation', 'Secteur', 'Zone', 'Début'], ['#org', '#sector', '#adm2+code', '#date+start'], ['ONG A', 'Santé', 'XX0101ZS01', '2025-01-01'], ['ONG B', 'Protection', 'XX0101ZS02', '2025-02-01']];
const structures = [['Country', 'Admin1', 'Facility name', 'Facility type', 'Ownership', 'Lat', 'Long'], ['Pays', 'Province', 'CS Mto', 'Centre de Santé', 'MoH', -1.3, 29.1], ['Pays', 'Province', 'PS Bonde', 'Poste de Santé', 'MoH', -1.3, 29.3]];
const population = [['Pcode', 'Nom', 'Population'], ['XX0101ZS01', 'Kilima', 1200], ['XX0101ZS02', 'Mto', 800]];
const kml = '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>CS Mto</name><ExtendedData><Data name="amenity"><value>clinic</value></Data></ExtendedData><Point><coordinates>29.1,-1.3</coordinates></Point></Placemark></Document></kml>';
const topology = { type: 'Topology', objects: { zones: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]], properties: { pcode: 'XX0101ZS04', name: 'Neuf' } }] } }, arcs: [[[29, -1], [29.2, -1], [29.2, -0.8], [29, -0.8], [29, -1]]] };

/** Areas that the other files speak of: loaded first. */
export const knownAreas: NamedFile = { name: 'areas.geojson', bytes: utf8(JSON.stringify(areas)) };

/** A small valid file of every container and of the common profiles. */
export const validFiles: readonly NamedFile[] = [
  knownAreas,
  { name: 'sites.geojson', bytes: utf8(JSON.stringify({ type: 'FeatureCollection', features: [site('CS Mto', 29.1), site('PS Bonde', 29.3)] })) },
  { name: 'zones.topojson', bytes: utf8(JSON.stringify(topology)) },
  { name: '3w.csv', bytes: csv(initiatives) },
  { name: '3w.tsv', bytes: csv(initiatives, '\t') },
  { name: '3w.xlsx', bytes: makeWorkbook(initiatives) },
  { name: 'hxl.csv', bytes: csv(tagged) },
  { name: 'hxl.xlsx', bytes: makeWorkbook(tagged) },
  { name: 'structures.csv', bytes: csv(structures, ';') },
  { name: 'population.csv', bytes: csv(population) },
  { name: 'population.zip', bytes: makeZip([{ name: 'population.csv', content: csv(population) }]) },
  { name: 'sites.zip', bytes: makeZip(makeShapefile([{ name: 'CS Mto', at: [29.1, -1.3] }])) },
  { name: 'sites.kml', bytes: utf8(kml) },
];
