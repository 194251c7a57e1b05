import { term, vocabulary } from '../vocabulary';

export const areaTypes = vocabulary(
  { name: 'areaTypes', fr: 'Types de zones', en: 'Area types', source: 'OCHA COD-AB; ministère de la Santé, RDC' },
  {
    country: term('Pays', 'Country', 'État souverain.', 'Sovereign state.', '#country'),
    province: term('Province', 'Province', 'Premier niveau administratif (adm1).', 'First administrative level (adm1).', '#adm1'),
    territory: term('Territoire', 'Territory', 'Deuxième niveau administratif (adm2). Il croise les zones de santé.', 'Second administrative level (adm2). It crosses the health zones.', '#adm2'),
    healthZone: term('Zone de santé', 'Health zone', 'Unité de planification sanitaire d’une province, autour d’un hôpital général de référence.', 'Health planning unit of a province, around a general referral hospital.', '#adm3'),
    healthArea: term('Aire de santé', 'Health area', 'Partie d’une zone de santé desservie par un centre de santé.', 'Part of a health zone served by one health centre.', '#adm4'),
  },
);

export const placeTypes = vocabulary(
  { name: 'placeTypes', fr: 'Types de lieux', en: 'Place types', source: 'OCHA, IOM DTM' },
  {
    settlement: term('Localité', 'Settlement', 'Ville, village ou quartier.', 'Town, village or neighbourhood.'),
    displacementSite: term('Site de déplacement', 'Displacement site', 'Site ou camp où vivent des personnes déplacées.', 'Site or camp where displaced people live.'),
  },
);
