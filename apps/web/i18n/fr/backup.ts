/** Words about backups, in the view of data. */
export const backup = {
  backup: {
    last: 'Dernière sauvegarde : {{moment}}.',
    none: 'Pas encore de sauvegarde.',
    old: 'Faites-en une : npm run backup, et gardez le fichier ailleurs.',
    full: 'Le disque est presque plein : la dernière n’a pas pu être écrite.',
  },
} as const;
