import { term, vocabulary } from '../vocabulary';

export const roles = vocabulary(
  { name: 'roles', fr: 'Rôles', en: 'Roles', source: 'Jonction, issue 6' },
  {
    public: term('Public', 'Public', 'Sans compte.', 'Without an account.'),
    partner: term('Partenaire', 'Partner', 'Membre d’une organisation ; modifie ce qui est à elle.', 'Member of an organisation; edits what is its own.'),
    coordination: term('Coordination', 'Coordination', 'Co-lead d’un groupe de travail, pour ses provinces.', 'Co-lead of a working group, for their provinces.'),
    administrator: term('Administration', 'Administrator', 'Gère les comptes et le serveur ; ne voit pas ce qui est caché.', 'Manages accounts and the server; does not see what is hidden.'),
  },
);
