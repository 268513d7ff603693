import Alert from '@cloudscape-design/components/alert';

/** What an empty part says. */
export function Nothing({ children }: { children: string }) {
  return <Alert type="info">{children}</Alert>;
}
