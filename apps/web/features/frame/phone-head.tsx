import { useIsNarrow } from '../../state/media';
import { Figures } from '../figures/figures';
import { ViewSwitch } from './switches';

/** On a phone the figures and the switch stand above the list and scroll away with it: reading needs the height. */
export function PhoneHead() {
  if (!useIsNarrow()) return null;
  return (
    <div className="phone-head">
      <Figures />
      <ViewSwitch />
    </div>
  );
}
