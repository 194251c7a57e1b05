import { term, vocabulary } from '../vocabulary';

export const organisationTypes = vocabulary(
  { name: 'organisationTypes', fr: 'Types d’organisations', en: 'Organisation types', source: 'OCHA 3W; IASC' },
  {
    government: term('Gouvernement', 'Government', 'Ministère, service de l’État ou autorité provinciale.', 'Ministry, state service or provincial authority.'),
    unAgency: term('Agence des Nations Unies', 'UN agency', 'Agence, fonds ou programme des Nations Unies.', 'Agency, fund or programme of the United Nations.'),
    internationalNgo: term('ONG internationale', 'International NGO', 'Organisation non gouvernementale active dans plusieurs pays.', 'Non-governmental organisation working in several countries.'),
    nationalNgo: term('ONG nationale', 'National NGO', 'Organisation non gouvernementale du pays.', 'Non-governmental organisation of the country.'),
    redCross: term('Mouvement de la Croix-Rouge', 'Red Cross movement', 'CICR, Fédération ou société nationale.', 'ICRC, Federation or national society.'),
    donor: term('Bailleur', 'Donor', 'Organisme qui finance des initiatives.', 'Body that funds initiatives.'),
    healthInstitution: term('Institution de santé', 'Health institution', 'Hôpital, bureau ou école de santé.', 'Hospital, health office or school.'),
    peacekeeping: term('Composante de maintien de la paix', 'Peacekeeping component', 'Section ou contingent d’une mission de paix.', 'Section or contingent of a peace mission.'),
    communityOrganisation: term('Organisation communautaire', 'Community organisation', 'Association de base, comité ou réseau local.', 'Grass-roots association, committee or local network.'),
    securityForce: term('Force de sécurité', 'Security force', 'Armée, police ou administration pénitentiaire.', 'Army, police or prison service.'),
    unknown: term('Non précisé', 'Not stated', 'La source ne dit pas le type, ou d’une façon que la liste ne connaît pas.', 'The source does not state the type, or in a way the list does not know.'),
  },
);

export const organisationRoles = vocabulary(
  { name: 'organisationRoles', fr: 'Rôles', en: 'Roles', source: 'HXL 1.1' },
  {
    funder: term('Bailleur', 'Funder', 'Finance l’initiative.', 'Funds the initiative.', '#org+funder'),
    programming: term('Responsable du programme', 'Programming', 'Conçoit l’initiative et en répond.', 'Designs the initiative and answers for it.', '#org+prog'),
    implementing: term('Mise en œuvre', 'Implementing', 'Agit sur le terrain.', 'Acts in the field.', '#org+impl'),
  },
);
