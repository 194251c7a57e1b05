/** Words of the frame of the view of care. */
export const care = {
  desk: {
    label: 'Ce qui est montré des soins',
    watch: 'À surveiller',
    sessions: 'Formations',
    kits: 'Kits',
    missions: 'Missions',
    closures: 'Accès',
    proposals: 'À accepter',
    standards: 'Normes',
    loading: 'La vue arrive…',
  },
} as const;
