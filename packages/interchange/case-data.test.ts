import { describe, expect, it } from 'vitest';
import { caseDataFault } from './case-data';
import { whyWithheld } from './comment-privacy';
import { readFile } from './read-file';

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

/** A table of six rows with values of the kind that its headers announce. */
function table(headers: string): Buffer {
  const value = (header: string, i: number): string => {
    const key = header.toLowerCase();
    if (/dat|tarehe|fecha/.test(key)) return `2025-05-1${String(i)}`;
    if (/âge|age|umri|edad|nombre|number|#|atteint|reached|served|femmes|women|girls|lat|long/.test(key)) return String(10 + i);
    if (/focal|phone|mail|responsable|rempli/.test(key)) return `secret ${String(i)}`;
    return /sex|jinsia|genre/.test(key) ? 'F' : `x${String(i)}`;
  };
  return Buffer.from([headers, ...[1, 2, 3, 4, 5, 6].map((i) => headers.split(',').map((header) => value(header, i)).join(','))].join('\n'));
}
const faultsOf = async (bytes: Uint8Array): Promise<string[]> => (await readFile(bytes, { fileName: 'x.csv', reportedOn: '2025-05-31' }, () => undefined)).fileIssues.filter(({ code, severity }) => severity === 'error' && code !== 'profileUnknown').map(({ code }) => code);

describe('whole tables about cases or persons are refused', () => {
  it.each([
    'Incident ID,Survivor Code,Case Manager,Date of Interview,Age group,Sex,Type of GBV', 'N°,Nom et postnom,Âge,Sexe,Adresse,Type de VBG', 'Jina,Umri,Jinsia,Kijiji,Tarehe ya tukio', 'Mwathirika,Umri,Aina ya ukatili', 'jina_la_mwathirika,simu',
    'Nombre y apellido,Edad,Sexo,Fecha del incidente', 'código de sobreviviente,municipio', 'nome da sobrevivente,idade', 'Beneficiary name,Age,Village', 'Nom du bénéficiaire,Village,Kit reçu', 'Household head name,Phone number', 'Prénom,Téléphone,Zone',
    'Heure du viol,Lieu', 'Délai de consultation après viol,Âge,Sexe', 'patient,diagnostic,date', 'Suspect,Lieu,Date', 'code_client,âge,sexe', 'National ID,Name,Camp', 'Récit,Âge,Zone', 'Initiales,Âge,Zone', 'Type incident,Date,Latitude,Longitude', 'Zone,Date,Âge,Sexe,Lien avec l’agresseur',
    'Organisation,Activité,Province,Nom survivante', 'Organisation,Activité,Province,Téléphone du bénéficiaire', 'Organisation,Activité,Province,Point focal,Téléphone de la survivante', 'groupe/age_survivante,groupe/sexe', 'Organisation,Activité,Province,Téléphone',
  ])('%s', async (headers) => expect(await faultsOf(table(headers))).toEqual(['caseDataRefused']));

  it.each([
    ['names in capitals under a header of persons', 'Zone,Personne\n' + ['MUHINDO Kasereka', 'PALUKU Mbusa', 'KATEMBO Syahaka', 'NDUNGO Kibwana', 'MUMBERE Kyavu'].map((name) => `a,${name}`).join('\n')],
    ['stories', 'Zone,Données\na,Fille de 14 ans agressée\na,"Femme de 30 ans, référée"\na,Survivante de 22 ans\n'],
    ['a column that counts survivors and names them', 'Organisation,Activité,Province,Survivantes atteintes\nA,Sensibilisation,Un,Furaha\n'],
  ])('%s', async (_, text) => expect(await faultsOf(Buffer.from(text))).toEqual(['caseDataRefused']));
});

describe('reports are no case data', () => {
  it.each([
    'Organisation,Activité,Province,Survivants atteints', 'Organisation,Activity,District,# of survivors served,Month', 'Organisation,Activité,Province,Nombre de survivantes prises en charge', 'Organisation,Activité,Province,Nombre de victimes de mines assistées',
    'Organisation,Activité,Province,Survivors: women,Survivors: girls', 'Organisation,Activité,Province,Services aux survivantes (nombre)', 'Organisation,Activité,Province,Femmes atteintes,Groupe d’âge,Genre', 'Structure,Type de structure,Province,Nombre de personnel femme',
    'Organisation,Activité,Province,Type de violence ciblée', 'Organisation,Activité,Province,Date début,Tranche d’âge,Sexe', 'Organisation,Activité,Province,Nombre de cas référés', 'Organisation,Activité,Province,Organisation responsable', 'Structure,Kits post-viol disponibles,Date',
  ])('%s', async (headers) => expect(await faultsOf(table(headers))).toEqual([]));

  it.each([
    'Organisation,Activité,Province,Point focal,Téléphone,Email', 'Organisation,Activité,Province,Focal point name,Focal point phone', 'Organisation,Activité,Province,Responsable du projet', 'Organisation,Activité,Province,Rempli par', 'Country,Admin1,Facility name,Facility type,Ownership,Lat,Long,Phone', '#org,#sector,#adm1,#contact+email',
  ])('contacts-of-a-report are not read, and that is said: %s', async (headers) => {
    const cells: string[] = [];
    const { fileIssues } = await readFile(table(headers), { fileName: 'x.csv' }, (rows) => void cells.push(...rows.map((row) => JSON.stringify([row.records, row.cells]))));
    expect(fileIssues.map(({ code, severity }) => [code, severity])).toEqual([['contactsNotRead', 'warning']]);
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.join()).not.toContain('secret');
  });
});

describe('comments that are not kept', () => {
  it.each([
    ['3 cas de VBG identifiés et référés', 'cases'], ['une survivante a reçu des soins', 'cases'], ['7 femmes violées au cours du mois', 'cases'], ['les SVS ont été reçues', 'cases'], ['une fille de 15 ans', 'cases'], ['deux personnes tuées', 'cases'], ['17 EAGA dont 6 filles', 'cases'],
  ])('%s: %s', (comment, why) => expect(whyWithheld(comment)).toBe(why));

  it.each(['Sensibilisation communautaire sur les VBG', '54 000 000 pour les 4 ONG', 'RAS', 'Ligne verte 495555', 'Début 01/07/2025', 'Le budget de USD 5875282,09', 'Violence économique'])('kept: %s', (comment) => expect(whyWithheld(comment)).toBeNull());
});
