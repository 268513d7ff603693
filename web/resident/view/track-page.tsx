import type { Route } from '../route.js';
import { OpenedRequest } from './opened-request.js';
import { TrackForm } from './track-form.js';

export interface TrackPageProps {
  readonly route: Extract<Route, { page: 'track' }>;
}

/** Following a request: by its link, or by its number and key. */
export function TrackPage({ route }: TrackPageProps) {
  if (!route.opened) return <TrackForm />;
  return <OpenedRequest id={route.opened.id} trackingKey={route.opened.key} received={route.received} />;
}
