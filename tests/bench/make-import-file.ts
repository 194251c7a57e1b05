/**
 * Writes a made-up 3W for the benchmark of imports: `npx tsx tests/bench/make-import-file.ts csv|xlsx <rows> <path>`. A process of its own, so that
 * what it takes to make the file does not count as memory of the idle process that reads it.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';

/** Zones that the rows name; `zoneCode` says how. */
export const ZONES = 519;
export const zoneCode = (zone: number): string => `XX${String(10 + Math.floor(zone / 60))}01ZS${String(10 + (zone % 60))}`;

const HEADERS = ['NOM ACTIVITE', 'CLUSTER', 'TYPE DE BENEFICIAIRES', 'ETAT PROJET', 'BAILLEUR', 'DATE DEBUT', 'DATE FIN', 'NOMBRE BENEFICIAIRES DIRECTS', 'Pcode ZS', 'Nom organization', 'Type organisation', 'ID_Projet'];

/** 60 organisations, 1,000 projects, each in very many zones. */
const rowOf = (i: number): string[] => [`Sensibilisation sur les VBG ${String(i % 1000)}`, 'Protection: VBG', 'Déplacés', 'En cours', `Bailleur ${String(i % 20)}`, '2025-01-01', '2025-12-31', String(10 + ((i * 7) % 900)), zoneCode(i % ZONES), `Organisation ${String(i % 60)}`, 'ONG Nationale', `P${String(i)}`];

function* rowsOf(count: number): Generator<string[]> {
  yield HEADERS;
  for (let i = 0; i < count; i++) yield rowOf(i);
}

const csvOf = (count: number): Buffer => Buffer.from([...rowsOf(count)].map((cells) => cells.join(',')).join('\n'));

/** A workbook as small as one can be: one sheet, its words in the table of shared strings, as spreadsheet programs write it. */
function xlsxOf(count: number): Uint8Array {
  const words = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = words.get(word) ?? words.size;
    words.set(word, known);
    return known;
  };
  const rows = [...rowsOf(count)].map((cells, row) => `<row r="${String(row + 1)}">${cells.map((cell, at) => {
    const place = `${String.fromCharCode(65 + at)}${String(row + 1)}`;
    return /^\d+$/.test(cell) ? `<c r="${place}"><v>${cell}</v></c>` : `<c r="${place}" t="s"><v>${String(numberOf(cell))}</v></c>`;
  }).join('')}</row>`).join('');
  const xml = (text: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, kind: string): string => `<Override PartName="/xl/${name}" ContentType="${type}.${kind}+xml"/>`;
  return zipSync({
    '[Content_Types].xml': xml(`<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook.xml', 'sheet.main')}${part('worksheets/sheet1.xml', 'worksheet')}${part('sharedStrings.xml', 'sharedStrings')}</Types>`),
    '_rels/.rels': xml(`<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    'xl/workbook.xml': xml(`<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="3W" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': xml(`<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': xml(`<sst xmlns="${main}" uniqueCount="${String(words.size)}">${[...words.keys()].map((word) => `<si><t>${word}</t></si>`).join('')}</sst>`),
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , kind = 'csv', rows = '100000', path = ''] = process.argv;
  writeFileSync(path, kind === 'xlsx' ? xlsxOf(Number(rows)) : csvOf(Number(rows)));
}
