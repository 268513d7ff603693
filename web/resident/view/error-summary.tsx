import { useEffect, useRef } from 'preact/hooks';
import { type FieldError, fieldId } from '../field-errors.js';
import { usePage } from '../page-context.js';

/** Everything that is wrong, with a way to each field. It takes the focus whenever the errors change. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const { messages } = usePage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [errors]);
  if (errors.length === 0) return null;
  return (
    <div class="panel summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{messages.form.errorsHeading}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field} ${error.message}`}>
            <ErrorLink error={error} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ErrorLink({ error: { field, message } }: { error: FieldError }) {
  if (field === undefined) return <>{message}</>;
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(fieldId(field))?.focus();
  };
  return (
    <a href={`#${fieldId(field)}`} onClick={onClick}>
      {message}
    </a>
  );
}
