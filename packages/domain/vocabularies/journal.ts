import { term, vocabulary } from '../vocabulary';

export const changeOrigins = vocabulary(
  { name: 'changeOrigins', fr: 'Par quelle voie un enregistrement a changé', en: 'By which way a record changed', source: 'Jonction, issue 6' },
  {
    form: term('Formulaire', 'Form', 'Saisi ou modifié dans un formulaire de la page.', 'Entered or edited in a form of the page.'),
    file: term('Fichier', 'File', 'Chargé avec un fichier remis dans la page.', 'Loaded with a file handed in through the page.'),
    command: term('Ligne de commande', 'Command line', 'Chargé sur la machine du serveur.', 'Loaded on the machine of the server.'),
    undo: term('Annulation', 'Taken back', 'Un chargement a été annulé.', 'A load was taken back.'),
    restore: term('Rétablissement', 'Restored', 'Un état antérieur a été rétabli.', 'An earlier state was restored.'),
    match: term('Rapprochement', 'Match', 'Une personne a dit que deux fiches sont une seule, ou ne le sont pas.', 'A person said that two records are one, or are not.'),
    review: term('Proposition acceptée', 'Accepted proposal', 'Proposé par un partenaire, accepté par la coordination.', 'Proposed by a partner, accepted by the coordination.'),
    exercise: term('Données d’exercice', 'Exercise data', 'Chargé au premier démarrage.', 'Loaded at the first start.'),
  },
);

export const reviewStates = vocabulary(
  { name: 'reviewStates', fr: 'Ce qu’il est advenu d’une proposition', en: 'What became of a proposal', source: 'Jonction, issue 6' },
  {
    waiting: term('En attente', 'Waiting', 'La coordination n’a pas encore répondu.', 'The coordination has not answered yet.'),
    accepted: term('Acceptée', 'Accepted', 'Enregistrée.', 'Stored.'),
    returned: term('Renvoyée', 'Returned', 'Pas enregistrée ; la raison est donnée.', 'Not stored; the reason is given.'),
  },
);
