import { coordinationOf, type Viewer } from './viewer';
import type { roles } from './vocabularies/accounts';

export type Role = (typeof roles.codes)[number];

/**
 * Whether a role may do something. `own`: on the records of its own organisation; beyond them it becomes a proposal that the coordination decides.
 * `province`: in the provinces of the account. What is shown is another matter: that follows the viewer, in the stores.
 */
export type Permission = 'yes' | 'own' | 'province' | 'no';

type ByRole = Readonly<Record<Role, Permission>>;

/** The matrix: every action of the interface, for every role. Checks, interface and documentation read it from here. */
export const permissions = {
  readRegister: { public: 'yes', partner: 'yes', coordination: 'yes', administrator: 'yes' },
  readStock: { public: 'no', partner: 'yes', coordination: 'yes', administrator: 'yes' },
  readReporting: { public: 'no', partner: 'yes', coordination: 'yes', administrator: 'yes' },
  takeTemplates: { public: 'no', partner: 'no', coordination: 'yes', administrator: 'no' },
  importFiles: { public: 'no', partner: 'no', coordination: 'yes', administrator: 'no' },
  enterRecords: { public: 'no', partner: 'no', coordination: 'yes', administrator: 'no' },
  readProposals: { public: 'no', partner: 'no', coordination: 'yes', administrator: 'no' },
  editRecords: { public: 'no', partner: 'own', coordination: 'province', administrator: 'no' },
  readHistory: { public: 'no', partner: 'yes', coordination: 'yes', administrator: 'yes' },
  restoreRecord: { public: 'no', partner: 'no', coordination: 'province', administrator: 'no' },
  readReviews: { public: 'no', partner: 'own', coordination: 'province', administrator: 'no' },
  reviewChanges: { public: 'no', partner: 'no', coordination: 'province', administrator: 'no' },
  decideMatches: { public: 'no', partner: 'no', coordination: 'yes', administrator: 'no' },
  readBackups: { public: 'no', partner: 'no', coordination: 'yes', administrator: 'yes' },
} as const satisfies Readonly<Record<string, ByRole>>;

export type Action = keyof typeof permissions;

/** Who asks: from a session, a key, the local door, or nobody known. */
export interface Actor {
  readonly role: Role;
  /** Null: nobody signed in. */
  readonly accountId: string | null;
  /** Of a partner; null: none. */
  readonly organisationId: string | null;
  /** Codes of the provinces of a co-lead, as on record. */
  readonly provinces: 'all' | readonly string[];
}

export const stranger: Actor = { role: 'public', accountId: null, organisationId: null, provinces: [] };

/** Whoever sits at the machine that holds the embedded database. */
export const localCoordinator: Actor = { role: 'coordination', accountId: null, organisationId: null, provinces: 'all' };

export const permissionOf = ({ role }: Pick<Actor, 'role'>, action: Action): Permission => permissions[action][role];

/** What an actor sees. Running the server does not need to know where a safe house is. */
export function viewerOf({ role, provinces }: Pick<Actor, 'role' | 'provinces'>): Viewer {
  if (role === 'public') return 'public';
  if (role === 'partner') return 'partners';
  if (role === 'administrator') return coordinationOf([]);
  return provinces === 'all' ? 'coordination' : coordinationOf(provinces);
}
