/** The invented health zones of the exercise, each around a real town. */
export interface ExerciseZone {
  readonly code: string;
  readonly town: string;
  /** Invented. Null: not known, on purpose. */
  readonly population: number | null;
  /** How far the zone reaches compared with its neighbours: rural zones are larger. */
  readonly reach: number;
  /** Share of the people who live in the town itself; null: no settlement is known, people are spread evenly. */
  readonly townShare: number | null;
  /** Number of invented settlements around the town. */
  readonly localities: number;
  /** False: known from a table only. */
  readonly mapped: boolean;
}

export const provinces: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'XX54', name: 'Ituri (exercice)' },
  { code: 'XX61', name: 'Nord-Kivu (exercice)' },
  { code: 'XX62', name: 'Sud-Kivu (exercice)' },
  { code: 'XX63', name: 'Maniema (exercice)' },
  { code: 'XX74', name: 'Tanganyika (exercice)' },
];

/** Exercise territories by code; a zone’s code begins with the one it lies in. */
export const territories: Readonly<Record<string, string>> = {
  XX5401: 'Aru', XX5402: 'Mahagi', XX5403: 'Djugu', XX5404: 'Irumu', XX5405: 'Mambasa',
  XX6101: 'Beni', XX6102: 'Lubero', XX6103: 'Rutshuru', XX6104: 'Masisi', XX6105: 'Walikale',
  XX6201: 'Kalehe', XX6202: 'Idjwi', XX6203: 'Kabare', XX6204: 'Mwenga', XX6205: 'Shabunda', XX6206: 'Uvira', XX6207: 'Fizi',
  XX6301: 'Punia', XX6302: 'Kindu', XX6303: 'Kasongo', XX6304: 'Kabambare',
  XX7401: 'Kongolo', XX7402: 'Nyunzu', XX7403: 'Kalemie', XX7404: 'Manono', XX7405: 'Moba',
};

const zone = (code: string, town: string, population: number | null, townShare: number | null, localities: number, reach = 1, mapped = true): ExerciseZone => ({ code, town, population, townShare, localities, reach, mapped });

export const zones: readonly ExerciseZone[] = [
  zone('XX5401ZS01', 'Aru', 214_600, 0.56, 4, 1.05),
  zone('XX5402ZS01', 'Mahagi', 187_300, 0.38, 5, 1.1),
  zone('XX5403ZS01', 'Mongbwalu', 163_900, 0.48, 4),
  zone('XX5404ZS01', 'Bunia', 391_200, 0.68, 4, 1.05),
  zone('XX5404ZS02', 'Komanda', 121_400, 0.44, 4),
  zone('XX5405ZS01', 'Mambasa', 142_700, null, 0, 1.1),
  zone('XX6101ZS01', 'Oicha', 158_800, 0.47, 4, 1.05),
  zone('XX6101ZS02', 'Beni', 372_500, 0.63, 4),
  zone('XX6102ZS01', 'Butembo', 398_100, 0.71, 3, 0.9),
  zone('XX6102ZS02', 'Lubero', 176_200, 0.44, 5),
  zone('XX6102ZS03', 'Kayna', 204_900, 0.41, 5, 1.05),
  zone('XX6103ZS01', 'Rutshuru', 318_400, 0.43, 5, 1.2),
  zone('XX6104ZS01', 'Masisi', 241_700, 0.33, 5, 1.15),
  zone('XX6104ZS02', 'Goma', 396_800, 0.74, 3, 0.95),
  zone('XX6105ZS01', 'Walikale', 168_300, null, 0, 1.1),
  zone('XX6201ZS01', 'Kalehe', 226_400, 0.42, 4, 1.2),
  zone('XX6202ZS01', 'Idjwi', 193_500, 0.4, 3),
  zone('XX6203ZS01', 'Bukavu', 399_400, 0.72, 4, 1.1),
  zone('XX6204ZS01', 'Kamituga', 205_300, 0.54, 4, 1.05),
  zone('XX6205ZS01', 'Shabunda', 149_600, null, 0, 1.05),
  zone('XX6206ZS01', 'Uvira', 352_900, 0.61, 4),
  zone('XX6207ZS01', 'Baraka', 231_800, 0.45, 5, 1.05),
  zone('XX6207ZS02', 'Lulenge', 96_200, null, 0, 1, false),
  zone('XX6301ZS01', 'Punia', null, null, 0),
  zone('XX6302ZS01', 'Kindu', 288_600, 0.64, 4, 0.95),
  zone('XX6303ZS01', 'Kasongo', 219_700, 0.52, 4, 0.95),
  zone('XX6304ZS01', 'Kabambare', 118_900, null, 0, 0.9),
  zone('XX7401ZS01', 'Kongolo', 207_500, 0.49, 4),
  zone('XX7402ZS01', 'Nyunzu', 134_200, 0.4, 5, 0.95),
  zone('XX7403ZS01', 'Kalemie', 346_300, 0.6, 4, 1.05),
  zone('XX7404ZS01', 'Manono', 189_800, 0.55, 4, 0.95),
  zone('XX7405ZS01', 'Moba', 171_100, 0.51, 4),
];
