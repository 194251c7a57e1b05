import { term, vocabulary } from '../vocabulary';

const HERE = 'Jonction, domain.md §1, §2';

export const sessionTopics = vocabulary(
  { name: 'sessionTopics', fr: 'Sujets de formation', en: 'Topics of training', source: HERE },
  {
    cmr: term('Prise en charge clinique du viol', 'Clinical management of rape', 'Soins aux survivantes et survivants de viol, pour le personnel de santé.', 'Care for rape survivors, for health staff.'),
    fistulaRepair: term('Réparation de fistule', 'Fistula repair', 'Chirurgie et suivi de la fistule, pour le personnel de santé.', 'Surgery and follow-up of fistula, for health staff.'),
    psychosocial: term('Soutien psychosocial', 'Psychosocial support', 'Écoute, gestion de cas, premiers secours psychologiques.', 'Listening, case management, psychological first aid.'),
    legalAid: term('Aide juridique', 'Legal aid', 'Conseil et accompagnement en justice.', 'Advice and support in court.'),
    prevention: term('Prévention des violences sexuelles', 'Prevention of sexual violence', 'Comprendre, prévenir et signaler les violences sexuelles liées au conflit.', 'Understanding, preventing and reporting conflict-related sexual violence.'),
    conduct: term('Exploitation et abus sexuels', 'Sexual exploitation and abuse', 'Règles de conduite et protection contre l’exploitation et les abus sexuels.', 'Rules of conduct and protection from sexual exploitation and abuse.'),
    law: term('Cadre légal', 'Legal framework', 'Droit national et international, responsabilité du commandement.', 'National and international law, command responsibility.'),
    referral: term('Orientation vers les soins', 'Referral to care', 'Où et comment orienter une personne, dans les délais.', 'Where and how to refer a person, in time.'),
    other: term('Autre sujet', 'Other topic', 'Un autre sujet.', 'Another topic.'),
  },
);

export const sessionStatuses = vocabulary(
  { name: 'sessionStatuses', fr: 'États d’une session ou d’une mission', en: 'Statuses of a session or mission', source: HERE },
  {
    planned: term('Prévue', 'Planned', 'N’a pas encore eu lieu.', 'Has not taken place yet.'),
    completed: term('Tenue', 'Held', 'A eu lieu, ou est en cours à ses dates.', 'Took place, or runs on its dates.'),
    cancelled: term('Annulée', 'Cancelled', 'N’a pas eu lieu et n’aura pas lieu.', 'Did not and will not take place.'),
  },
);

export const kitMovementKinds = vocabulary(
  { name: 'kitMovementKinds', fr: 'Mouvements de kits', en: 'Movements of kits', source: HERE },
  {
    delivery: term('Livraison', 'Delivery', 'Des kits sont arrivés dans la structure.', 'Kits arrived in the structure.'),
    consumption: term('Utilisation', 'Consumption', 'Des kits ont été donnés à des personnes.', 'Kits were given to people.'),
    loss: term('Perte', 'Loss', 'Des kits ont été périmés, abîmés, pris ou envoyés ailleurs.', 'Kits expired, were damaged, taken or sent elsewhere.'),
  },
);

export const proposalSubjects = vocabulary(
  { name: 'proposalSubjects', fr: 'Origines d’une proposition', en: 'Origins of a proposal', source: HERE },
  {
    trainingSession: term('Formation tenue', 'Training held', 'Une formation tenue propose d’ajouter du personnel formé.', 'A training that was held proposes to add trained staff.'),
    kitMovement: term('Livraison de kits', 'Delivery of kits', 'Une livraison propose d’ajouter des lots au stock.', 'A delivery proposes to add batches to the stock.'),
  },
);

export const proposalStates = vocabulary(
  { name: 'proposalStates', fr: 'Réponses à une proposition', en: 'Answers to a proposal', source: HERE },
  {
    open: term('À décider', 'To decide', 'Personne n’a encore répondu.', 'Nobody has answered yet.'),
    accepted: term('Acceptée', 'Accepted', 'Compte dans l’état de la structure.', 'Counts in what is known of the structure.'),
    rejected: term('Refusée', 'Rejected', 'Ne compte pas.', 'Does not count.'),
  },
);

export const standardStates = vocabulary(
  { name: 'standardStates', fr: 'États d’une norme', en: 'States of a standard', source: HERE },
  {
    draft: term('Projet', 'Draft', 'N’est pas encore adoptée et ne compte pas.', 'Is not adopted yet and does not count.'),
    adopted: term('En vigueur', 'In force', 'Adoptée, et pas encore remplacée.', 'Adopted, and not superseded yet.'),
    superseded: term('Remplacée', 'Superseded', 'Une version adoptée plus tard la remplace.', 'A version adopted later replaces it.'),
  },
);

export const needs = vocabulary(
  { name: 'needs', fr: 'Ce qui sépare une structure de la préparation', en: 'What stands between a structure and readiness', source: `${HERE}, §6` },
  {
    train: term('Former', 'Train', 'Seule la formation manque.', 'Only training is missing.'),
    equip: term('Équiper', 'Equip', 'Seuls les kits ou le matériel manquent.', 'Only kits or equipment are missing.'),
    both: term('Former et équiper', 'Train and equip', 'La formation et les kits manquent.', 'Training and kits are missing.'),
    repair: term('Remettre en marche', 'Repair', 'La structure ne fonctionne pas.', 'The structure does not function.'),
    access: term('Ouvrir l’accès', 'Open access', 'On ne peut pas atteindre la structure.', 'The structure cannot be reached.'),
    assess: term('Évaluer', 'Assess', 'Rien n’est constaté manquant, mais tout n’est pas constaté.', 'Nothing is established as missing, but not everything is established.'),
    other: term('Autre critère', 'Another criterion', 'Un autre critère obligatoire de la norme manque.', 'Another required criterion of the standard is missing.'),
  },
);
