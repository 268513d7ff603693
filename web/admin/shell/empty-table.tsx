import Box from '@cloudscape-design/components/box';

/** What a table says that has no rows, and what to do about it. */
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
