import type { Ask } from '../ask.js';
import { usePage } from '../page-context.js';

/** What a programme wants to see and to know. */
export function ProgrammePart({ programme }: { programme: NonNullable<Ask['programme']> }) {
  const { ask } = usePage().messages;
  const { name, documents, form } = programme;
  return (
    <section class="panel">
      {documents.length > 0 && (
        <>
          <h2>{ask.documents(name)}</h2>
          <ol>
            {documents.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ol>
          <p class="hint">{ask.documentsHint}</p>
        </>
      )}
      {form.length > 0 && (
        <>
          <h2>{ask.form}</h2>
          <ol>
            {form.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
