import { term, vocabulary } from '../vocabulary';

const HERE = 'Jonction, domain.md';

export const gapClasses = vocabulary(
  { name: 'gapClasses', fr: 'Classes', en: 'Classes', source: `${HERE} §4` },
  {
    gap: term('Sensibilisation sans soins', 'Awareness without care', 'On y parle de soins qu’aucune structure à portée ne donne.', 'People hear about care that no structure within reach provides.'),
    assess: term('Sensibilisation, soins à évaluer', 'Awareness, care to assess', 'Une structure est à portée, mais personne n’a constaté qu’elle est prête.', 'A structure is within reach, but nobody has established that it is ready.'),
    verify: term('Sensibilisation, soins rapportés', 'Awareness, care reported', 'Un acteur dit donner des soins, aucune structure prête n’a été constatée à portée.', 'An actor says it provides care; no ready structure has been established within reach.'),
    joined: term('Sensibilisation et soins prêts', 'Awareness joined with ready care', 'On parle de soins, et une structure prête est à portée.', 'Care is announced, and a ready structure is within reach.'),
    unannounced: term('Soins prêts, non annoncés', 'Ready care, unannounced', 'Une structure prête est à portée, sans sensibilisation.', 'A ready structure is within reach, without awareness.'),
    quiet: term('Soins rapportés, non annoncés', 'Reported care, unannounced', 'Des soins sont rapportés, sans sensibilisation.', 'Care is reported, without awareness.'),
    unassessed: term('Ni l’un ni l’autre connu, à évaluer', 'Neither known, to assess', 'Une structure est à portée mais non évaluée, sans sensibilisation.', 'A structure is within reach but not assessed, without awareness.'),
    blindSpot: term('Angle mort : ni sensibilisation ni soins', 'Blind spot: neither awareness nor care', 'Aucune sensibilisation connue et aucune structure à portée.', 'No known awareness and no structure within reach.'),
  },
);

export const careLevels = vocabulary(
  { name: 'careLevels', fr: 'Soins à portée', en: 'Care within reach', source: `${HERE} §4` },
  {
    ready: term('Prêts', 'Ready', 'Une structure prête est à portée.', 'A ready structure is within reach.'),
    reported: term('Rapportés', 'Reported', 'Une initiative de soins est rapportée, aucune structure prête n’est constatée à portée.', 'An initiative of care is reported; no ready structure is established within reach.'),
    unknown: term('À évaluer', 'To assess', 'Une structure de préparation inconnue est à portée.', 'A structure of unknown readiness is within reach.'),
    none: term('Aucun', 'None', 'Aucune structure à portée.', 'No structure within reach.'),
  },
);

export const withheldCare = vocabulary(
  { name: 'withheldCare', fr: 'Soins à portée, lieu tu', en: 'Care within reach, place withheld', source: 'Jonction, decision 0037' },
  {
    careWithheld: term('Soins à portée, lieu tu', 'Care within reach, place withheld', 'Une structure prête de la zone n’est pas montrée, pour protéger qui s’y trouve. Classe et chiffres ne la comptent pas.', 'A ready structure of the area is not shown, to protect those in it. Class and figures do not count it.'),
  },
);

export const readinessLevels = vocabulary(
  { name: 'readinessLevels', fr: 'Préparation', en: 'Readiness', source: `${HERE} §2` },
  {
    ready: term('Prête', 'Ready', 'Tous les critères obligatoires sont remplis.', 'All required criteria are met.'),
    notReady: term('Pas prête', 'Not ready', 'Un critère obligatoire au moins n’est pas rempli.', 'At least one required criterion is unmet.'),
    unknown: term('Inconnue', 'Unknown', 'Un critère obligatoire au moins n’est pas constaté, aucun n’est constaté manquant.', 'At least one required criterion is not established, none is established as unmet.'),
  },
);

