import type { SessionOrigin, TrainingSession } from '#domain/programme-records';
import type { OrganisationKey } from './organisation-table';

/** One invented session, as short as it can be read. */
export interface SessionRow {
  readonly title: string;
  readonly topic: TrainingSession['topic'];
  readonly audience: TrainingSession['audience'];
  /** Town of an exercise zone, or code of a province. */
  readonly where: string;
  readonly from: string;
  readonly to: string;
  readonly status: TrainingSession['status'];
  readonly planned: number | null;
  /** `[women, men]`; a total; null: not counted, or not held. */
  readonly came: readonly [number, number] | number | null;
  readonly by: OrganisationKey;
  readonly fund?: OrganisationKey;
  readonly protocol?: string;
  /** Number of the structure, cadre, women, men. */
  readonly origins?: readonly (readonly [structure: number, cadre: SessionOrigin['cadre'], women: number, men: number])[];
  readonly tier?: TrainingSession['tier'];
}

const PROTOCOL = 'Protocole d’exercice 2024';

export const sessionRows: readonly SessionRow[] = [
  // Health staff: a session that was held proposes trained staff to the structures that people came from.
  { title: 'Prise en charge clinique du viol, Beni et Butembo', topic: 'cmr', audience: 'healthStaff', where: 'Beni', from: '2025-02-10', to: '2025-02-14', status: 'completed', planned: 12, came: [7, 4], by: 'ESR', fund: 'FED', protocol: PROTOCOL, origins: [[19, 'nurse', 3, 1], [23, 'nurse', 2, 1], [24, 'nurse', 1, 1], [24, 'midwife', 1, 1]] },
  { title: 'Prise en charge clinique du viol, Kindu', topic: 'cmr', audience: 'healthStaff', where: 'Kindu', from: '2024-11-18', to: '2024-11-22', status: 'completed', planned: 10, came: [5, 4], by: 'ESR', fund: 'CFN', protocol: PROTOCOL, origins: [[68, 'nurse', 3, 2], [68, 'midwife', 2, 2]] },
  { title: 'Prise en charge clinique du viol, première session d’Idjwi', topic: 'cmr', audience: 'healthStaff', where: 'Idjwi', from: '2025-05-19', to: '2025-05-23', status: 'completed', planned: 6, came: [4, 1], by: 'ESR', fund: 'AES', protocol: PROTOCOL, origins: [[49, 'nurse', 2, 1], [50, 'nurse', 2, 0]] },
  { title: 'Recyclage des prestataires de Lubero', topic: 'cmr', audience: 'healthStaff', where: 'Lubero', from: '2025-06-16', to: '2025-06-20', status: 'planned', planned: 8, came: null, by: 'ESR', fund: 'AES', protocol: PROTOCOL, origins: [[26, 'nurse', 3, 1], [27, 'nurse', 2, 2]] },
  { title: 'Chirurgie de la fistule, tutorat de Bukavu', topic: 'fistulaRepair', audience: 'healthStaff', where: 'Bukavu', from: '2025-03-03', to: '2025-03-28', status: 'completed', planned: 3, came: [2, 1], by: 'SSR', fund: 'FED', origins: [[53, 'doctor', 1, 0], [53, 'nurse', 1, 1]] },
  { title: 'Premiers secours psychologiques, Goma', topic: 'psychosocial', audience: 'healthStaff', where: 'Goma', from: '2025-04-22', to: '2025-04-25', status: 'completed', planned: 14, came: [9, 3], by: 'SSR', fund: 'CFN', origins: [[41, 'psychologist', 3, 1], [40, 'psychologist', 2, 0]] },
  // Others: numbers by sex, topic, area and period, against the plan.
  { title: 'Casques bleus avant déploiement, Goma', topic: 'conduct', audience: 'peacekeepingMilitary', where: 'Goma', from: '2025-01-20', to: '2025-01-24', status: 'completed', planned: 160, came: [17, 138], by: 'CGP' },
  { title: 'Recyclage du contingent de Bunia', topic: 'prevention', audience: 'peacekeepingMilitary', where: 'Bunia', from: '2025-05-12', to: '2025-05-14', status: 'completed', planned: 95, came: [9, 81], by: 'CGP' },
  { title: 'Assistants de liaison du Nord-Kivu', topic: 'referral', audience: 'communityLiaisonAssistants', where: 'XX61', from: '2025-03-17', to: '2025-03-21', status: 'completed', planned: 44, came: [15, 26], by: 'CGP', fund: 'FED' },
  { title: 'Assistants de liaison de l’Ituri', topic: 'referral', audience: 'communityLiaisonAssistants', where: 'XX54', from: '2025-06-09', to: '2025-06-13', status: 'planned', planned: 28, came: null, by: 'CGP' },
  { title: 'Commandants des forces armées, Beni', topic: 'law', audience: 'armedForces', where: 'Beni', from: '2025-02-24', to: '2025-02-28', status: 'completed', planned: 80, came: [5, 71], by: 'CGP', fund: 'CFN' },
  { title: 'Bataillon de Rutshuru, deuxième journée', topic: 'law', audience: 'armedForces', where: 'Rutshuru', from: '2025-05-06', to: '2025-05-06', status: 'completed', planned: 200, came: [6, 158], by: 'FAE', fund: 'CFN' },
  { title: 'Familles de militaires des camps de Bukavu', topic: 'prevention', audience: 'armedForcesDependants', where: 'Bukavu', from: '2025-03-10', to: '2025-03-12', status: 'completed', planned: 250, came: [236, 74], by: 'FAE', fund: 'AES' },
  { title: 'Police de protection de l’enfant et de la femme, Bukavu', topic: 'law', audience: 'police', where: 'Bukavu', from: '2025-01-27', to: '2025-02-07', status: 'completed', planned: 80, came: [33, 44], by: 'PNE', fund: 'FED' },
  { title: 'Police de Kindu', topic: 'referral', audience: 'police', where: 'Kindu', from: '2025-05-19', to: '2025-05-30', status: 'completed', planned: 70, came: [19, 45], by: 'PNE', fund: 'CFN' },
  { title: 'Enquêteurs de la police de Bunia', topic: 'law', audience: 'police', where: 'Bunia', from: '2025-03-03', to: '2025-03-14', status: 'completed', planned: 40, came: [13, 25], by: 'PNE', fund: 'FED' },
  { title: 'Agents pénitentiaires de Goma', topic: 'conduct', audience: 'penitentiaryAgents', where: 'Goma', from: '2025-04-07', to: '2025-04-11', status: 'completed', planned: 60, came: [20, 36], by: 'APE', fund: 'AES' },
  { title: 'Agents pénitentiaires du Tanganyika', topic: 'conduct', audience: 'penitentiaryAgents', where: 'Kalemie', from: '2025-01-13', to: '2025-01-17', status: 'completed', planned: 36, came: [8, 25], by: 'APE', fund: 'CFN' },
  { title: 'Chefs coutumiers et religieux de Masisi', topic: 'referral', audience: 'communityLeaders', where: 'Masisi', from: '2025-04-28', to: '2025-04-30', status: 'completed', planned: 60, came: 52, by: 'SYM', fund: 'CFN' },
  { title: 'Chefs coutumiers de Nyunzu', topic: 'referral', audience: 'communityLeaders', where: 'Nyunzu', from: '2025-03-25', to: '2025-03-26', status: 'cancelled', planned: 40, came: null, by: 'BKI', fund: 'CFN' },
  { title: 'Clubs d’élèves de Bukavu', topic: 'referral', audience: 'pupilsAndTeachers', where: 'Bukavu', from: '2025-02-03', to: '2025-02-28', status: 'completed', planned: 900, came: [512, 431], by: 'UWD', fund: 'CFN' },
  { title: 'Ex-combattants en transit à Mambasa', topic: 'prevention', audience: 'exCombatants', where: 'Mambasa', from: '2024-09-16', to: '2024-09-18', status: 'completed', planned: null, came: [4, 61], by: 'CGP', tier: 'partners' },
];
