import { term, vocabulary } from '../vocabulary';

const HERE = 'Jonction, domain.md §6';

export const planAims = vocabulary(
  { name: 'planAims', fr: 'Ce que fait un projet', en: 'What a plan does', source: HERE },
  {
    announces: term('Annonce des soins', 'Announces care', 'On y parle de soins : ils doivent être là.', 'It tells people about care, which has to be there.'),
    brings: term('Apporte des soins', 'Brings care', 'Il donne les soins, ou rend des structures prêtes : il va là où ils manquent.', 'It gives the care or makes structures ready, and belongs where care is missing.'),
    beside: term('Ni l’un ni l’autre', 'Neither', 'Les soins à portée ne décident pas de ce projet.', 'Care within reach does not decide this plan.'),
  },
);

/** What the check says of a plan, the worst first: this order is the order of the answer. */
export const planVerdicts = vocabulary(
  { name: 'planVerdicts', fr: 'Avis sur un projet', en: 'Readings of a plan', source: HERE },
  {
    careMissing: term('Ne pas lancer : soins absents', 'Do not launch: no care', 'On y parlerait de soins que personne à portée ne donne.', 'People would hear of care that nobody within reach gives.'),
    careLapses: term('Les soins cessent avant la fin', 'Care lapses before the end', 'Sans réapprovisionnement, les soins à portée se dégradent entre le début et la fin.', 'With no resupply, care within reach gets worse between the start and the end.'),
    possibleDuplication: term('Duplication possible', 'Possible duplication', 'Avec un autre acteur, le projet viserait plus de personnes qu’il n’y en a.', 'Together with another actor, the plan would target more people than there are.'),
    placeUnknown: term('Lieu hors carte', 'Not on the map', 'Aucune personne n’est placée dans la zone : rien ne peut être dit des soins.', 'No people are placed in the area: nothing can be said of care.'),
    assess: term('Évaluer d’abord', 'Assess first', 'Une structure est à portée, mais personne n’a constaté qu’elle est prête.', 'A structure is within reach, but nobody has established that it is ready.'),
    verify: term('Vérifier d’abord', 'Verify first', 'Un acteur dit donner des soins ; aucune structure prête n’a été constatée à portée.', 'An actor says it provides care; no ready structure has been established within reach.'),
    overlapUnknown: term('Recoupement à éclaircir', 'Overlap to clear up', 'Un autre acteur fait la même chose pour le même public, et trop peu est connu pour dire s’ils se complètent.', 'Another actor does the same for the same group, and too little is known to say whether they complement each other.'),
    alreadyServed: term('Soins déjà prêts', 'Care is ready already', 'Des soins prêts sont à portée : voir où ils manquent.', 'Ready care is within reach: see where it is missing.'),
    needed: term('Soins attendus ici', 'Care is needed here', 'Les soins manquent : c’est ici que le projet sert.', 'Care is missing: this is where the plan helps.'),
    ready: term('Soins prêts à portée', 'Ready care within reach', 'Des soins prêts sont à portée du début à la fin.', 'Ready care is within reach from start to end.'),
    clear: term('Rien de connu ne s’y oppose', 'Nothing known speaks against it', 'Aucun recoupement à trancher n’est connu.', 'No overlap that needs a decision is known.'),
  },
);
