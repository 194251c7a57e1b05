import { describe, expect, it } from 'vitest';
import { caseDataFault } from './case-data';
import { whyWithheld } from './comment-privacy';

describe('columns that look like case data', () => {
  it.each([
    [['Code survivante', 'Zone']], [['survivor_id', 'zone']], [['Code Survivant(e)']], [['Nom de la victime', 'zone']], [['victim_age']], [['GBVIMS ID']], [['incident_id']], [['Date de l’incident', 'zone']], [['date_of_incident', 'incident_date']],
    [['Nom et prénom', 'zone']], [['First name', 'x']], [['Téléphone', 'zone']], [['phone', 'zone']], [['N° de dossier', 'zone']], [['Date de naissance']], [['Auteur présumé']], [['Âge', 'Sexe', 'Date de consultation']], [['age', 'sex', 'date']], [['Consentement']], [['survivorCode']], [['incidentDate']], [['firstName']], [['AgeVictime']],
  ])('%j', (columns) => expect(caseDataFault(columns)?.code).toBe('caseDataRefused'));

  it.each([
    [['TYPE DE BENEFICIAIRES', 'NOMBRE BENEFICIAIRES DIRECTS \r\n(indiquer nombre de personnes)', 'COMMENTAIRE', 'DATE DEBUT', 'DATE FIN', "FOURNITURE D'INFORMATION\r\n(Sélectionner les mécanismes/Méthodes de communication avec les communautés mis en place)"]],
    [['Country', 'Admin1', 'Facility name', 'Facility type', 'Ownership', 'Lat', 'Long', 'LL source']],
    [['osm_id', 'amenity', 'name', 'contact_number', 'operator', 'staff_nurses', 'emergency']],
    [['Code Province', 'Nom organization', 'ID_Projet', 'ID_Acteur']],
    [['Femmes', 'Hommes', 'Filles', 'Garçons', 'Date du rapport']],
    [['Age', 'Sexe', 'Date début', 'Date fin']],
    [['incidence', 'telecentre', 'Zone d’intervention']],
  ])('not %j', (columns) => expect(caseDataFault(columns)).toBeNull());

  it('telephone numbers of facilities on a public map are no case data, and are not read', () => {
    expect(caseDataFault(['amenity', 'phone'], true)).toBeNull();
    expect(caseDataFault(['amenity', 'phone', 'survivor'], true)?.column).toBe('survivor');
  });
});

describe('comments that are not kept', () => {
  it.each([
    ['3 cas de VBG identifiés et référés', 'cases'], ['une survivante a reçu des soins', 'cases'], ['7 femmes violées au cours du mois', 'cases'], ['les SVS ont été reçues', 'cases'], ['une fille de 15 ans', 'cases'], ['deux personnes tuées', 'cases'], ['17 EAGA dont 6 filles', 'cases'],
  ])('%s: %s', (comment, why) => expect(whyWithheld(comment)).toBe(why));

  it.each(['Sensibilisation communautaire sur les VBG', '54 000 000 pour les 4 ONG', 'RAS', 'Ligne verte 495555', 'Début 01/07/2025', 'Le budget de USD 5875282,09', 'Violence économique'])('kept: %s', (comment) => expect(whyWithheld(comment)).toBeNull());
});
