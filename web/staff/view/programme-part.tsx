import type { Ask } from '../ask.js';
import { usePage } from '../page-context.js';

/** The documents that a programme wants to see, and the form for whoever decides by it. */
export function ProgrammePart({ ask: { programme, application = [], exception } }: { ask: Ask }) {
  const { ask } = usePage().messages;
  const documents = programme?.documents ?? [];
  if (documents.length === 0 && application.length === 0) return null;
  return (
    <>
      {application.length > 0 && (
        <>
          <h2>{ask.application}</h2>
          <dl class="lines">
            {application.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {exception && (
        <dl class="lines">
          <dt>{ask.unmet}</dt>
          {exception.unmet.map((unmet) => (
            <dd key={unmet}>{unmet}</dd>
          ))}
          <dt>{ask.exception}</dt>
          <dd>{exception.reason}</dd>
        </dl>
      )}
      {documents.length > 0 && (
        <>
          <h2>{ask.documents(programme?.name ?? '')}</h2>
          <ol>
            {documents.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ol>
          <p class="hint">{ask.documentsHint}</p>
        </>
      )}
    </>
  );
}
