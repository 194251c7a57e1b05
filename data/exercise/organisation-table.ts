import type { OrganisationType } from '#domain/records';

export interface ExerciseOrganisation {
  readonly name: string;
  readonly acronym: string;
  readonly type: OrganisationType;
  readonly typeAsGiven: string | null;
  readonly aliases: readonly string[];
}

const organisation = (acronym: string, name: string, type: OrganisationType, aliases: readonly string[] = [], typeAsGiven: string | null = null): ExerciseOrganisation => ({ name: `${name} (exercice)`, acronym: `${acronym}-X`, type, typeAsGiven, aliases });

/** Invented organisations: none of them exists, and each says so in its name and acronym. Keys are used by the other tables. */
export const organisations = {
  FED: organisation('FED', 'Fonds pour la dignité', 'donor'),
  CFN: organisation('CFN', 'Coopération fictive du Nord', 'donor', ['Coopération du Nord, exercice']),
  AES: organisation('AES', 'Agence de solidarité des Hauts', 'donor'),
  APO: organisation('APO', 'Agence pour les populations, ONU fictive', 'unAgency', ['Agence des populations, exercice']),
  FFE: organisation('FFE', 'Fonds pour l’enfance, ONU fictive', 'unAgency'),
  MGE: organisation('MGE', 'Ministère de l’Équité', 'government'),
  DPJ: organisation('DPJ', 'Division provinciale de la justice', 'government'),
  DPS: organisation('DPS', 'Division provinciale de la santé', 'healthInstitution', ['Division de la santé, exercice']),
  ESR: organisation('ESR', 'École de santé du Rift', 'healthInstitution'),
  SSR: organisation('SSR', 'Soins Sans Rivage', 'internationalNgo', ['Soins sans rivage, exercice']),
  CIV: organisation('CIV', 'Cliniques Itinérantes du Versant', 'internationalNgo'),
  JBI: organisation('JBI', 'Justice Boréale', 'internationalNgo'),
  SYM: organisation('SYM', 'Sauti ya Mlima', 'nationalNgo', ['Voix de la montagne, exercice']),
  UWD: organisation('UWD', 'Umoja wa Daraja', 'nationalNgo'),
  TKE: organisation('TKE', 'Tujenge Kesho', 'nationalNgo'),
  MFL: organisation('MFL', 'Mwanga wa Familia', 'nationalNgo'),
  BKI: organisation('BKI', 'Barza ya Kiziwa', 'nationalNgo'),
  SNS: organisation('SNS', 'Société nationale de secours', 'redCross'),
  CGP: organisation('CGP', 'Composante Genre de la mission de paix', 'peacekeeping'),
  RSC: organisation('RSC', 'Réseau des survivantes des collines', 'communityOrganisation'),
  CPL: organisation('CPL', 'Comité des pêcheuses du lac', 'communityOrganisation'),
  FAE: organisation('FAE', 'Forces armées', 'securityForce'),
  PNE: organisation('PNE', 'Police', 'securityForce'),
  APE: organisation('APE', 'Administration pénitentiaire', 'securityForce'),
  PMA: organisation('PMA', 'Plateforme multi-acteurs', 'unknown', [], 'Plateforme'),
} as const satisfies Record<string, ExerciseOrganisation>;

export type OrganisationKey = keyof typeof organisations;
