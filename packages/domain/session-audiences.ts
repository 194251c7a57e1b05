import type { TargetGroup } from './records';

/** Groups that programmes mean to train, whether or not anybody ever did, in the order of the target groups (domain.md §1). */
export const sessionAudiences: readonly TargetGroup[] = [
  'pupilsAndTeachers', 'communityLeaders', 'healthStaff', 'peacekeepingMilitary', 'communityLiaisonAssistants', 'armedForces', 'armedForcesDependants', 'exCombatants', 'police', 'penitentiaryAgents',
];
