import type { ReactNode } from 'react';

/** The buttons at the foot of a dialog, the deciding button at the right, also where they need a second line. */
export const DialogFoot = ({ children }: { children: ReactNode }) => (
  <div className="dialog-foot">{children}</div>
);
