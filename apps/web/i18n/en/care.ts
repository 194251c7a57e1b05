/** Words of the frame of the view of care. */
export const care = {
  desk: {
    label: 'What is shown of care',
    watch: 'To watch',
    sessions: 'Trainings',
    kits: 'Kits',
    missions: 'Missions',
    closures: 'Access',
    proposals: 'To accept',
    standards: 'Standards',
    loading: 'The view is on its way…',
  },
} as const;
