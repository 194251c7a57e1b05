import { term, vocabulary } from '../vocabulary';

/** Why two records, or a name and a record, may be one. They travel as codes; screens and files say them in words. */
export const matchReasons = vocabulary(
  { name: 'matchReasons', fr: 'Raisons d’un rapprochement', en: 'Reasons of a match', source: 'Jonction, domain.md §5' },
  {
    sameName: term('Même nom', 'Same name', 'Les noms sont les mêmes, sans accents ni mots de type.', 'The names are the same, accents and words of type apart.'),
    nameAlike: term('Nom proche', 'Similar name', 'Les noms se ressemblent lettre à lettre.', 'The names are alike letter by letter.'),
    sameParent: term('Dans la même zone', 'Within the same area', 'Dans la zone que la ligne nomme.', 'Within the area that the row names.'),
    otherParent: term('Dans une autre zone', 'Within another area', 'Porte ce nom, mais hors de la zone que la ligne nomme.', 'Has this name, but outside the area that the row names.'),
    partOfDivided: term('Partie d’une ancienne zone', 'Part of a former area', 'La zone de ce nom a été divisée ; ceci en est une partie.', 'The area of this name was divided; this is one part.'),
    sameType: term('Même type', 'Same type', 'Les deux sources disent le même type.', 'Both sources state the same type.'),
    typeUnknown: term('Type non précisé', 'Type not stated', 'Une source au moins ne dit pas le type.', 'One source at least does not state the type.'),
    typeDiffers: term('Type différent', 'Different type', 'Les sources disent deux types différents.', 'The sources state two different types.'),
    near: term('Tout près', 'Very near', 'À moins de 500 m.', 'Less than 500 m apart.'),
    notFar: term('Pas loin', 'Not far', 'À moins de 5 km.', 'Less than 5 km apart.'),
    sameArea: term('Même zone', 'Same area', 'Dans la même zone de santé ou la même province.', 'In the same health zone or province.'),
    severalAlike: term('Plusieurs se ressemblent', 'Several are alike', 'Plus d’une paire convient aussi bien ; une personne doit choisir.', 'More than one pair fits as well; a person has to choose.'),
    sameAcronym: term('Même sigle', 'Same acronym', 'Les deux portent le même sigle.', 'Both have the same acronym.'),
    acronymInBrackets: term('Sigle entre parenthèses', 'Acronym in brackets', 'Un nom porte l’autre entre parenthèses.', 'One name has the other in brackets.'),
    knownAlias: term('Autre nom connu', 'Known other name', 'Un nom est un autre nom connu de l’organisation.', 'One name is a known other name of the organisation.'),
    legalFormApart: term('Même nom, forme juridique à part', 'Same name, legal form apart', 'Les noms ne diffèrent que par « ONG », « ASBL »…', 'The names differ only by “NGO”, “ASBL” and the like.'),
    byPerson: term('Dit par une personne', 'Said by a person', 'Une personne l’a dit.', 'A person said so.'),
    sameTitle: term('Même titre', 'Same title', 'Le titre est le même.', 'The title is the same.'),
    titleAlike: term('Titre proche', 'Similar title', 'Les titres se ressemblent.', 'The titles are alike.'),
    sameKinds: term('Mêmes activités', 'Same kinds', 'Les mêmes types d’activités.', 'The same kinds of activity.'),
    sameDates: term('Mêmes dates', 'Same dates', 'Début et fin sont les mêmes.', 'Start and end are the same.'),
    samePeople: term('Mêmes chiffres', 'Same figures', 'Le même nombre de personnes visées.', 'The same number of people targeted.'),
    sameBudget: term('Même budget', 'Same budget', 'Le même budget.', 'The same budget.'),
    sameTargetGroups: term('Mêmes publics', 'Same target groups', 'Les mêmes publics.', 'The same target groups.'),
    sameFunder: term('Même bailleur', 'Same funder', 'Les mêmes bailleurs.', 'The same funders.'),
  },
);
export type MatchReason = (typeof matchReasons.codes)[number];
