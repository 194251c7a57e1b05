/** Stands on every screen and in every export of exercise data. */
export const EXERCISE_NOTICE = 'Données d’exercice — fictives';
