import { term, vocabulary } from '../vocabulary';

const HERE = 'Jonction, domain.md §6';

export const sitingWeights = vocabulary(
  { name: 'sitingWeights', fr: 'Ce que l’on cherche à gagner', en: 'What is to be gained', source: HERE },
  {
    people: term('Personnes', 'People', 'Le plus de personnes possible, où qu’elles vivent.', 'As many people as possible, wherever they live.'),
    equity: term('Équité', 'Equity', 'Chaque personne compte d’autant plus que peu de gens de sa zone ont les soins : son poids est la part de la zone qui ne les a pas.', 'Each person counts for more where few people of the area have the care: the weight is the share of the area that does not have it.'),
  },
);

export const sitingGroups = vocabulary(
  { name: 'sitingGroups', fr: 'Pour qui', en: 'For whom', source: HERE },
  {
    gap: term('Dans l’écart', 'In the gap', 'Les personnes qui entendent parler de soins que personne ne donne à leur portée.', 'People who hear of care that nobody gives within their reach.'),
    noCare: term('Sans aucun soin', 'Without any care', 'Les personnes sans soins à portée, sensibilisées ou non.', 'People with no care within reach, aware or not.'),
    noReadyCare: term('Sans soins établis', 'Without established care', 'Les personnes sans structure établie comme prête à portée : aucun soin, soins seulement rapportés, ou structure jamais évaluée.', 'People with no structure within reach that is established to be ready: no care, care only reported, or a structure never assessed.'),
  },
);
