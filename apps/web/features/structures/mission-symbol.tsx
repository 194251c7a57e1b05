import { MISSION_CROSS, MISSION_INK, MISSION_RING, SHAPE_BOX, SHAPE_STROKE, type MissionPhase } from '../../map/structure-shapes';

/** The sign of a mission as the map draws it. Decoration: its phase always stands beside it in words. */
export function MissionSymbol({ phase, size = SHAPE_BOX }: { phase: MissionPhase; size?: number }) {
  const running = phase === 'running';
  return (
    <svg className="structure-symbol" width={size} height={size} viewBox={`0 0 ${SHAPE_BOX} ${SHAPE_BOX}`} aria-hidden="true" focusable="false">
      <path d={MISSION_RING} fill={running ? MISSION_INK : '#fff'} stroke={MISSION_INK} strokeWidth={SHAPE_STROKE} {...(phase === 'ended' ? { strokeDasharray: '2.4 2' } : {})} />
      <path d={MISSION_CROSS} stroke={running ? '#fff' : MISSION_INK} strokeWidth={2} opacity={phase === 'ended' ? 0.55 : 1} />
    </svg>
  );
}
