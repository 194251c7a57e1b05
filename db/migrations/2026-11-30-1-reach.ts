/** Rasters, areas closed to movement and saved scenarios are records kept whole, as those of programmes are. */
export const statements: readonly string[] = [
  `alter table programme_record drop constraint programme_record_kind`,
  `alter table programme_record add constraint programme_record_kind check (kind in
    ('trainingSession', 'kitMovement', 'mission', 'proposalVerdict', 'careStandard', 'raster', 'movementClosure', 'scenario'))`,
  `comment on table programme_record is 'Training sessions, movements of kits, missions, answers to proposals, standards of care, rasters, areas closed to movement and scenarios, one row each. Corrections overwrite; what was there is in record_before.'`,
];
