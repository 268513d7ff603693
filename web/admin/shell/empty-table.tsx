import Box from '@cloudscape-design/components/box';

/** The text of a table without rows, and what to do about it. */
export function EmptyTable({ title, hint }: { title: string; hint?: string }) {
  return (
    <Box textAlign="center" color="inherit" padding="l">
      <b>{title}</b>
      {hint !== undefined && (
        <Box variant="p" color="inherit">
          {hint}
        </Box>
      )}
    </Box>
  );
}
