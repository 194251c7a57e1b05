import { Component, type ReactNode } from 'react';

interface Props {
  /** What stands in the place of the part that failed. */
  instead: (again: () => void) => ReactNode;
  children: ReactNode;
}

/** One part that fails must not take the page with it: the list survives the map, and the other way round. */
export class FaultBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead(() => this.setState({ failed: false })) : this.props.children;
  }
}
