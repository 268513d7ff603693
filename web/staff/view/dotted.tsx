/** What something is about, in one line: numbers, names and times stay whole where the line breaks. */
export const Dotted = ({ parts }: { parts: readonly (string | undefined)[] }) => (
  <>
    {parts
      .filter((part) => part !== undefined && part !== '')
      .map((part, at) => (
        <>
          {at > 0 && ' · '}
          <span class="whole">{part}</span>
        </>
      ))}
  </>
);