export const criterionVerdicts = vocabulary(
  { name: 'criterionVerdicts', fr: 'Critère', en: 'Criterion', source: `${HERE} §2` },
  {
    met: term('Rempli', 'Met', 'Constaté, et assez récent.', 'Established, and recent enough.'),
    unmet: term('Non rempli', 'Unmet', 'Constaté absent ou insuffisant.', 'Established as absent or insufficient.'),
    unknown: term('Inconnu', 'Unknown', 'Non constaté, ou constaté il y a trop longtemps.', 'Not established, or established too long ago.'),
  },
);

export const reachMetrics = vocabulary(
  { name: 'reachMetrics', fr: 'Mesures de portée', en: 'Reach metrics', source: `${HERE} §3` },
  {
    straightLine: term('À vol d’oiseau', 'Straight line', 'Distance sur la sphère, en kilomètres.', 'Distance on the sphere, in kilometres.'),
    walkingEstimate: term('Marche estimée', 'Walking estimate', 'Estimation : 60 × 1,3 × km ÷ 4,5 minutes. Ce n’est pas un temps de trajet.', 'Estimate: 60 × 1.3 × km ÷ 4.5 minutes. It is not a travel time.'),
    travelTime: term('Temps de trajet', 'Travel time', 'Minutes du chemin le moins long sur une surface de friction. Un modèle : en vrai, compter de 1,0 à 1,49 fois autant.', 'Minutes of the quickest path over a friction surface. A model: in reality, 1.0 to 1.49 times as long.'),
    sameArea: term('Même zone', 'Same area', 'La structure est dans la même zone.', 'The structure lies in the same area.'),
  },
);

export const evidenceLevels = vocabulary(
  { name: 'evidenceLevels', fr: 'Preuves', en: 'Evidence', source: `${HERE} §4` },
  {
    reported: term('Rapportées et constatées', 'Reported and assessed', 'Les soins rapportés par les acteurs comptent comme rapportés.', 'Care reported by actors counts as reported.'),
    assessed: term('Constatées seulement', 'Assessed only', 'Les soins seulement rapportés sont ignorés.', 'Merely reported care is ignored.'),
  },
);

export const overlapKinds = vocabulary(
  { name: 'overlapKinds', fr: 'Recoupements', en: 'Overlaps', source: `${HERE} §5` },
  {
    sameRecord: term('Même fiche deux fois ?', 'Same record twice?', 'Même organisation, même type, mêmes zones et même période : sans doute une faute de saisie.', 'Same organisation, kind, areas and period: probably a data fault.'),
    possibleOverlap: term('Recoupement possible', 'Possible overlap', 'Même type, organisations différentes, public, zone et période en commun.', 'Same kind, different organisations, target group, area and period in common.'),
  },
);

export const overlapVerdicts = vocabulary(
  { name: 'overlapVerdicts', fr: 'Lecture du recoupement', en: 'Reading of the overlap', source: `${HERE} §5` },
  {
    possibleDuplication: term('Duplication possible', 'Possible duplication', 'Ensemble, les actions visent plus de personnes qu’il n’y en a.', 'Together, the actions target more people than there are.'),
    complementary: term('Complémentaires', 'Complementary', 'Ensemble, les actions visent moins de personnes qu’il n’y en a.', 'Together, the actions target fewer people than there are.'),
    unknown: term('Indéterminé', 'Undetermined', 'Le nombre de personnes visées, ou la population, n’est pas connu.', 'The number of people targeted, or the population, is not known.'),
  },
);

export const decisionVerdicts = vocabulary(
  { name: 'decisionVerdicts', fr: 'Décisions', en: 'Decisions', source: `${HERE} §5` },
  {
    duplication: term('Duplication confirmée', 'Confirmed duplication', 'Une personne a confirmé la duplication.', 'A person confirmed the duplication.'),
    complementary: term('Complémentaires', 'Complementary', 'Une personne a jugé les actions complémentaires.', 'A person judged the actions complementary.'),
    sameRecord: term('Même fiche', 'Same record', 'Une personne a reconnu la même fiche.', 'A person recognised the same record.'),
    notOverlap: term('Pas de recoupement', 'No overlap', 'Une personne a écarté le recoupement.', 'A person ruled the overlap out.'),
  },
);
