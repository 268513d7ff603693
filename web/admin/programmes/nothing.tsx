import Alert from '@cloudscape-design/components/alert';

/** The text of an empty part. */
export function Nothing({ children }: { children: string }) {
  return <Alert type="info">{children}</Alert>;
}
