/** Words about backups, in the view of data. */
export const backup = {
  backup: {
    last: 'Last backup: {{moment}}.',
    none: 'No backup yet.',
    old: 'Make one: npm run backup, and keep the file elsewhere.',
    full: 'The disk is nearly full: the last one could not be written.',
  },
} as const;
