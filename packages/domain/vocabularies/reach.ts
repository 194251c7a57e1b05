import { term, vocabulary } from '../vocabulary';

const HERE = 'Jonction, domain.md §3, §6';

export const rasterKinds = vocabulary(
  { name: 'rasterKinds', fr: 'Sortes de grilles', en: 'Kinds of raster', source: HERE },
  {
    population: term('Population', 'Population', 'Personnes par maille.', 'People in each cell.'),
    friction: term('Friction', 'Friction', 'Minutes pour avancer d’un mètre ; une maille sans valeur ne se traverse pas.', 'Minutes to move by one metre; a cell without a value cannot be crossed.'),
  },
);

export const closureEffects = vocabulary(
  { name: 'closureEffects', fr: 'Effets sur les déplacements', en: 'Effects on movement', source: HERE },
  {
    blocked: term('Fermée', 'Closed', 'Personne ne passe.', 'Nobody passes.'),
    slowed: term('Ralentie', 'Slowed', 'On passe, mais plus lentement.', 'People pass, but more slowly.'),
  },
);

export const changeKinds = vocabulary(
  { name: 'changeKinds', fr: 'Changements à l’essai', en: 'Changes tried out', source: HERE },
  {
    makeReady: term('Structure rendue prête', 'Structure made ready', 'La structure compte comme prête.', 'The structure counts as ready.'),
    makeNotReady: term('Structure plus prête', 'Structure no longer ready', 'La structure compte comme pas prête.', 'The structure counts as not ready.'),
    addAwareness: term('Sensibilisation ajoutée', 'Awareness added', 'Une campagne annonce les soins dans la zone.', 'A campaign announces the care in the area.'),
    stopInitiative: term('Initiative arrêtée', 'Initiative stopped', 'L’initiative ne compte plus.', 'The initiative no longer counts.'),
    closeArea: term('Zone fermée aux déplacements', 'Area closed to movement', 'Personne n’entre dans la zone ni n’en sort ; sur une surface de friction, personne n’y circule non plus.', 'Nobody enters or leaves the area; over a friction surface, nobody moves within it either.'),
  },
);
